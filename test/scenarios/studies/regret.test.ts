import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { InputError } from '../../../scenarios/errors.ts';
import { run } from '../../../scenarios/studies/day/day.ts';
import { regretOf } from '../../../scenarios/studies/regret/regret.ts';

const cwd = mkdtempSync(join(tmpdir(), 'looptwin-regret-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

test('regret by cause adds up to the regret, and the truth loses nothing to perception', async () => {
  // A small battery and a crowded belt: limits that bind, and that hang on each other.
  const tight = [
    'robots[0].batteryWh=1',
    'robots[0].panelW=1',
    'robots[1].batteryWh=1',
    'robots[1].panelW=1',
  ];
  const set = [...tight, 'feed.ratePerHour=1500', 'policies.perceptions=[perfect]'];
  const how = { cwd, cacheDir: join(cwd, 'cache'), workers: 1 };
  const { folder, document } = await run('smoke', { ...how, set, out: 'tight' });
  const { rows, freeBoundEur } = await regretOf(folder, how);
  const [row] = rows;
  expect(row!.regretEur).toBeGreaterThan(1);
  expect(row!.valueEur).toBe(document.perceptions.at(-1)!.valueEur);
  expect(rows.map(({ name }) => name)).toEqual(['perfect']);
  const sum = Object.values(row!.causes).reduce((total, x) => total + x, 0);
  expect(Math.abs(sum - (freeBoundEur - row!.valueEur))).toBeLessThan(1e-9);
  expect(row!.causes.perception).toBe(0);
  expect(row!.causes.energy).toBeGreaterThan(0.1);
  expect(row!.causes.capacity).toBeGreaterThan(0.1);
}, 120_000);

test('a folder that is no run is refused in words', async () => {
  await expect(regretOf(cwd)).rejects.toThrow(InputError);
});
