import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { emptyFolder, looptwin } from './command.ts';

const folder = emptyFolder();
const cwd = folder.path;
const env = { LOOPTWIN_CACHE: join(cwd, 'cache') };
afterAll(folder.remove);

const output = (
  id: string,
  use: string,
  accepts: string,
  prices: readonly [number, number][],
  more = {},
) => ({
  ...{ id, use, accepts: [accepts], contaminantEurPerKg: 0.15, ...more },
  tiers: prices.map(([minPurity, priceEurPerKg]) => ({ minPurity, priceEurPerKg })),
  carbon: { kgCo2ePerKg: -1, boundary: 'made up', version: 'test 1', year: 2025 },
});
const outputs = [
  output('refill', 'reuse', 'glass-bottle-clear', [[0, 0.2]], { maxState: 3 }),
  output('pet', 'recycle-high', 'pet-bottle-clear', [
    [0.9, 0.4],
    [0, 0.1],
  ]),
  output('aluminium', 'recycle-high', 'ALUMINIUM', [
    [0.9, 1],
    [0, 0.3],
  ]),
];

/**
 * Four hours at a line where bottles come back, with networks that hardly learned. Most of the glass is good for refilling, and
 * price steps lie above the purity that such robots believe their lots to have, so that sixty shifts know kilograms for reuse to
 * a percent: where a rare grade is picked one time in ten, as at the smoke run's depot, forty shifts know them to 4 % only.
 */
const deposit = {
  extends: 'smoke',
  title: 'Bottles that come back',
  site: { startHour: 9, durationS: 14_400, openHour: 9, closeHour: 13 },
  feed: {
    ratePerHour: 240,
    stateWeights: [3, 3, 1, 1, 1, 1, 0, 0, 0, 0],
    materials: [
      { materialId: 'glass-bottle-clear', share: 2 },
      { materialId: 'pet-bottle-clear', share: 2 },
      { materialId: 'aluminium-can', share: 2 },
      { materialId: 'cardboard', share: 1 },
    ],
  },
  robots: [
    { id: 'r1', positionM: 3, outputs: outputs.map(({ id }) => id) },
    { id: 'r2', positionM: 6, side: 'right', outputs: outputs.map(({ id }) => id) },
  ],
  outputs,
  training: { teacherSteps: 120 },
};

const perceptions = ['labels-only', 'distilled', 'teacher'];

interface Row {
  readonly perception: string;
  readonly loadKgPerH: number;
  readonly worstKg: number;
  readonly eur: number;
  readonly reuseKg: number;
  readonly holds: boolean;
}

it('a site measured at some loads tells of loads between them, by the command line; a single fixed matrix does not', async () => {
  writeFileSync(join(cwd, 'deposit.yaml'), stringify(deposit));
  const shifts = ['--perceptions', perceptions.join(','), '--specimens', '120', '--shifts', '60'];
  const told = async (...args: string[]) =>
    looptwin(['measure', './deposit.yaml', ...shifts, ...args], { cwd, env });
  const measured = await told('--factors', '0.5,1,1.5,2,3,4', '--out', 'site.json');
  expect(measured.code).toBe(0);
  const loads = ['--factors', '1.25,1.75,3.5', '--json'];
  const between = await told(...loads, '--against', 'site.json');
  const rows = JSON.parse(between.out) as Row[];
  for (const { perception, loadKgPerH, worstKg, eur, reuseKg } of rows)
    console.log(
      `${perception} at ${loadKgPerH.toFixed(1)} kg/h: worst output ${(100 * worstKg).toFixed(2)} % of the feed, ` +
        `EUR ${(100 * eur).toFixed(2)} %, reuse ${(100 * reuseKg).toFixed(2)} %`,
    );
  expect(rows.map(({ perception }) => perception)).toEqual(
    perceptions.flatMap((perception) => [perception, perception, perception]),
  );
  for (const { worstKg, eur, reuseKg } of rows) {
    expect(Math.abs(worstKg)).toBeLessThanOrEqual(0.015);
    expect(Math.abs(eur)).toBeLessThanOrEqual(0.015);
    expect(Math.abs(reuseKg)).toBeLessThanOrEqual(0.03);
  }
  expect(between.code).toBe(0);
  expect((await told('--factors', '1', '--out', 'fixed.json')).code).toBe(0);
  const fixed = await told(...loads, '--against', 'fixed.json');
  expect(fixed.code).toBe(1);
  expect(fixed.err).toMatch(/fixed\.json does not tell of \d of 9 of these loads/);
  for (const perception of perceptions) {
    const off = (JSON.parse(fixed.out) as Row[]).filter((row) => row.perception === perception && !row.holds);
    expect([perception, off.length > 0]).toEqual([perception, true]);
  }
}, 1_800_000);
