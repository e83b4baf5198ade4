import { describe, expect, test } from 'vitest';
import { askingPolicy } from '../../../sim/decisions/asking.ts';
import { JoulePrices } from '../../../sim/decisions/joule-price.ts';
import { plannedLotsPolicy } from '../../../sim/decisions/planned-lots.ts';
import { sortPolicies } from '../../../sim/decisions/policies.ts';
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

/** What a policy puts into one lot, by how probably each thing is right; joules are enough. */
function lotOf(
  policy: SortPolicy,
  beliefs: readonly number[],
  { minPurity = 0.95, contaminantEurPerKg = 0.1 } = {},
): number[] {
  const tiers = [
    { minPurity, priceEurPerKg: 1 },
    { minPurity: 0, priceEurPerKg: 0 },
  ];
  const lot: number[] = [];
  beliefs.forEach((p, i) => {
    const [lotKg, believedKg] = [lot.length, lot.reduce((sum, x) => sum + x, 0)];
    const time = { timeUs: i * 20e6, dayLeftUs: (beliefs.length - i) * 20e6 };
    const view = sortViewOf({ ...even, ...time, contaminantEurPerKg, p, chargeJ: 1e9 });
    const priceEurPerKg = believedKg >= minPurity * lotKg ? 1 : 0;
    const state = { tiers, topMinPurity: minPurity, priceEurPerKg, topPriceEurPerKg: 1, lotKg, believedKg };
    if (picks(policy, { ...view, outputs: view.outputs.map((output) => ({ ...output, ...state })) }))
      lot.push(p);
  });
  return lot;
}

/** What such a lot is paid, EUR; by what is believed of each thing, or by what it is. `everything right` = all that is right and nothing else. */
function lotEur(
  policy: SortPolicy | 'everything right',
  beliefs: readonly number[],
  isRight?: (p: number) => boolean,
): number {
  const right = (p: number) => (isRight === undefined ? p : isRight(p) ? 1 : 0);
  const lot = policy === 'everything right' ? beliefs.filter((p) => right(p) === 1) : lotOf(policy, beliefs);
  const rightKg = lot.reduce((sum, p) => sum + right(p), 0);
  return rightKg >= 0.95 * lot.length - 1e-9 ? rightKg : 0;
}

/** EUR that a lot of sure things and of others, each right with probability `p`, is paid on average where it is worth nothing below its step. */
function paidOnAverage(sure: number, others: number, p: number, step: number): number {
  // The chance of 0 right ones, and then of one more each; by logarithms, as it may be smaller than any number.
  let [logarithm, eur] = [others * Math.log(1 - p), 0];
  for (let right = 0; right <= others; right++) {
    if (sure + right >= step * (sure + others) - 1e-9) eur += Math.exp(logarithm) * (sure + right);
    logarithm += Math.log(((others - right) / (right + 1)) * (p / (1 - p)));
  }
  return eur;
}

describe('each policy has a case in which it earns the most that can be earned, or all but a few percent, and the others do not', () => {
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

  test('purity-aware: where whatever is surer than the step is right and all else is wrong, it takes just what is right', () => {
    // Below the step the lot is worth nothing, and one wrong thing in ten takes it there.
    const sure = Array.from({ length: 200 }, (_, i) => (i % 10 < 8 ? 1 : 0.85));
    const truth = (p: number) => p > 0.9;
    const [earned, most] = [
      lotEur(purityAwarePolicy(), sure, truth),
      lotEur('everything right', sure, truth),
    ];
    expect(earned).toBeCloseTo(most, 9);
    for (const other of [thresholdPolicy(), expectedValuePolicy(), energyAwarePolicy()])
      expect(lotEur(other, sure, truth), other.name).toBeLessThan(0.5 * most);
  });

  test('lot-aware: a hundred sure things and twenty that are half right take in just as many of these as the step bears', () => {
    const beliefs = [...Array.from({ length: 100 }, () => 1), ...Array.from({ length: 20 }, () => 0.5)];
    // So many of the twenty: 100 + x / 2 of 100 + x must be 95 %. What x brings, for every x:
    const brings = Array.from({ length: 21 }, (_, x) => (100 + x / 2 >= 0.95 * (100 + x) ? 100 + x / 2 : 0));
    const most = Math.max(...brings);
    expect(most).toBe(105.5);
    expect(lotEur(lotAwarePolicy(), beliefs)).toBeCloseTo(most, 9);
    for (const other of [thresholdPolicy(), expectedValuePolicy(), purityAwarePolicy(), energyAwarePolicy()])
      expect(lotEur(other, beliefs), other.name).toBeLessThan(0.96 * most);
  });

  test('planned-lots: of all lots of things that are right by chance it makes one that brings nearly the most on average', () => {
    // 1000 sure things and 1000 that are right to 0.7, EUR 1 a kilogram from 90 % on, else nothing. Nobody learns what a thing was and sure
    // ones never harm, so a policy is how many of the others it takes: fewer by some than 500, which miss the step on every other day.
    const [n, step] = [1000, 0.9];
    const most = Math.max(...Array.from({ length: n + 1 }, (_, k) => paidOnAverage(n, k, 0.7, step)));
    const beliefs = Array.from({ length: 2 * n }, (_, i) => (i % 2 === 0 ? 1 : 0.7));
    const brings = (policy: SortPolicy) => {
      const lot = lotOf(policy, beliefs, { minPurity: step, contaminantEurPerKg: 0 });
      const sure = lot.filter((p) => p === 1).length;
      return paidOnAverage(sure, lot.length - sure, 0.7, step);
    };
    expect(brings(plannedLotsPolicy())).toBeGreaterThan(0.95 * most);
    const others = [thresholdPolicy(), expectedValuePolicy(), purityAwarePolicy(), lotAwarePolicy()];
    for (const other of [...others, energyAwarePolicy()])
      expect(brings(other), other.name).toBeLessThan(0.8 * most);
  });

  test('energy-aware: with joules for half of what comes, good and poor by turns, it takes all that is good and nothing else', () => {
    const n = 2000;
    const earned = (policy: SortPolicy) => {
      let [chargeJ, eur] = [(n / 2) * 150, 0];
      for (let i = 0; i < n; i++) {
        const priceEurPerKg = i % 2 === 0 ? 1 : 0.1;
        const time = { timeUs: i * 1e6, dayLeftUs: (n - i) * 1e6 };
        const view = sortViewOf({ ...even, ...time, p: 1, priceEurPerKg, chargeJ });
        if (chargeJ < 150 || !picks(policy, view)) continue;
        chargeJ -= 150;
        eur += priceEurPerKg;
      }
      return eur;
    };
    // With joules for n / 2 picks, nothing beats the n / 2 that bring most.
    expect(earned(energyAwarePolicy())).toBeGreaterThan(0.99 * (n / 2));
    for (const other of [thresholdPolicy(), expectedValuePolicy(), purityAwarePolicy()])
      expect(earned(other), other.name).toBeLessThan(0.6 * (n / 2));
  });

  test.each(['escalation', 'lot-aware-escalation', 'planned-lots-escalation'])(
    '%s: where a look tells the truth for nothing, all that is right is picked and nothing else, which nothing beats',
    (name) => {
      // 1000 things, each right or wrong as often, EUR 0.3 or EUR -0.7 a kilogram: untold, none is worth a pick.
      const earned = (policy: SortPolicy) => {
        let [eur, looks] = [0, 0];
        for (let i = 0; i < 1000; i++) {
          const right = (i * 7919) % 2 === 0;
          const time = { timeUs: i * 20e6, dayLeftUs: (1000 - i) * 20e6, chargeJ: 1e9 };
          const first = sortViewOf({ ...even, ...time, p: 0.5 });
          const asked = policy.decide({ ...first, nextLook: { energyJ: 0, timeUs: 0 } });
          if (asked.action.kind === 'look') looks += 1;
          const told = { ...sortViewOf({ ...even, ...time, p: right ? 1 : 0 }), looks: 2 };
          const { action } = asked.action.kind === 'look' ? policy.decide(told) : asked;
          if (action.kind === 'pick') eur += right ? 0.3 : -0.7;
        }
        return { eur, looks };
      };
      expect(earned(sortPolicies[name]!())).toEqual({ eur: expect.closeTo(500 * 0.3, 9), looks: 1000 });
      // Planned lots look by themselves where a look is offered; the others never do.
      for (const other of ['threshold', 'expected-value', 'purity-aware', 'energy-aware', 'lot-aware'])
        expect(earned(sortPolicies[other]!()).eur, other).toBe(0);
    },
  );

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

test('every policy of sorting is among these cases, or asks as one of them does', () => {
  const judged = ['threshold', 'expected-value', 'purity-aware', 'lot-aware', 'energy-aware', 'planned-lots'];
  const asking = ['escalation', 'lot-aware-escalation', 'planned-lots-escalation'];
  expect(Object.keys(sortPolicies).sort()).toEqual([...judged, ...asking].sort());
});
