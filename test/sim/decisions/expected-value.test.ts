import { describe, expect, test } from 'vitest';
import { askingPolicy } from '../../../sim/decisions/asking.ts';
import { lotEur, perfectInformationEur } from '../../../sim/decisions/expected-value.ts';
import {
  energyAwarePolicy,
  expectedValuePolicy,
  lotAwarePolicy,
  purityAwarePolicy,
  thresholdPolicy,
} from '../../../sim/decisions/sorting.ts';
import type { SortPolicy } from '../../../sim/ports.ts';
import { breakEven, twoWayInformationEur } from '../../oracles/two-way-choice.ts';
import { sortViewOf } from './views.ts';

/** By hand: ejecting gains 0.22 EUR on target and loses 0.60 off it; 1 kg, nothing to gain by passing. */
const eject = (p: number) =>
  sortViewOf({ p, priceEurPerKg: 0.22, contaminantEurPerKg: 0.6, massKg: 1, residueEurPerKg: 0, success: 1 });

describe('value of a choice over the belief', () => {
  test('break-even, value of information and its maximum', () => {
    expect(breakEven(0.22, 0.6)).toBeCloseTo(0.731707, 6);
    expect(twoWayInformationEur(0.6, 0.22, 0.6)).toBeCloseTo(0.132, 12);
    expect(twoWayInformationEur(0, 0.22, 0.6)).toBe(0);
    expect(twoWayInformationEur(1, 0.22, 0.6)).toBeCloseTo(0, 12);
    expect(twoWayInformationEur(breakEven(0.22, 0.6), 0.22, 0.6)).toBeCloseTo(0.160976, 6);
  });

  test('the same on a belief: at 0.6 passing is right and knowing is worth 0.132', () => {
    const choice = expectedValuePolicy().decide(eject(0.6));
    expect(choice.action).toEqual({ kind: 'pass' });
    expect(choice.options.map((o) => o.expectedEur)).toEqual([
      expect.closeTo(0, 12),
      expect.closeTo(-0.108, 6),
    ]);
    expect(perfectInformationEur(eject(0.6))).toBeCloseTo(0.132, 6);
    expect(expectedValuePolicy().decide(eject(0.74)).action).toEqual({ kind: 'pick', output: 0 });
    expect(expectedValuePolicy().decide(eject(0.72)).action).toEqual({ kind: 'pass' });
  });

  test('an output that is to stay pure takes what keeps it so, whoever decides, and any that is pure enough by itself', () => {
    // A piece brings 5 EUR where it is right and costs 3 where it is wrong: one that is right with 0.6 pays.
    const shelf = (p: number, lotKg: number, believedKg: number, minPurity: number) => {
      const view = eject(p);
      const worth = [1, 0].map((right) => Array.from({ length: 6 }, (_, g) => (right && g === 0 ? 5 : -3)));
      const pieces = { eur: Float64Array.from(worth.flat()), eurPerKg: new Float64Array(12), minPurity };
      const grades = Float64Array.from({ length: 12 }, (_, at) => (at % 6 === 0 ? 1 : 0));
      const [output] = view.outputs;
      return { ...view, grades, outputs: [{ ...output!, pieces, lotKg, believedKg, tiers: [] }] };
    };
    const policies = [expectedValuePolicy(), energyAwarePolicy(), lotAwarePolicy(), thresholdPolicy(0.5)];
    const takes = (...of: Parameters<typeof shelf>) =>
      policies.map((policy) => policy.decide(shelf(...of)).action.kind === 'pick');
    const all = (taken: boolean) => policies.map(() => taken);
    expect(takes(0.6, 0, 0, 0)).toEqual(all(true));
    expect(takes(0.6, 0, 0, 0.8)).toEqual(all(false));
    expect(takes(0.85, 10, 5, 0.8)).toEqual(all(true));
    // 4.9 of 5 kg and 0.6 of one more are 5.5 of 6: 0.917; 4.2 and 0.6 are 4.8 of 6: exactly 0.8; 4.1 and 0.6 are less.
    expect(takes(0.6, 5, 4.9, 0.8)).toEqual(all(true));
    expect(takes(0.6, 5, 4.1, 0.8)).toEqual(all(false));
  });

  test('the best threshold policy is worth more with a better sensor, and no less than expected value', () => {
    // A sensor that says `yes` with probability `a` on target and 1 - a off it; half of the items are targets, 1 kg each.
    const worth = (policy: SortPolicy, a: number) =>
      [a, 1 - a].reduce((eur, posterior) => {
        const picks = policy.decide(eject(posterior)).action.kind === 'pick';
        return eur + 0.5 * (picks ? 0.22 * posterior - 0.6 * (1 - posterior) : 0);
      }, 0);
    const thresholds = Array.from({ length: 100 }, (_, i) => thresholdPolicy((i + 0.5) / 100));
    const best = (a: number) => Math.max(...thresholds.map((policy) => worth(policy, a)));
    // Below the break-even probability of 0.7317 nothing is worth picking; above it 0.5 (0.22 a - 0.6 (1 - a)).
    const expected = [
      [0.5, 0],
      [0.6, 0],
      [0.75, 0.0075],
      [0.9, 0.069],
      [1, 0.11],
    ] as const;
    for (const [a, eur] of expected) {
      expect(best(a)).toBeCloseTo(eur, 12);
      expect(worth(expectedValuePolicy(), a)).toBeCloseTo(eur, 12);
    }
    expect(worth(thresholdPolicy(0.5), 0.6)).toBeCloseTo(0.5 * (0.22 * 0.6 - 0.6 * 0.4), 12);
  });
});

describe('what an item does to its lot', () => {
  const tiers = [
    { minPurity: 0.95, priceEurPerKg: 1 },
    { minPurity: 0, priceEurPerKg: 0 },
  ];
  const lot = (lotKg: number, believedKg: number) => ({
    ...sortViewOf({ contaminantEurPerKg: 0.2 }).outputs[0]!,
    tiers,
    lotKg,
    believedKg,
  });

  test('a sure item adds its price; one that brings the bale below its step costs the price of all', () => {
    expect(lotEur(lot(10, 10), 1, 1)).toBeCloseTo(1, 12);
    expect(lotEur(lot(10, 10), 0.5, 1)).toBeCloseTo(10.5 - 0.1 - 10, 12);
    expect(lotEur(lot(10, 9.5), 0.5, 1)).toBeCloseTo(-0.2 * 1 - (9.5 - 0.2 * 0.5), 12);
  });

  test('one that lifts a bale over the step earns the price of all', () => {
    expect(lotEur(lot(10, 9.4), 1, 10)).toBeCloseTo(19.4 - 0.12 + 0.12, 12);
  });

  test('the lot-aware policy leaves it, expected value takes it', () => {
    const view = { ...sortViewOf({ p: 0.7, massKg: 1 }), outputs: [{ ...lot(10, 9.6), priceEurPerKg: 1 }] };
    expect(lotAwarePolicy().decide(view).action.kind).toBe('pass');
    expect(expectedValuePolicy().decide(view).action.kind).toBe('pick');
  });
});

describe('sorting policies', () => {
  test('threshold looks at probability alone', () => {
    expect(thresholdPolicy(0.7).decide(eject(0.71)).action.kind).toBe('pick');
    expect(thresholdPolicy(0.7).decide(eject(0.69)).action.kind).toBe('pass');
  });

  test('purity-aware refuses what would spoil the bale, however dear', () => {
    const view = sortViewOf({ p: 0.9, priceEurPerKg: 10, topMinPurity: 0.95 });
    expect(purityAwarePolicy().decide(view).action.kind).toBe('pass');
    expect(expectedValuePolicy().decide(view).action.kind).toBe('pick');
  });

  test('escalation looks again while it does not know, and only while a look is cheaper than knowing', () => {
    const nextLook = { energyJ: 30, timeUs: 1_000_000 };
    const asking = (eurPerJ: number, eurPerS: number) =>
      askingPolicy('asking', expectedValuePolicy(), {
        eurPerJ: () => eurPerJ,
        eurPerS,
        informationShare: 0.8,
      });
    const policy = asking(1e-4, 1e-3);
    expect(policy.decide({ ...eject(0.7), nextLook }).action.kind).toBe('look');
    expect(policy.decide({ ...eject(0.7), nextLook: null }).action.kind).toBe('pass');
    expect(policy.decide({ ...eject(1), nextLook }).action.kind).toBe('pick');
    const dear = asking(1, 1);
    expect(dear.decide({ ...eject(0.7), nextLook }).action.kind).toBe('pass');
  });

  test('energy-aware picks everything with a full battery, and only the best when joules are short', () => {
    const values = Array.from({ length: 400 }, (_, i) => 0.1 + ((i * 7919) % 100) / 100);
    const picked = (chargeJ: number) => {
      const policy = energyAwarePolicy();
      return values.filter((priceEurPerKg, i) => {
        const view = sortViewOf({
          p: 1,
          priceEurPerKg,
          chargeJ,
          timeUs: i * 1e6,
          dayLeftUs: (400 - i) * 1e6,
        });
        return policy.decide(view).action.kind === 'pick';
      });
    };
    expect(picked(1e9)).toHaveLength(400);
    const short = picked(100 * 150);
    expect(short.length).toBeLessThan(300);
    const mean = (xs: number[]) => xs.reduce((s, x) => s + x, 0) / xs.length;
    expect(mean(short)).toBeGreaterThan(mean(values) + 0.05);
  });
});
