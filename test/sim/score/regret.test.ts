import { describe, expect, test } from 'vitest';
import { openSolver } from '../../../scenarios/steps/solver.ts';
import { boundOf } from '../../../sim/decisions/bound.ts';
import { maintenancePolicy, sortPolicy } from '../../../sim/decisions/policies.ts';
import type { Perception } from '../../../sim/ports.ts';
import { type Lift, liftedWorld, lifts } from '../../../sim/score/regret.ts';
import { coalition, coalitions, shapley } from '../../../sim/score/shapley.ts';
import { knowsGrade, knowsMaterial } from '../../../sim/site/robot/condition.ts';
import { atCost, perfectPerception } from '../../../sim/site/robot/perception.ts';
import type { WorldSpec } from '../../../sim/world.ts';
import { allLabels, depot, lookCost, noisyPerception, play, portsOf } from '../run/kit.ts';

const solver = await openSolver();
const key = { seed: 3, replication: 0 };
const noTime = { sense: { ...lookCost.sense, timeUs: 0 }, infer: { ...lookCost.infer, timeUs: 0 } };

function valueEur(world: WorldSpec, seen: Perception, gone: readonly Lift[]): number {
  const w = liftedWorld(world, gone);
  const looked = gone.includes('capacity') ? atCost(seen, noTime) : seen;
  const told = gone.includes('perception') ? knowsMaterial(looked) : looked;
  const perception = gone.includes('grade') ? knowsGrade(told) : told;
  const maintenance = maintenancePolicy('run-to-failure', w);
  return play(w, key, portsOf({ perception, sorting: sortPolicy('expected-value'), maintenance })).summary
    .valueEur;
}

/** All sets of limits taken away, each played once. */
function regretOf(world: WorldSpec, perception: Perception) {
  const worth = new Map(
    coalitions(lifts).map((gone) => [coalition(lifts, gone), valueEur(world, perception, gone)]),
  );
  const of = (set: string) => worth.get(set)!;
  const free = boundOf(world, key, solver).freeBoundEur;
  return { parts: shapley(lifts, of), policyEur: of(''), liftedEur: of(lifts.join('+')), free, of };
}

/** Worn from the start, poor battery, a lot that is soon spoiled: every lift has something to gain. */
const world = depot(
  (w) => ({
    feed: { ...w.feed, ratePerHour: 900, poolSize: 300 },
    robots: w.robots.map((r) => ({ ...r, batteryWh: 2, panelW: 1 })),
    assets: w.assets.map((a) => ({ ...a, startWear: 0.95 })),
  }),
  1,
);

describe('regret by Shapley values of played lifts', () => {
  const result = regretOf(world, noisyPerception(0.6));

  test('the parts and planning sum to the free bound minus the value, in any order of lifting', () => {
    const { parts, policyEur, liftedEur, free, of } = result;
    const planning = free - liftedEur;
    const sum = Object.values(parts).reduce((total, part) => total + part, planning);
    expect(Math.abs(sum - (free - policyEur))).toBeLessThan(1e-9);
    expect(planning).toBeGreaterThanOrEqual(-1e-9);
    const back = [...lifts].reverse();
    const again = shapley(back, (set) => of(coalition(lifts, set.split('+') as Lift[])));
    for (const lift of lifts) expect(Math.abs(again[lift] - parts[lift])).toBeLessThan(1e-9);
  });

  test('limits that bind cost something, condition costs nothing where no output asks for it', () => {
    const { parts } = result;
    for (const lift of ['perception', 'energy', 'processing'] as const)
      expect(parts[lift], lift).toBeGreaterThan(0);
    expect(parts.grade).toBe(0);
  });

  test('with true labels in, perception and grade lose nothing', () => {
    const { parts } = regretOf(world, perfectPerception(allLabels, lookCost));
    expect(parts.perception).toBeCloseTo(0, 12);
    expect(parts.grade).toBeCloseTo(0, 12);
  });
});
