import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadScenario } from '../../../scenarios/schema/load.ts';
import { loadPlan } from '../../../scenarios/schema/plan/load.ts';
import { builtinNames, plansFolder } from '../../../scenarios/schema/reading/source.ts';
import { studyOf } from '../../../scenarios/studies/experiment/study.ts';
import { must } from '../../../sim/record/must.ts';

const folder = mkdtempSync(join(tmpdir(), 'looptwin-plan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const head = 'plan: looptwin.plan/1\ntitle: a plan\nscenario: smoke\n';
const battery = 'battery: { path: "robots[0].batteryWh", levels: [10, 30] }';

/** What is said of a plan of these lines, the first of which is the fourth of the file. */
function refusal(...lines: string[]): string[] {
  writeFileSync(join(folder, 'plan.yaml'), `${head}${lines.join('\n')}\n`);
  try {
    studyOf('./plan.yaml', { cwd: folder });
  } catch (error) {
    return (error as Error).message.split('\n');
  }
  return [];
}

describe('a plan that cannot be used: what, got, where, cure', () => {
  it.each<[string, string[], string[]]>([
    [
      'a path that does not exist',
      ['design: full', 'factors:', '  battery: { path: "robots[0].bateryWh", levels: [10, 30] }'],
      [
        'plan.yaml:6 factors.battery.path (robots[0].bateryWh): unknown key, got "bateryWh". Did you mean batteryWh?',
      ],
    ],
    [
      'a robot that does not exist',
      ['design: full', 'factors:', '  battery:', '    path: robots[7].batteryWh', '    levels: [10, 30]'],
      ['plan.yaml:7 factors.battery.path (robots[7].batteryWh): no list entry 7 (it has 2). Count from 0'],
    ],
    [
      'a level that the scenario refuses',
      [
        'design: full',
        'factors:',
        '  battery:',
        '    path: robots[0].batteryWh',
        '    levels:',
        '      - 10',
        '      - -3',
      ],
      [
        'plan.yaml:10 factors.battery.levels[1] (robots[0].batteryWh): must be > 0, got -3. Write a number > 0',
      ],
    ],
    [
      'an empty list of levels',
      ['design: full', 'factors:', '  battery: { path: "robots[0].batteryWh", levels: [] }'],
      ['plan.yaml:6 factors.battery.levels: needs at least 2 levels, got 0. Write levels: [10, 30]'],
    ],
    [
      'no factor',
      ['design: full', 'factors: {}'],
      [
        'plan.yaml:5 factors: needs at least one factor. Write battery: { path: robots[0].batteryWh, levels: [10, 30] }',
      ],
    ],
    [
      'no days',
      ['design: full', `factors: { ${battery} }`, 'replications: 0'],
      [
        'plan.yaml:6 replications.from: must be >= 2, got 0. Write a number >= 2',
        'plan.yaml:6 replications.to: must be >= 2, got 0. Write a number >= 2',
      ],
    ],
    [
      'no word when to stop',
      ['design: full', `factors: { ${battery} }`, 'replications: { from: 5, to: 20 }'],
      [
        'plan.yaml:6 replications: nothing says when to stop between from and to. Add halfWidth: the half of the interval, in the unit of the quantity, that is narrow enough',
      ],
    ],
    [
      'neither levels nor a range',
      ['design: sobol', 'points: 8', 'factors: { battery: { path: "robots[0].batteryWh", from: 3 } }'],
      [
        'plan.yaml:6 factors.battery: needs levels, or from and to. Write levels: [10, 30], or from: 10 and to: 30',
      ],
    ],
    [
      'two factors for one setting',
      ['design: full', 'factors:', `  ${battery}`, '  again: { paths: ["robots[0]"], levels: [1, 2] }'],
      [
        'plan.yaml:7 factors.again.paths[0]: factor battery writes this setting too, got "robots[0]". Remove one of the two',
      ],
    ],
    [
      'generators that give less than is stated',
      [
        'design: fractional',
        'resolution: 4',
        'generators: { c: [a, b] }',
        'factors:',
        ...['a', 'b', 'c'].map(
          (name, i) =>
            `  ${name}: { path: site.${['windMPerS', 'ambientC', 'cloudShare'][i]}, levels: [0.1, 0.2] }`,
        ),
      ],
      [
        'plan.yaml:5 resolution: these generators give resolution 3, got 4. Write resolution: 3, or other generators',
      ],
    ],
    [
      'rules of factors that there are none of, and without a limit',
      [
        'design: full',
        `factors: { ${battery} }`,
        'rules:',
        "  - { says: x, written: '2026-11-29', of: batery, atLeast: 0 }",
        "  - { says: x, written: '2026-11-29', of: 'a minus b, battery 10 -> 30 x panel', atLeast: 0 }",
        "  - { says: x, written: '2026-11-29', of: battery }",
      ],
      [
        'plan.yaml:7 rules[0].of: names no factor of this plan, got "batery". Did you mean battery?',
        'plan.yaml:8 rules[1].of: names no factor of this plan, got "panel". Known: battery',
        'plan.yaml:9 rules[2].of: needs atLeast or atMost: without a limit nothing refutes it, got "battery". Write atLeast: 0 for a sign, atLeast: 2 and atMost: 8 for a range',
      ],
    ],
    [
      'too few points for a line',
      [
        'design: latin-hypercube',
        'points: 2',
        'factors: { battery: { path: "robots[0].batteryWh", from: 3, to: 9 } }',
      ],
      [
        'plan.yaml:5 points: a line through 1 factors needs at least 3 points, got 2. Write 3 or more; ten for each factor is usual',
      ],
    ],
    [
      'an unknown design and a mistyped key',
      ['design: ful', `factor: { ${battery} }`, 'factors: {}'],
      [
        'plan.yaml:4 design: must be one of full, fractional, latin-hypercube, sobol, got "ful". Did you mean full?',
        'plan.yaml:5 factor: unknown key, got "factor". Did you mean factors?',
      ],
    ],
  ])('%s', (_, lines, said) => expect(refusal(...lines)).toEqual(said));

  it.each([
    [
      'battery 10 -> 40',
      /rules\[0\]: names no effect.*got "battery 10 -> 40"\. Did you mean battery 10 -> 30\?/,
    ],
    ['nonsense minus condition', /rules\[0\]: names no effect.*got "nonsense minus condition"/],
    ['teacher minus cat, battery', /rules\[0\]: names no effect/],
  ])('a rule that no effect can be held against: %s', (of, said) => {
    const rule = `rules: [{ says: x, written: '2026-11-29', of: '${of}', atLeast: 0 }]`;
    expect(refusal('design: full', `factors: { ${battery} }`, rule).join('\n')).toMatch(said);
  });

  it('a scenario that is not there, has arms, or is no day', () => {
    const file = (scenario: string) => {
      writeFileSync(
        join(folder, 'plan.yaml'),
        `${head.replace('smoke', scenario)}design: full\nfactors: { ${battery} }\n`,
      );
      return () => loadPlan('./plan.yaml', [], folder);
    };
    expect(file('smok')).toThrow(
      /plan\.yaml:3 scenario: unknown scenario, got "smok"|unknown scenario, got "smok".*Did you mean smoke/,
    );
    expect(file('depot-seasons')).toThrow(
      /plan\.yaml:3 scenario: the scenario depot-seasons has arms of its own/,
    );
    expect(file('battery-panel')).toThrow(/a plan of experiments, not a day/);
    expect(() => loadScenario('battery-panel')).toThrow(/looptwin experiment battery-panel plays it/);
  });

  it('a --set of what the plan sets', () => {
    expect(() => studyOf('battery-panel', { set: ['robots[0].batteryWh=3'] })).toThrow(
      /--set robots\[0\]\.batteryWh: the plan sets it\. Remove it/,
    );
  });
});

describe.each(builtinNames(plansFolder))('the plan %s', (name) => {
  it('can be played, asks a question and says what is expected', () => {
    const { head } = studyOf(name);
    expect(head.points.length).toBeGreaterThan(3);
    expect(head.question).toMatch(/\?$/);
    expect(head.expected.length).toBeGreaterThan(80);
    expect(new Set(head.points.map((point) => point.name)).size).toBe(head.points.length);
  });

  it('has rules, each for an effect that its points tell apart', () => {
    const { head } = studyOf(name);
    const names = must(head.design, 'design').factors.map((factor) => factor.name);
    expect(head.rules.length).toBeGreaterThan(0);
    for (const { of, order = [] } of head.rules)
      for (const effect of [of, ...order].flatMap((one) => one ?? []))
        expect(effect.includes(' minus ') || names.some((factor) => effect.startsWith(factor))).toBe(true);
  });

  it('has a name of its own', () => expect(builtinNames()).not.toContain(name));
});

it('the plan of the README can be played', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const [block] = /(?<=\n\n) {4}plan: looptwin\.plan\/1\n(?: {4}.*\n)+/.exec(readme)!;
  writeFileSync(join(folder, 'readme.yaml'), block.replaceAll(/^ {4}/gm, ''));
  expect(studyOf('./readme.yaml', { cwd: folder }).head.points).toHaveLength(6);
});

it('points that fill a space stay in it, are those of the plan whatever the seed of the days, and keep to their step', () => {
  const text = `${head}design: sobol\npoints: 16\nfactors:\n  battery: { path: "robots[0].batteryWh", from: 10, to: 30, step: 5 }\n  seeing: { path: policies.perceptions, levels: [[perfect], [labels-only]] }\n`;
  writeFileSync(join(folder, 'plan.yaml'), text);
  const values = (seed?: number) =>
    studyOf('./plan.yaml', { cwd: folder, ...(seed === undefined ? {} : { seed }) }).head.design!.values;
  expect(values(9)).toEqual(values());
  expect([...new Set(values().map(([value]) => value))].sort()).toEqual([10, 15, 20, 25, 30]);
  expect(values().filter(([, seeing]) => JSON.stringify(seeing) === '["perfect"]')).toHaveLength(8);
});
