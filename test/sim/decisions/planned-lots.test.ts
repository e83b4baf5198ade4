import { describe, expect, test } from 'vitest';
import { plannedLotsPolicy } from '../../../sim/decisions/planned-lots.ts';
import { expectedValuePolicy } from '../../../sim/decisions/sorting.ts';
import { stream } from '../../../sim/kernel/random/random.ts';
import type { SortPolicy } from '../../../sim/ports.ts';
import { sortViewOf } from './views.ts';

const things = 1500;
const massKg = 0.05;
const tiers = [
  { minPurity: 0.9, priceEurPerKg: 1 },
  { minPurity: 0, priceEurPerKg: 0 },
];

/**
 * A day on one lot: what comes is right with the probabilities that are believed, one after the other. Answers with the probabilities of
 * what is picked. Standing by takes `idleJ` from one thing to the next.
 */
function picked(
  policy: SortPolicy,
  beliefs: readonly number[],
  chargeJ: number,
  idleJ = 0,
  steps = tiers,
): number[] {
  const lot: number[] = [];
  let [lotKg, believedKg, leftJ] = [0, 0, chargeJ];
  for (let i = 0; i < things; i++) {
    const base = sortViewOf({
      ...{ p: beliefs[i % beliefs.length]!, massKg, success: 1, residueEurPerKg: 0.1, chargeJ: leftJ },
      ...{ timeUs: i * 20e6, dayLeftUs: (things - i) * 20e6 },
    });
    const standbyJ = (things - i) * idleJ;
    leftJ -= idleJ;
    const reached = lotKg === 0 || believedKg >= 0.9 * lotKg;
    const { priceEurPerKg } = steps[reached ? 0 : 1]!;
    const outputs = base.outputs.map((output) => ({
      ...output,
      ...{ tiers: steps, lotKg, believedKg, priceEurPerKg, topPriceEurPerKg: 1, topMinPurity: 0.9 },
    }));
    if (leftJ < base.pick.energyJ || policy.decide({ ...base, outputs, standbyJ }).action.kind !== 'pick')
      continue;
    lot.push(beliefs[i % beliefs.length]!);
    lotKg += massKg;
    believedKg += massKg * beliefs[i % beliefs.length]!;
    leftJ -= base.pick.energyJ;
  }
  return lot;
}

/** EUR of such a day by what is believed. */
function earned(policy: SortPolicy, beliefs: readonly number[], chargeJ: number, idleJ = 0): number {
  const lot = picked(policy, beliefs, chargeJ, idleJ);
  const lotKg = massKg * lot.length;
  const believedKg = massKg * lot.reduce((sum, p) => sum + p, 0);
  const paid = believedKg >= 0.9 * lotKg ? believedKg : 0;
  return paid - 0.2 * (lotKg - believedKg) + 0.1 * lotKg;
}

describe('planned lots', () => {
  test('comes near the best mixture of a lot, where the step is lost to who takes what each thing is worth by itself', () => {
    // Sure things, things right to 0.7 and to 0.4 in turn. Best at 90 %: all of the first, and half as many of the second.
    const beliefs = [1, 0.7, 0.4];
    const sureKg = (things / 3) * massKg;
    const best = 1.35 * sureKg - 0.2 * 0.15 * sureKg + 0.1 * 1.5 * sureKg;
    const planned = earned(plannedLotsPolicy(), beliefs, 1e9);
    expect(planned).toBeGreaterThan(0.9 * best);
    expect(planned).toBeLessThanOrEqual(best * (1 + 1e-9));
    expect(earned(expectedValuePolicy(), beliefs, 1e9)).toBeLessThan(0.5 * best);
  });

  test('a lot is kept so far above its step that it is seldom lost by chance, and less far where less would be lost', () => {
    const chance = stream({ seed: 1, replication: 0, path: 'test', purpose: 'what things are' });
    /** Share of 400 days on which the same lot, with things that are right by chance, reaches the step. */
    const reaches = (lot: readonly number[]) => {
      let days = 0;
      for (let day = 0; day < 400; day++) {
        const right = lot.filter((p) => chance.next() < p).length;
        if (right >= 0.9 * lot.length) days += 1;
      }
      return days / 400;
    };
    const [best] = tiers;
    const spread = Array.from({ length: 29 }, (_, n) => 1 - ((n * 12) % 29) / 40);
    const lotWhereBelowPays = (priceEurPerKg: number) =>
      picked(plannedLotsPolicy(), spread, 1e9, 0, [best!, { minPurity: 0, priceEurPerKg }]);
    const [dear, cheap] = [lotWhereBelowPays(0), lotWhereBelowPays(0.3)];
    expect(reaches(dear)).toBeGreaterThan(0.9);
    expect(reaches(cheap)).toBeLessThan(0.85);
    expect(cheap.length).toBeGreaterThan(dear.length);
  });

  test('with joules for a third of the sure things, it keeps them for these', () => {
    const beliefs = [1, 0.7, 0.4];
    const chargeJ = (things / 9) * 150;
    const best = (things / 9) * massKg * 1.1;
    const planned = earned(plannedLotsPolicy(), beliefs, chargeJ);
    expect(planned).toBeGreaterThan(0.85 * best);
  });

  test('where standing by alone would use up the joules, it spends them before', () => {
    // 100 J of waiting and 150 J of a pick for each thing: the charge lasts for 240 of 1500, all of them sure and worth the same.
    const planned = earned(plannedLotsPolicy(), [1], 60_000, 100);
    expect(planned).toBeGreaterThan(0.9 * 240 * massKg * 1.1);
  });

  test('a robot that has less charge than one further down the belt leaves what is worth little to that one', () => {
    const policy = plannedLotsPolicy();
    const seenBy = (robotId: string, chargeJ: number, massKg: number, at: number) => {
      const view = sortViewOf({ p: 1, massKg, chargeJ, timeUs: at * 1e6, dayLeftUs: 3600e6 });
      const { kind } = policy.decide({ ...view, robotId }).action;
      return kind;
    };
    expect(seenBy('first', 20e3, 0.02, 0)).toBe('pick');
    expect(seenBy('second', 29e3, 0.02, 1)).toBe('pick');
    // Nine kilojoules ahead make joules twenty times as dear to the first.
    expect(seenBy('first', 20e3, 0.02, 2)).toBe('pass');
    expect(seenBy('first', 20e3, 0.5, 3)).toBe('pick');
    expect(seenBy('second', 29e3, 0.02, 4)).toBe('pick');
    // Nothing was heard of the second for three minutes: it may be off.
    expect(seenBy('first', 20e3, 0.02, 200)).toBe('pick');
  });

  test('the last joules above the stop threshold are kept', () => {
    const seen = (chargeJ: number) =>
      plannedLotsPolicy().decide(sortViewOf({ p: 1, massKg: 1, chargeJ })).action.kind;
    expect([seen(440), seen(460)]).toEqual(['pass', 'pick']);
    // A node with a battery of 360 J keeps 4 of them.
    const node = { ...sortViewOf({ p: 1, massKg: 1, chargeJ: 100 }), capacityJ: 360 };
    const pick = { ...node.pick, energyJ: 1.5 };
    expect(plannedLotsPolicy().decide({ ...node, pick }).action.kind).toBe('pick');
  });
});
