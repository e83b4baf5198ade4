import type { OutputSpec, RobotSpec, WorldSpec } from '../world.ts';

/**
 * Limits that can be taken away. Perception and grade are those of the eyes: material and condition are known then. Energy,
 * capacity, maintenance and processing are those of the world.
 */
export const lifts = ['perception', 'grade', 'energy', 'capacity', 'maintenance', 'processing'] as const;

/** A limit that is taken away. */
export type Lift = (typeof lifts)[number];

/** The world without these limits; the same where none of them is its own. */
export function liftedWorld(world: WorldSpec, gone: readonly Lift[]): WorldSpec {
  let lifted = world;
  const robots = (change: (robot: RobotSpec) => RobotSpec) => ({
    ...lifted,
    robots: lifted.robots.map(change),
  });
  if (gone.includes('energy')) lifted = robots(endlessEnergy);
  if (gone.includes('capacity')) lifted = robots(noTime);
  // Nothing wears, so the policy needs no spare part and more of them never cost it anything.
  if (gone.includes('maintenance')) lifted = { ...lifted, assets: [] };
  if (gone.includes('processing')) lifted = { ...lifted, outputs: lifted.outputs.map(paidByPiece) };
  return lifted;
}

/** True where condition can change what a thing brings: elsewhere lifting the limit of grade lifts nothing. */
export function gradesMatter({ outputs }: Pick<WorldSpec, 'outputs'>): boolean {
  return outputs.some(
    ({ maxState, grades, bench }) => maxState < 9 || grades !== undefined || bench !== undefined,
  );
}

/** A battery that cannot run low: a thousand working days of moves in it, full, without losses in time. */
function endlessEnergy(robot: RobotSpec): RobotSpec {
  return { ...robot, batteryWh: 1e6, startSoc: 1, stopSoc: 0, restartSoc: 0, selfDischargePerDay: 0 };
}

/** Moves take no time, and computers answer at once; sensors keep their own seconds through the perception's cost. */
function noTime(robot: RobotSpec): RobotSpec {
  return { ...robot, moveS: 0, computeTimeFactor: 0 };
}

/** What belongs there is paid the best price whatever lies beside it, and a lot is taken away for nothing. */
function paidByPiece(output: OutputSpec): OutputSpec {
  const best = output.tiers.reduce((a, b) => (b.priceEurPerKg > a.priceEurPerKg ? b : a), {
    minPurity: 0,
    priceEurPerKg: Number.NEGATIVE_INFINITY,
  });
  const tiers = output.tiers.length === 0 ? output.tiers : [{ ...best, minPurity: 0 }];
  return { ...output, tiers, emptyEur: 0 };
}
