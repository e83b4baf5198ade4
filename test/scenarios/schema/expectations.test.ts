import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scenarios/bin/bundle.mjs';
import { loadAny } from '../../../scenarios/schema/load-any.ts';
import { isPlan, loadPlan } from '../../../scenarios/schema/plan/load.ts';
import {
  expectations,
  expectedText,
  figureOf,
  judged,
  verdictText,
} from '../../../scenarios/schema/reading/expectations.ts';
import { builtinNames, plansFolder } from '../../../scenarios/schema/reading/source.ts';
import { must } from '../../../sim/record/must.ts';

const all = expectations();
const words = (text: string) => text.trim().split(/\s+/).join(' ');
const git = (...args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8' });
/** A checkout of a part of the history cannot say when something was written. */
const complete = git('rev-parse', '--is-shallow-repository').stdout.trim() === 'false';

function expectedNow(question: string): string {
  if (isPlan(question, root)) return words(loadPlan(question, [], root).plan.expected);
  const file = loadAny(question, [], root);
  return 'expected' in file ? words(file.expected) : '';
}

describe('the register of expectations', () => {
  it.each(all.map((one) => [one.question, one] as const))('%s: holds the text that was written', (_, one) => {
    expect(createHash('sha256').update(one.expected).digest('hex')).toBe(one.sha256);
    for (const { figure } of one.claims) {
      expect(one.answer).toContain(figure);
      expect(Number.isFinite(figureOf(figure).mean)).toBe(true);
    }
    const before = one.firstResult === null || one.written.on < one.firstResult.on;
    // Whoever wrote after a result was there knew it, and the register says so.
    if (!before) expect(one.notBlind).not.toBeNull();
  });

  it('knows every expectation that a file of today words', () => {
    const questions = [...builtinNames(), ...builtinNames(plansFolder)].filter(
      (question) => expectedNow(question) !== '',
    );
    for (const question of questions) {
      const last = all.filter((one) => one.question === question).at(-1);
      expect([question, last?.expected]).toEqual([question, expectedNow(question)]);
    }
  });

  it.runIf(complete)('names commits of the history: the text is in the one, a result in the other', () => {
    for (const { question, expected, written, firstResult } of all) {
      expect(git('show', '-s', '--format=%aI', written.commit).stdout.trim()).toBe(written.on);
      const patch = words(git('show', '--format=', written.commit).stdout.replaceAll(/^\+/gm, ''));
      expect([question, patch.includes(expected.slice(0, 60))]).toEqual([question, true]);
      if (firstResult === null) continue;
      expect(git('show', '-s', '--format=%aI', firstResult.commit).stdout.trim()).toBe(firstResult.on);
    }
  });

  it('says that the finding of the remote island was there before its expectation', () => {
    const island = must(
      all.find(({ question }) => question === 'remote-island'),
      'island',
    );
    expect(must(island.firstResult, 'first result').on < island.written.on).toBe(true);
    expect(verdictText(island)).toBe('refuted; not blind');
    expect(expectedText(island.question, island.expected)).toContain('not blind');
  });
});

describe('a claim held against a figure', () => {
  const figure = 'a against b +2.28 EUR a run (95 % interval 1.89 to 2.67)';
  it.each([
    [{ atLeast: 0 }, 'held'],
    [{ atLeast: 2 }, 'not settled'],
    [{ atLeast: 3 }, 'refuted'],
    [{ atLeast: 1, atMost: 2.5 }, 'not settled'],
    [{ atMost: 0 }, 'refuted'],
  ])('%j: %s', (limits, verdict) => {
    expect(judged({ says: 'x', figure, ...limits })).toBe(verdict);
  });

  it('reads the last figure of a sentence, numbers with thousands, and one without an interval', () => {
    expect(
      figureOf('accuracy 8.3 (95 % interval 7.8 to 8.8) points, EUR 4.96 (95 % interval 3.37 to 6.55)'),
    ).toEqual({ mean: 4.96, lo: 3.37, hi: 6.55 });
    expect(figureOf('EUR 34,479,558 (95 % interval 33,704,770 to 35,254,346)').mean).toBe(34479558);
    expect(figureOf('21.3 % of what makers used')).toEqual({ mean: 21.3, lo: 21.3, hi: 21.3 });
    expect(() => figureOf('nothing')).toThrow('no figure');
  });
});

it('the page of answers is what the register and the kept answers say', () => {
  const page = readFileSync(join(root, 'scenarios', 'results', 'README.md'), 'utf8');
  for (const one of all) expect(page).toContain(`**${verdictText(one)}**`);
});
