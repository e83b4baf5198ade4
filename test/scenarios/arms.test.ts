import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadArms } from '../../scenarios/schema/arms.ts';
import { experiment } from '../../scenarios/studies/experiment/experiment.ts';

const folder = mkdtempSync(join(tmpdir(), 'looptwin-arms-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function scenario(arms: string): string {
  const path = join(folder, 'arms.yaml');
  writeFileSync(
    path,
    `extends: smoke\ntitle: two arms\npolicies: { perceptions: [perfect], maintenance: [condition] }\ncompare:\n  arms:\n${arms}`,
  );
  return path;
}

it('plays the same days under each arm: equal arms do not differ, and the answer has numbers and an interval', async () => {
  const path = scenario(
    '    - { name: as-it-is }\n    - { name: the-same }\n    - { name: no-battery, set: { "robots[0].batteryWh": 0.5, "robots[1].batteryWh": 0.5 } }\n',
  );
  const document = await experiment(path, { replications: 3, cacheDir: folder, cwd: folder, workers: 1 });
  const [same, weak, ...more] = document.differences;
  expect(document.points.map(({ name }) => name)).toEqual(['as-it-is', 'the-same', 'no-battery']);
  expect(more).toEqual([]);
  expect(same).toMatchObject({ better: 'the-same', than: 'as-it-is' });
  expect(same!.estimates.valueEur).toMatchObject({ mean: 0, halfWidth: 0 });
  expect(weak!.estimates.valueEur.mean).toBeLessThan(0);
  expect(document.answer).toMatch(
    /^Over 3 runs: as-it-is .* EUR a run \(95 % interval .*; no-battery against as-it-is -/,
  );
});

it('problems of all arms come at once, each with its line', () => {
  const path = scenario(
    [
      '    - { name: base }',
      '    - { name: below-zero, set: { "robots[0].batteryWh": -1 } }',
      '    - { name: typo, set: { "robots[0].batteyWh": 1 } }',
      '    - { name: nobody, set: { policies.maintenance: [never] } }',
      '    - { name: no-such-robot, set: { "robots[9].batteryWh": 1 } }',
      '    - { name: no-path, set: { "a..b": 1 } }',
      '',
    ].join('\n'),
  );
  const at = (line: number, arm: number, setting: string) =>
    `arms.yaml:${line} compare.arms[${arm}].set.${setting}: `;
  let lines: string[] = [];
  try {
    loadArms(path, [], folder);
  } catch (error) {
    lines = (error as Error).message.split('\n');
  }
  expect(lines).toEqual([
    `${at(7, 1, 'robots[0].batteryWh')}must be > 0, got -1. Write a number > 0`,
    `${at(8, 2, 'robots[0].batteyWh')}unknown key, got "batteyWh". Did you mean batteryWh?`,
    expect.stringContaining(`${at(9, 3, 'policies.maintenance[0]')}must be one of`),
    expect.stringContaining(`${at(10, 4, 'robots[9].batteryWh')}no list entry 9`),
    expect.stringContaining(`${at(11, 5, 'a..b')}not a path`),
  ]);
});

it('refuses a --set that an arm sets too, and keeps the others', () => {
  const path = scenario('    - { name: base }\n    - { name: weak, set: { "robots[0].batteryWh": 0.5 } }\n');
  expect(() => loadArms(path, ['robots[0].batteryWh=9'], folder)).toThrow(
    /--set robots\[0\]\.batteryWh: the arm "weak" already sets it\. Remove it/,
  );
  const [base, weak] = loadArms(path, ['robots[1].batteryWh=9'], folder);
  expect([base, weak].map((arm) => arm!.scenario.robots[1]!.batteryWh)).toEqual([9, 9]);
  expect(weak!.scenario.robots[0]!.batteryWh).toBe(0.5);
});

it('a setting of an arm that does not exist is named', () => {
  expect(() => loadArms(scenario('    - { name: typo, set: { site.dayOfYeer: 3 } }\n'), [], folder)).toThrow(
    /dayOfYeer/,
  );
});
