import { describe, expect, test } from 'vitest';
import { makeItem } from '../../../sim/materials/item.ts';
import { Surfaces } from '../../../sim/site/flow/surface.ts';

const items = Array.from({ length: 400 }, (_, itemId) =>
  makeItem({ seed: 3, itemId, materialId: 'pet-bottle-clear' }),
);
const wet = (share: number) => {
  const surfaces = new Surfaces({ wetShare: share }, 3);
  return items.map((item) => surfaces.of(item));
};

describe('soil and water as a feed brings them', () => {
  test('a feed that says nothing leaves every item as it is', () => {
    const surfaces = new Surfaces({}, 3);
    for (const item of items) expect(surfaces.of(item)).toBe(item);
  });

  test('soil is so many times what it was, and nothing else changes', () => {
    const surfaces = new Surfaces({ soilTimes: 4 }, 3);
    for (const item of items) expect(surfaces.of(item)).toEqual({ ...item, soilGPerM2: 4 * item.soilGPerM2 });
    expect(items.some(({ soilGPerM2 }) => soilGPerM2 > 0)).toBe(true);
  });

  test('so large a share is wet, none at 0 and all at 1, with films of 20 to 220 um; what was wet keeps its film', () => {
    expect(wet(0).every(({ waterFilmUm }) => waterFilmUm === 0)).toBe(true);
    const all = wet(1);
    for (const [i, { waterFilmUm }] of all.entries()) {
      expect(waterFilmUm).toBeGreaterThanOrEqual(20);
      expect(waterFilmUm).toBeLessThanOrEqual(220);
      const before = items[i]!.waterFilmUm;
      if (before > 0) expect(waterFilmUm).toBe(before);
    }
    const half = wet(0.5).filter(({ waterFilmUm }) => waterFilmUm > 0).length / items.length;
    expect(half).toBeGreaterThan(0.42);
    expect(half).toBeLessThan(0.58);
  });

  test('who is wet at a smaller share is wet at a larger one', () => {
    const [few, many] = [wet(0.2), wet(0.6)];
    few.forEach(({ waterFilmUm }, i) => {
      if (waterFilmUm > 0) expect(many[i]!.waterFilmUm).toBe(waterFilmUm);
    });
  });
});
