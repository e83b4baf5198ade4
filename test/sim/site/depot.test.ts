import { expect, test } from 'vitest';
import { depotWorld } from '../../../sim/site/depot.ts';

test.each(depotWorld.outputs)(
  'output $id: purer bales never earn less, and below the floor nothing',
  ({ tiers }) => {
    const [full, downgraded, nothing] = tiers;
    expect(tiers).toHaveLength(3);
    expect(full!.minPurity).toBeLessThanOrEqual(1);
    expect(full!.minPurity).toBeGreaterThan(downgraded!.minPurity);
    expect(downgraded!.minPurity).toBeGreaterThanOrEqual(0.5);
    expect(downgraded!.priceEurPerKg).toBeCloseTo(0.4 * full!.priceEurPerKg, 12);
    expect(nothing).toEqual({ minPurity: 0, priceEurPerKg: 0 });
    expect(full!.priceEurPerKg).toBeGreaterThan(0);
    expect(full!.priceEurPerKg).toBeLessThan(2); // aluminium cans, the dearest: some 1.5 EUR/kg
  },
);
