import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadScenario } from '../../../scenarios/schema/load.ts';
import { loadAny } from '../../../scenarios/schema/load-any.ts';
import { loadPlan } from '../../../scenarios/schema/plan/load.ts';
import { expectations } from '../../../scenarios/schema/reading/expectations.ts';
import { isBefore, judgeRules, type Rule, ruleVerdictText } from '../../../scenarios/schema/reading/rules.ts';
import { builtinNames, plansFolder } from '../../../scenarios/schema/reading/source.ts';

const folder = mkdtempSync(join(tmpdir(), 'looptwin-rules-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Figures of three ways to play, and of their differences. */
const figures: Readonly<Record<string, [number, number]>> = {
  a: [8, 10],
  b: [4, 6],
  c: [5, 7],
  'a-b': [2, 6],
  'b-c': [-3, 1],
  'c-b': [-1, 3],
};
const verdictOf = (rule: Omit<Rule, 'says' | 'written'>) => {
  const told = { says: 'it', written: '2026-11-28', ...rule };
  const [judged] = judgeRules('no-question', [told], (_, of, minus) => {
    const name = minus === undefined ? of : `${of}-${minus}`;
    const [lo, hi] = figures[name] ?? [];
    return lo === undefined || hi === undefined ? undefined : { text: name, lo, hi };
  });
  return judged === undefined ? '' : ruleVerdictText(judged);
};

describe('a rule of an expectation', () => {
  it.each<[string, Omit<Rule, 'says' | 'written'>, string]>([
    ['a sign', { of: 'a', minus: 'b', atLeast: 0 }, 'held'],
    ['the other sign', { of: 'a', minus: 'b', atMost: 0 }, 'refuted'],
    ['a range', { of: 'b', atLeast: 3, atMost: 7 }, 'held'],
    ['a range that the interval leaves', { of: 'b', atLeast: 5, atMost: 7 }, 'not settled'],
    ['a range beside it', { of: 'a', atMost: 7 }, 'refuted'],
    ['an order', { order: ['a', 'b'] }, 'held'],
    ['an order that is open', { order: ['a', 'b', 'c'] }, 'not settled'],
    ['a way that was not played', { of: 'd', atLeast: 0 }, 'not run'],
    ['one that was known', { of: 'a', atLeast: 0, notBlind: 'seen' }, 'held; not blind'],
  ])('%s', (_, rule, verdict) => expect(verdictOf(rule)).toBe(verdict));

  it('is not blind where the register has a result from before', () => {
    const rule = { says: 'it', written: '2026-11-28', of: 'a', atLeast: 0 };
    const judged = (written: string) =>
      judgeRules('sensor-or-robot', [{ ...rule, written }], () => ({ text: 'a', lo: 1, hi: 2 }))[0]!;
    expect(judged('2026-11-28').notBlind).toBe('its first result is of 2026-11-25');
    expect(judged('2026-11-24').notBlind).toBeNull();
  });
});

it.each([
  ['2026-11-29T01:40:00+00:00', '2026-11-29', true],
  ['2026-11-29T01:40:00+00:00', '2026-11-28', false],
  ['2026-11-29T01:40:00+00:00', '2026-11-29T01:24:00Z', false],
  ['2026-11-29T01:40:00+00:00', '2026-11-29T01:41:00Z', true],
  ['2026-11-29T01:40:00+02:00', '2026-11-28T23:41:00Z', true],
])('a result of %s was there before a rule of %s: %s', (result, written, before) => {
  expect(isBefore(result, written)).toBe(before);
});

describe('rules of the question files', () => {
  const plans = builtinNames(plansFolder).map((name) => [name, loadPlan(name).plan] as const);
  const files = [...builtinNames().map((name) => [name, loadAny(name)] as const), ...plans];
  const ruled = files.flatMap(([name, file]) =>
    'rules' in file ? file.rules.map((rule) => [name, rule] as const) : [],
  );

  it('stand beside every expectation', () => {
    const asking = files.flatMap(([name, file]) => ('rules' in file && file.expected !== '' ? [name] : []));
    expect([...new Set(ruled.map(([name]) => name))]).toEqual(asking);
  });

  it.each(ruled)(
    '%s: say that they are not blind where a result was there',
    (name, { written, notBlind }) => {
      const last = expectations().findLast(({ question }) => question === name);
      const first = last?.firstResult?.on;
      const known = first !== undefined && isBefore(first, written);
      if (known || last?.notBlind) expect(notBlind).toBeDefined();
    },
  );
});

describe('a rule that nothing can be held against', () => {
  const load = (rule: string, set: string[] = []) => {
    const path = join(folder, 'asked.yaml');
    const head = ['extends: smoke', 'title: Asked', 'question: Which?', 'rules:'];
    writeFileSync(path, `${[...head, `  - { says: It pays, written: '2026-11-28', ${rule} }`].join('\n')}\n`);
    return () => loadScenario(path, set);
  };

  it.each([
    ['minus: teacher', /asked\.yaml:5 rules\[0\]: needs of or order.*Write order/],
    ['of: teacher', /asked\.yaml:5 rules\[0\]\.of: needs atLeast or atMost.*got "teacher".*Write atLeast: 0/],
    [
      'of: teecher, atLeast: 0',
      /asked\.yaml:5 rules\[0\]\.of: names no way to play.*"teecher".*Did you mean teacher\?/,
    ],
    ['of: teacher, minus: nothing, atLeast: 0', /rules\[0\]\.minus: names no way to play.*"nothing"/],
    ['of: teacher, atLeast: 3, atMost: 2', /rules\[0\]\.atLeast: must not be above atMost.*got 3.*Exchange/],
    ['order: [teacher]', /rules\[0\]\.order: needs at least two ways/],
    ['order: [teacher, perfect], atMost: 1', /rules\[0\]\.order: an order has no limits/],
    ['of: teacher, atLeast: 0, quantity: euros', /rules\[0\]\.quantity.*"euros"/],
    ['of: teacher, least: 0', /rules\[0\].*least/],
  ])('%s', (rule, message) => expect(load(rule)).toThrow(message));

  it('a date that is none', () => {
    const path = join(folder, 'dated.yaml');
    writeFileSync(
      path,
      'extends: smoke\ntitle: x\nrules:\n  - { says: x, written: yesterday, of: teacher, atLeast: 0 }\n',
    );
    expect(() => loadScenario(path)).toThrow(/dated\.yaml:4 rules\[0\]\.written.*"yesterday"/);
  });

  it('is let through where --set plays other ways than the file', () => {
    const set = ['policies.perceptions=[perfect]'];
    expect(load('of: teacher, atLeast: 0', set)().rules).toHaveLength(1);
  });

  it('is not taken over by a file that extends another', () => {
    const path = join(folder, 'heir.yaml');
    writeFileSync(path, 'extends: ./asked.yaml\n');
    load('of: teacher, atLeast: 0')();
    expect(loadScenario(path).rules).toEqual([]);
  });
});
