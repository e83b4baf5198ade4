/**
 * Regret of a policy against the free bound, split by lifting in a fixed order: perception -> energy -> capacity ->
 * maintenance -> planning and foresight. Each part is what that lift gains on the same day under the same draws; negative
 * parts are shown (a heuristic may do worse with better input); the parts sum to free bound - policy.
 */
import type { RobotSpec, WorldSpec } from '../world.ts';

export const lifts = ['perception', 'energy', 'capacity', 'maintenance'] as const;
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

/**
 * The world with a limit taken away; 'perception' leaves it as it is (the caller puts true labels in). Without 'maintenance'
 * nothing wears, so the fully lifted policy needs no spare part and more of them never cost it anything. Before that lift a
 * part may cost money: it brings a repair forward into the day, where it is paid for, and out of the trip of an asset that
 * fails meanwhile. A policy that may leave parts on the shelf has no such loss.
 */
export function lifted(world: WorldSpec, lift: Lift): WorldSpec {
  if (lift === 'energy') return { ...world, robots: world.robots.map(endlessEnergy) };
  if (lift === 'capacity') return { ...world, robots: world.robots.map(noTime) };
  if (lift === 'maintenance') return { ...world, assets: [] };
  return world;
}

/** A battery that cannot run low: a thousand working days of moves in it, full, without losses in time. */
function endlessEnergy(robot: RobotSpec): RobotSpec {
  return { ...robot, batteryWh: 1e6, startSoc: 1, stopSoc: 0, restartSoc: 0, selfDischargePerDay: 0 };
}

/** Moves take no time, and computers answer at once; sensors keep their own seconds through the perception's cost. */
function noTime(robot: RobotSpec): RobotSpec {
  return { ...robot, moveS: 0, computeTimeFactor: 0 };
}

/**
 * Splits the regret. `valueEur(world, truth)` plays the day with the same policies: `truth` false = the perception under
 * test, true = true labels at no cost in time. Five runs.
 */
export function splitRegret(
  world: WorldSpec,
  bound: { readonly boundEur: number; readonly freeBoundEur: number },
  valueEur: (world: WorldSpec, truth: boolean, instant: boolean) => number,
): RegretSplit {
  const policyEur = valueEur(world, false, false);
  const parts: Partial<Record<Lift | 'planning', number>> = {};
  let now = world;
  let before = policyEur;
  let instant = false;
  for (const lift of lifts) {
    now = lifted(now, lift);
    if (lift === 'capacity') instant = true;
    const after = valueEur(now, true, instant);
    parts[lift] = after - before;
    before = after;
  }
  parts.planning = bound.freeBoundEur - before;
  return {
    policyEur,
    parts: parts as Record<Lift | 'planning', number>,
    fullyLiftedEur: before,
    freeBoundEur: bound.freeBoundEur,
    boundEur: bound.boundEur,
    outOfReachEur: bound.freeBoundEur - bound.boundEur,
    totalEur: bound.freeBoundEur - policyEur,
  };
}
