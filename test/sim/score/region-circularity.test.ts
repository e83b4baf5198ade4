import { describe, expect, it } from 'vitest';
import type { MaterialFlow } from '../../../sim/region/stock/tally.ts';
import { regionCircularity } from '../../../sim/score/region-circularity.ts';

const flow = (change: Partial<MaterialFlow> = {}): MaterialFlow => ({
  ...{ newKg: 100, recycledKg: 0, reusedKg: 0, givenUpKg: 100, reprocessedKg: 0, feedKg: 0 },
  ...change,
});
const of = (pet: MaterialFlow, more: Record<string, MaterialFlow> = {}) =>
  regionCircularity({ 'pet-bottle-clear': pet, ...more });

/** Rows of circularity.test.ts (utility 1), as flows of a region of 100 kg. */
describe('circularity of a region', () => {
  it.each([
    ['1 linear', flow(), 0.1],
    ['4 circular', flow({ recycledKg: 100, reprocessedKg: 100, feedKg: 100 }), 1],
    ['6 recycled 0.4 in and out', flow({ recycledKg: 40, reprocessedKg: 40, feedKg: 40 }), 0.46],
    ['7 efficiency 0.5', flow({ recycledKg: 100, reprocessedKg: 100, feedKg: 50 }), 0.7],
    ['8 efficiency 0.9', flow({ recycledKg: 100, reprocessedKg: 100, feedKg: 90 }), 0.952632],
    [
      '10 recycled and reused',
      flow({ newKg: 90, recycledKg: 30, reusedKg: 10, reprocessedKg: 40, feedKg: 32 }),
      0.469462,
    ],
  ])('row %s', (_, pet, expected) => {
    expect(of(pet).overall).toBeCloseTo(expected, 6);
    expect(of(pet).byMaterial['pet-bottle-clear']).toBeCloseTo(expected, 6);
  });

  it('forms one index over all products, and leaves out what was never used', () => {
    const unused = flow({ newKg: 0, givenUpKg: 0 });
    const closed = flow({ recycledKg: 100, reprocessedKg: 100, feedKg: 100 });
    const { overall, byMaterial } = of(closed, {
      'aluminium-can': flow({ newKg: 300, givenUpKg: 300 }),
      cardboard: unused,
    });
    expect(overall).toBeCloseTo(1 - 0.9 * 0.75, 9);
    expect(Object.keys(byMaterial)).toEqual(['pet-bottle-clear', 'aluminium-can']);
    expect(of(unused)).toEqual({ overall: 0, byMaterial: {} });
  });
});
