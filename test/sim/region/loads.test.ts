import { expect, test } from 'vitest';
import { regionOf } from '../../../sim/region/made-up-region.ts';
import { chainProblems } from '../../../sim/region/problems.ts';
import { numberAtLoad } from '../../../sim/region/spec/at-load.ts';

const region = regionOf({ name: 'test', days: 10, places: 20, materials: 12, kgPerDay: 5000 });
const site = region.places.find((place) => place.kind === 'sorting')!;

/** Problems of the region whose first sorting site is known at these loads. */
function atLoads(loads: readonly number[]) {
  const { cells } = site.matrices[0]!;
  const matrices = loads.map((loadKgPerH) => ({ loadKgPerH, cells }));
  const places = region.places.map((place) => (place.id === site.id ? { ...site, matrices } : place));
  return chainProblems({ ...region, places });
}

test('loads of a site rise, and one that does not is told what to lie above', () => {
  expect(atLoads([100, 200, 300])).toEqual([]);
  expect(atLoads([100, 300, 300])).toMatchObject([
    { got: 300, cure: 'Sort the matrices by load, or set it above 300' },
  ]);
  expect(atLoads([400, 200])).toMatchObject([
    { got: 200, cure: 'Sort the matrices by load, or set it above 400' },
  ]);
});

test('a number between loads bends as robots become busy, goes through what was measured, and is held beyond', () => {
  const busy = (load: number) => 200 * (1 - Math.exp(-load / 150));
  const loads = [50, 100, 150, 200, 300, 400].map((loadKgPerH) => ({ loadKgPerH, eur: busy(loadKgPerH) }));
  const told = (load: number) => numberAtLoad(loads, load, ({ eur }) => eur);
  for (const { loadKgPerH, eur } of loads) expect(told(loadKgPerH)).toBeCloseTo(eur, 12);
  expect([told(10), told(900)]).toEqual([busy(50), busy(400)]);
  for (const [i, { loadKgPerH: low, eur }] of loads.slice(0, -1).entries()) {
    const next = loads[i + 1]!;
    const middle = (low + next.loadKgPerH) / 2;
    const off = Math.abs(told(middle) - busy(middle));
    expect(off).toBeLessThan(0.5 * Math.abs((eur + next.eur) / 2 - busy(middle)));
  }
});
