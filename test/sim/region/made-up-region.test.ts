import { describe, expect, test } from 'vitest';
import { economyOf, reprocessedClasses } from '../../../sim/region/made-up-data.ts';
import { regionOf } from '../../../sim/region/made-up-region.ts';

describe('economy of a class', () => {
  test.each(reprocessedClasses)(
    '%s: recycling saves carbon, a bale is worth less than virgin feed',
    (klass) => {
      const { virginEurPerKg, virginKgCo2ePerKg, recycledKgCo2ePerKg, baleEurPerKg } = economyOf(klass);
      expect(recycledKgCo2ePerKg).toBeGreaterThan(0);
      expect(recycledKgCo2ePerKg).toBeLessThan(virginKgCo2ePerKg);
      expect(virginKgCo2ePerKg).toBeLessThan(15);
      expect(baleEurPerKg).toBeGreaterThan(0);
      expect(baleEurPerKg).toBeLessThan(virginEurPerKg);
      expect(virginEurPerKg).toBeLessThan(10);
    },
  );
});

test('whatever a region gives up finds a place: landfill takes ten times its feed, recovery twice', () => {
  const kgPerDay = 5000;
  const { places } = regionOf({ name: 'test', days: 10, places: 20, materials: 12, kgPerDay });
  const capacity = (id: string) =>
    places
      .map((place) => (place.id === id && 'capacityKgPerDay' in place ? place.capacityKgPerDay : 0))
      .find(Boolean);
  expect(capacity('landfill')).toBe(10 * kgPerDay);
  expect(capacity('recovery')).toBe(2 * kgPerDay);
});

test('the smallest region has two of every kind whose choice is the question: makers, towns, sorting sites, workshops', () => {
  const { places } = regionOf({ name: 'small', days: 10, places: 1, materials: 3, kgPerDay: 1000 });
  const count = (kind: string) => places.filter((place) => place.kind === kind).length;
  expect(['maker', 'use', 'sorting', 'workshop'].map(count)).toEqual([2, 2, 2, 2]);
});
