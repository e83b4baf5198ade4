import { expect, test } from 'vitest';
import { eurOf } from '../../../sim/accounts/price-table.ts';
import { depotPrices, depotWorld } from '../../../sim/site/depot.ts';

test.each(depotWorld.outputs)(
  'output $id: purer bales never earn less, and too impure ones nothing',
  ({ tiers }) => {
    const [full, downgraded, nothing] = tiers;
    expect(tiers).toHaveLength(3);
    expect(full!.minPurity).toBeLessThanOrEqual(1);
    expect(full!.minPurity).toBeGreaterThan(downgraded!.minPurity);
    expect(downgraded!.minPurity).toBeGreaterThanOrEqual(0.5);
    expect(downgraded!.priceEurPerKg).toBeLessThan(full!.priceEurPerKg);
    expect(nothing).toEqual({ minPurity: 0, priceEurPerKg: 0 });
    for (const { grade, share = 1, priceEurPerKg } of [full!, downgraded!])
      expect(priceEurPerKg).toBeCloseTo(share * eurOf(depotPrices, grade!), 12);
  },
);

test('a pigmented bottle too many makes a natural bale a coloured one, which halves its price', () => {
  const natural = depotWorld.outputs.find(({ id }) => id === 'hdpe-natural')!;
  expect(natural.accepts).toEqual(['hdpe-bottle-natural']);
  expect(natural.tiers[1]).toMatchObject({ grade: 'hdpe-coloured' });
  expect(natural.tiers[1]!.priceEurPerKg / natural.tiers[0]!.priceEurPerKg).toBeCloseTo(0.46, 2);
});

test('two metals have two prices and two carbon factors', () => {
  const [aluminium, steel] = ['aluminium', 'steel'].map((id) => depotWorld.outputs.find((o) => o.id === id)!);
  expect(aluminium!.carbon.kgCo2ePerKg).toBeCloseTo((-9.13 - 0.02) * 1.10231, 3);
  expect(steel!.carbon.kgCo2ePerKg).toBeCloseTo((-1.83 - 0.02) * 1.10231, 3);
  expect(aluminium!.tiers[0]!.priceEurPerKg).toBeGreaterThan(5 * steel!.tiers[0]!.priceEurPerKg);
});
