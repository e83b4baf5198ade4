/**
 * Regret of a policy against the free bound, split by lifting in a fixed order: perception -> energy -> capacity ->
 * maintenance -> planning and foresight. Each part is what that lift gains on the same day under the same draws; negative
 * parts are shown (a heuristic may do worse with better input); the parts sum to free bound - policy.
 */
import type { RobotSpec, WorldSpec } from '../world.ts';

/** Limits that can be taken away, in the order in which `liftedWorlds` does it. */
export const lifts = ['perception', 'energy', 'capacity', 'maintenance'] as const;

/** A limit that is taken away. */
export type Lift = (typeof lifts)[number];

export interface RegretSplit {
  readonly policyEur: number;
  /** Gain of each lift, in order. */
  readonly parts: Readonly<Record<Lift | 'planning', number>>;
  readonly fullyLiftedEur: number;
  readonly freeBoundEur: number;
  readonly boundEur: number;
  /** Free bound - bound: what no policy can have. */
  readonly outOfReachEur: number;
  readonly totalEur: number;
}

/** One of the days that regret is split by. */
export interface LiftedWorld {
  /** The last limit that was taken away; all before it in the order are gone too. */
  readonly lift: Lift;
  readonly world: WorldSpec;
  /** Looks take no time either. */
  readonly instant: boolean;
}

/** EUR of the day as the policy played it, and of each lifted day under the same policies with true labels. */
export type RegretValues = Readonly<Record<Lift | 'policy', number>>;

/**
 * The days that the regret of a world is split by, in order: perception (the world as it is, with true labels), then without the
 * limits of energy, capacity and maintenance. Without maintenance nothing wears, so the fully lifted policy needs no spare part
 * and more of them never cost it anything. Before that lift a part may cost money: it brings a repair forward into the day, where
 * it is paid for, and out of the trip of an asset that fails meanwhile. A policy that may leave parts on the shelf has no such loss.
 */
export function liftedWorlds(world: WorldSpec): LiftedWorld[] {
  return lifts.map((lift, index) => {
    const gone = lifts.slice(0, index + 1);
    return { lift, world: liftedWorld(world, gone), instant: gone.includes('capacity') };
  });
}

/** The world without these limits. True labels are no part of a world: what robots see with must be given as such. */
export function liftedWorld(world: WorldSpec, gone: readonly Lift[]): WorldSpec {
  const charged = gone.includes('energy') ? world.robots.map(endlessEnergy) : world.robots;
  const robots = gone.includes('capacity') ? charged.map(noTime) : charged;
  if (robots === world.robots && !gone.includes('maintenance')) return world;
  return { ...world, robots, assets: gone.includes('maintenance') ? [] : world.assets };
}

/** A battery that cannot run low: a thousand working days of moves in it, full, without losses in time. */
function endlessEnergy(robot: RobotSpec): RobotSpec {
  return { ...robot, batteryWh: 1e6, startSoc: 1, stopSoc: 0, restartSoc: 0, selfDischargePerDay: 0 };
}

/** Moves take no time, and computers answer at once; sensors keep their own seconds through the perception's cost. */
function noTime(robot: RobotSpec): RobotSpec {
  return { ...robot, moveS: 0, computeTimeFactor: 0 };
}

/** Splits the regret by what the days of `liftedWorlds` were worth. */
export function split(
  { policy, perception, energy, capacity, maintenance }: RegretValues,
  { boundEur, freeBoundEur }: { readonly boundEur: number; readonly freeBoundEur: number },
): RegretSplit {
  return {
    policyEur: policy,
    parts: {
      perception: perception - policy,
      energy: energy - perception,
      capacity: capacity - energy,
      maintenance: maintenance - capacity,
      planning: freeBoundEur - maintenance,
    },
    fullyLiftedEur: maintenance,
    freeBoundEur,
    boundEur,
    outOfReachEur: freeBoundEur - boundEur,
    totalEur: freeBoundEur - policy,
  };
}
