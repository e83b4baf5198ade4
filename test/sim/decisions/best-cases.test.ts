import { describe, expect, test } from 'vitest';
import { askingPolicy } from '../../../sim/decisions/asking.ts';
import { JoulePrices } from '../../../sim/decisions/joule-price.ts';
import {
  energyAwarePolicy,
  expectedValuePolicy,
  lotAwarePolicy,
  purityAwarePolicy,
  thresholdPolicy,
} from '../../../sim/decisions/sorting.ts';
import type { SortPolicy, SortView } from '../../../sim/ports.ts';
import { sortViewOf } from './views.ts';

const picks = (policy: SortPolicy, view: SortView) => policy.decide(view).action.kind === 'pick';
const beliefs = Array.from({ length: 101 }, (_, i) => i / 100);

/** 1 kg: 0.3 EUR if it belongs there, -0.7 if not, nothing for passing it on; grips hold. */
const even = { priceEurPerKg: 0.3, contaminantEurPerKg: 0.7, massKg: 1, residueEurPerKg: 0, success: 1 };

describe('each policy has a case in which nothing can do better', () => {
  test('threshold: where the break-even probability is its own, 0.7, no policy earns more on any belief', () => {
    for (const p of beliefs) {
      const eur = (policy: SortPolicy) =>
        picks(policy, sortViewOf({ ...even, p })) ? p * 0.3 - (1 - p) * 0.7 : 0;
      expect(eur(thresholdPolicy(0.7))).toBeCloseTo(Math.max(0, p - 0.7), 6);
      expect(eur(thresholdPolicy(0.7))).toBeGreaterThanOrEqual(eur(thresholdPolicy(0.5)) - 1e-6);
    }
  });

  test('expected value: the best choice on every belief, whatever the prices; a threshold is not', () => {
    let [best, fixed, most] = [0, 0, 0];
    for (const p of beliefs) {
      const view = sortViewOf({ ...even, priceEurPerKg: 2, p });
      const gain = p * 2 - (1 - p) * 0.7;
      best += picks(expectedValuePolicy(), view) ? gain : 0;
      fixed += picks(thresholdPolicy(0.7), view) ? gain : 0;
      most += Math.max(0, gain);
    }
    expect(best).toBeCloseTo(most, 6);
    expect(best).toBeGreaterThan(fixed + 1);
  });

  test('purity-aware and lot-aware: one doubtful thing would cost a full lot its price step', () => {
    const [tiers, topMinPurity] = [
      [
        { minPurity: 0.95, priceEurPerKg: 1 },
        { minPurity: 0, priceEurPerKg: 0 },
      ],
      0.95,
    ];
    const [output] = sortViewOf(even).outputs;
    const lot = { ...output!, ...{ tiers, topMinPurity, priceEurPerKg: 1, lotKg: 100, believedKg: 95.2 } };
    const view = { ...sortViewOf({ ...even, p: 0.7 }), outputs: [lot] };
    // In: 95.9 of 101 kg are good, 94.95 %, and the lot is worth nothing. Out: EUR 95.2.
    expect((95.2 + 0.7) / 101).toBeLessThan(0.95);
    expect(picks(purityAwarePolicy(), view)).toBe(false);
    expect(picks(lotAwarePolicy(), view)).toBe(false);
    expect(picks(expectedValuePolicy(), { ...view, outputs: [{ ...lot, contaminantEurPerKg: 0.1 }] })).toBe(
      true,
    );
  });

  test('energy-aware: with joules for a quarter of the picks, taking the best quarter is optimal, and it comes near', () => {
    const n = 2000;
    const prices = Array.from({ length: n }, (_, i) => 0.1 + ((i * 7919) % 1000) / 1000);
    const earned = (policy: SortPolicy) => {
      let chargeJ = (n / 4) * 150;
      return prices.reduce((eur, priceEurPerKg, i) => {
        const time = { timeUs: i * 1e6, dayLeftUs: (n - i) * 1e6 };
        const view = sortViewOf({ ...even, ...time, p: 1, priceEurPerKg, chargeJ });
        if (chargeJ < 150 || !picks(policy, view)) return eur;
        chargeJ -= 150;
        return eur + priceEurPerKg;
      }, 0);
    };
    const optimal = [...prices]
      .sort((a, b) => b - a)
      .slice(0, n / 4)
      .reduce((a, b) => a + b, 0);
    expect(earned(energyAwarePolicy())).toBeGreaterThan(0.93 * optimal);
    expect(earned(energyAwarePolicy())).toBeLessThanOrEqual(optimal);
    expect(earned(energyAwarePolicy())).toBeGreaterThan(1.4 * earned(expectedValuePolicy()));
  });

  test('asking: a free look that tells the truth is worth its value of information, and is taken exactly where that is above 0', () => {
    const free = { eurPerJ: () => 0, eurPerS: 0, informationShare: 1 };
    for (const p of beliefs) {
      const view = { ...sortViewOf({ ...even, p }), nextLook: { energyJ: 30, timeUs: 1 } };
      const asked = askingPolicy('asking', expectedValuePolicy(), free).decide(view).action.kind === 'look';
      // Told: p of 0.3. Untold: the better of passing on and p - 0.7.
      expect(asked, `p ${p}`).toBe(p * 0.3 - Math.max(0, p - 0.7) > 1e-6);
    }
  });
});

describe('the shadow price of a joule', () => {
  /** One offer a second, EUR 1 to 10 for 100 J each, over the first half of a day of 2,000 s. */
  const priceAfter = (chargeJ: number, standbyJ = 0) => {
    const prices = new JoulePrices();
    let eur = 0;
    for (let i = 0; i <= 1000; i++) {
      const view = { ...sortViewOf({ timeUs: i * 1e6, dayLeftUs: (2000 - i) * 1e6, chargeJ }), standbyJ };
      eur = prices.eurPerJ(view, [{ gainEur: 1 + (i % 10), energyJ: 100 }]);
    }
    return eur;
  };

  test('is what the first offer that is left gains by the joule: 30 % of the joules buy 10, 9 and 8', () => {
    // About 1,000 offers of 100 J are to come. Joules for 350 of them: the best 300 and half of those at EUR 7.
    expect(priceAfter(35_000)).toBeCloseTo(0.07, 12);
    expect(priceAfter(35_000 + 12_345, 12_345)).toBeCloseTo(0.07, 12);
    expect(priceAfter(5_000)).toBeCloseTo(0.1, 12);
  });

  test('is nothing where joules are enough for all, and falls with charge', () => {
    expect(priceAfter(200_000)).toBe(0);
    const prices = [5, 15, 35, 55, 75, 95].map((kJ) => priceAfter(1000 * kJ));
    expect([...prices].sort((a, b) => b - a)).toEqual(prices);
  });
});
