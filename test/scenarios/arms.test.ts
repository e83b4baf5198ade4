import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { experimentArms, loadArms } from '../../scenarios/arms.ts';

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
  const document = await experimentArms(path, { replications: 3, cacheDir: folder, cwd: folder, workers: 2 });
  const [first, same, weak] = document.arms;
  expect(first!.difference).toBeNull();
  expect(same!.difference!.valueEur).toMatchObject({ mean: 0, halfWidth: 0 });
  expect(weak!.difference!.valueEur!.mean).toBeLessThan(0);
  expect(document.answer).toMatch(
    /^Over 3 runs: as-it-is .* EUR a run \(95 % interval .*; no-battery against as-it-is -/,
  );
});

it('a setting of an arm that does not exist is named', () => {
  expect(() => loadArms(scenario('    - { name: typo, set: { site.dayOfYeer: 3 } }\n'), [], folder)).toThrow(
    /dayOfYeer/,
  );
});
