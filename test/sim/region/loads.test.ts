import { expect, test } from 'vitest';
import { regionOf } from '../../../sim/region/made-up-region.ts';
import { chainProblems } from '../../../sim/region/problems.ts';

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
