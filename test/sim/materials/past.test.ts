import { describe, expect, it } from 'vitest';
import { makeItem } from '../../../sim/materials/item.ts';
import { pastOf } from '../../../sim/materials/past.ts';

const items = Array.from({ length: 40 }, (_, itemId) =>
  makeItem({ seed: 3, itemId, materialId: itemId % 2 ? 'pet-bottle-clear' : 'cardboard' }),
);

describe('where an item was before', () => {
  it('adds up to its age, item by item', () => {
    for (const item of items) {
      const days = pastOf(3, item).reduce((sum, stay) => sum + stay.days, 0);
      expect(days / 365.25 / item.ageYears).toBeCloseTo(1, 9);
    }
  });

  it('begins in store, ends on the lorry, and holds use in between unless it was never used', () => {
    for (const item of items) {
      const past = pastOf(3, item);
      expect(past[0]).toMatchObject({ place: 'warehouse', inUse: false });
      expect(past.at(-1)).toMatchObject({ place: 'lorry', inUse: false });
      expect(past.every(({ days }) => days > 0)).toBe(true);
    }
    expect(items.some((item) => pastOf(3, item).some(({ place }) => place === 'street'))).toBe(true);
  });
});
