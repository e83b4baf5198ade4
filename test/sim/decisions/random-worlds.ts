import { openSolver } from '../../../scenarios/steps/solver.ts';
import { boundOf } from '../../../sim/decisions/bound.ts';
import { maintenancePolicies, sortPolicies } from '../../../sim/decisions/policies.ts';
import { stream } from '../../../sim/kernel/random/random.ts';
import { perfectPerception } from '../../../sim/site/robot/perception.ts';
import type { WorldSpec } from '../../../sim/world.ts';
import { allLabels, depot, lookCost, noisyPerception, play, portsOf } from '../run/kit.ts';

const solver = await openSolver();
const base = depot((w) => ({ feed: { ...w.feed, poolSize: 150, surges: [], ratePerHour: 600 } }), 0.2);

/** How far the bound lies above what a policy earned on a small world, both drawn by a number; EUR, and what was earned. */
export function playRandomWorld(n: number): { readonly aboveEur: number; readonly what: string } {
  const random = stream({ seed: n, replication: 0, path: 'test', purpose: 'random world' });
  const between = (lo: number, hi: number) => lo + (hi - lo) * random.next();
  const one = <T>(list: readonly T[]): T => list[Math.floor(random.next() * list.length)]!;
  const world: WorldSpec = {
    ...base,
    outputs: base.outputs.map((output) => ({
      ...output,
      tiers: [
        { minPurity: between(0.5, 0.98), priceEurPerKg: between(0.05, 2) },
        { minPurity: 0, priceEurPerKg: between(-0.2, 0.05) },
      ],
      contaminantEurPerKg: between(0, 0.5),
    })),
    residue: { ...base.residue, costEurPerKg: between(-0.05, 0.3) },
    robots: base.robots.slice(0, one([1, 2])).map((robot) => ({
      ...robot,
      ...{ batteryWh: between(0.2, 30), startSoc: between(0.2, 1), panelW: between(0, 20) },
      ...{ moveS: between(0, 12), moveJ: between(0, 300), pickSuccess: between(0.3, 1) },
      outputs: robot.outputs
        .filter(() => random.next() < 0.7)
        .concat(robot.outputs[0]!)
        .filter((o, i, all) => all.indexOf(o) === i),
    })),
    assets: base.assets
      .filter(({ robotId }) => robotId === null || robotId === base.robots[0]!.id)
      .map((asset) => ({
        ...asset,
        // Some parts fail within the hours that are played.
        shapePerHour: random.next() < 0.5 ? asset.shapePerHour : between(1, 60),
        startWear: random.next() < 0.3 ? ('long-run' as const) : between(0, 0.99),
      })),
    // Some technicians are near and cheap enough for new grippers to be worth a visit.
    maintenance: {
      ...base.maintenance,
      ...{ visitEur: between(0, 2), travelS: between(0, 300), inspectEveryS: 60, fromHour: 0, toHour: 24 },
    },
  };
  const key = { seed: 7, replication: 0 };
  const sorting = one(Object.keys(sortPolicies));
  const maintenance = one(Object.keys(maintenancePolicies));
  const ports = portsOf({
    perception: one([perfectPerception(allLabels, lookCost), noisyPerception(0.7)]),
    sorting: sortPolicies[sorting]!(),
    maintenance: maintenancePolicies[maintenance]!(world),
  });
  const { valueEur } = play(world, key, ports).summary;
  const policies = [maintenancePolicies[maintenance]!(world)];
  return {
    aboveEur: boundOf(world, key, solver, undefined, policies).boundEur - valueEur,
    what: `world ${n}: ${sorting}, ${maintenance}`,
  };
}
