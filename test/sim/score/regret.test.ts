import { describe, expect, test } from 'vitest';
import { openSolver } from '../../../scenarios/steps/solver.ts';
import { boundOf } from '../../../sim/decisions/bound.ts';
import { maintenancePolicy, sortPolicy } from '../../../sim/decisions/policies.ts';
import type { Perception } from '../../../sim/ports.ts';
import { liftedWorlds, type RegretSplit, type RegretValues, split } from '../../../sim/score/regret.ts';
import { perfectPerception } from '../../../sim/site/robot/perception.ts';
import type { WorldSpec } from '../../../sim/world.ts';
import { allLabels, depot, lookCost, noisyPerception, play, portsOf } from '../run/kit.ts';

const solver = await openSolver();
const key = { seed: 3, replication: 0 };
const noTime = {
  sense: { ...lookCost.sense, timeUs: 0 },
  infer: { ...lookCost.infer, timeUs: 0 },
};

function valueEur(w: WorldSpec, perception: Perception): number {
  const sorting = sortPolicy('expected-value');
  const maintenance = maintenancePolicy('run-to-failure', w);
  return play(w, key, portsOf({ perception, sorting, maintenance })).summary.valueEur;
}

function regretOf(world: WorldSpec, perception: Perception): RegretSplit {
  const lifted = liftedWorlds(world).map(({ lift, world: w, instant }) => [
    lift,
    valueEur(w, perfectPerception(allLabels, instant ? noTime : lookCost)),
  ]);
  const values = { policy: valueEur(world, perception), ...Object.fromEntries(lifted) };
  return split(values as RegretValues, boundOf(world, key, solver));
}

/** Worn from the start, poor battery: every lift has something to gain. */
const world = depot(
  (w) => ({
    feed: { ...w.feed, ratePerHour: 900, poolSize: 300 },
    robots: w.robots.map((r) => ({ ...r, batteryWh: 4, panelW: 4 })),
    assets: w.assets.map((a) => ({ ...a, startWear: 0.95 })),
  }),
  2,
);

describe('regret by lifting', () => {
  const result = regretOf(world, noisyPerception(0.6));

  test('the parts sum to free bound - policy', () => {
    const sum = Object.values(result.parts).reduce((total, part) => total + part, 0);
    expect(sum).toBeCloseTo(result.freeBoundEur - result.policyEur, 9);
    expect(result.totalEur).toBeCloseTo(sum, 9);
  });

  test('each lift gains here, and planning cannot be negative: the free bound bounds the fully lifted policy', () => {
    expect(result.parts.perception).toBeGreaterThan(0);
    expect(result.parts.energy).toBeGreaterThan(0);
    expect(result.parts.maintenance).toBeGreaterThan(0);
    expect(result.parts.planning).toBeGreaterThanOrEqual(-1e-9);
    expect(result.outOfReachEur).toBeGreaterThan(0);
  });

  test('with true labels in, the perception part is 0', () => {
    expect(regretOf(world, perfectPerception(allLabels, lookCost)).parts.perception).toBe(0);
  });

  test('with endless energy in, the energy part is 0', () => {
    const charged = { ...world, robots: world.robots.map((r) => ({ ...r, batteryWh: 1e4, startSoc: 1 })) };
    expect(Math.abs(regretOf(charged, noisyPerception(0.6)).parts.energy)).toBeLessThan(1e-9);
  });
});
