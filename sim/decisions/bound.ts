import { drawKey, uniformAt } from '../kernel/random/random.ts';
import type { MaintenancePolicy } from '../ports.ts';
import { type Arrival, type Arrivals, Feed } from '../site/flow/feed.ts';
import { benchDraws, drawnFate, Worth } from '../site/flow/worth.ts';
import { standingCost } from '../site/upkeep/standing-cost.ts';
import { wornGrips } from '../site/upkeep/worn-grip.ts';
import type { WorldSpec } from '../world.ts';
import type { LpSolver } from './lp-builder.ts';
import { blockS, type Chance, type DayKey, relaxation, type Way } from './relaxation.ts';
import { canFail, silentDay, upkeepOf, withUpkeep } from './upkeep/least-upkeep.ts';

/** Upper bounds on what the realised day can bring, in EUR. */
export interface Bound {
  /** With robot-seconds and joules limited as they were on that day, grippers as worn, and the visits that are needed at least. */
  readonly boundEur: number;
  /** With neither limited, and new grippers. */
  readonly freeBoundEur: number;
  /** What of it visits and parts take at least, where the site is looked after. */
  readonly upkeepEur: number;
  /** Variables of the linear program. */
  readonly columns: number;
}

/** Looks are left out. */
const noLook = { energyJ: 0, timeS: 0 };

/**
 * Upper bound on the value of the day (world, key) over all policies and all perceptions. Every item may be picked by every
 * robot whose grip would have held (the draws are the day's), at the best price that its true material can get, with the
 * seconds and joules of its block of arrival and the next.
 *
 * Where `maintenance` says who may have looked after the site before the day began, either nobody visits it, if nothing fails early
 * enough for somebody to come by himself, and grippers hold no more than as they were left by whoever left them best; or somebody does,
 * and the price of the fewest visits and parts that the drawn lives allow (`leastUpkeep`) is paid for new grippers from the beginning.
 * So the larger of both bounds the day.
 *
 * Left out, which only raises the bound: standstill, looks, standing by, price steps and other limits of processing, moves that fail,
 * and that nobody knows what will come. Throws when the solver does not reach an optimum.
 */
export function boundOf(
  world: WorldSpec,
  key: DayKey,
  solver: LpSolver,
  feed: Arrivals = new Feed(world, key.seed, key.replication),
  maintenance: readonly MaintenancePolicy[] = [],
): Bound {
  const arrivals = allOf(feed);
  const fresh = chancesOf(world, key, arrivals, newGrips(world));
  if (maintenance.length === 0 || !canFail(world)) return solved(world, key, solver, arrivals, fresh);
  const baseEur = passedEur(world, key, arrivals);
  const freeBoundEur = baseEur + freeGainEur(fresh);
  const asLeft = chancesOf(world, key, arrivals, leftGrips(world, key, maintenance));
  const { gainEur, columns } = limitedGain(world, key, solver, asLeft);
  const upkeep = upkeepOf(world, key, maintenance);
  const bounded = withUpkeep(upkeep, baseEur + gainEur, freeBoundEur, () => {
    return baseEur + limitedGain(world, key, solver, fresh).gainEur;
  });
  return { ...bounded, freeBoundEur, columns };
}

/** How probably grips hold until somebody comes: as worn as the best of some policies has left them. */
function leftGrips(world: WorldSpec, key: DayKey, maintenance: readonly MaintenancePolicy[]): GripChance {
  const whenNew = newGrips(world);
  const worn = maintenance.map((policy) => wornGrips(silentDay(world, key), policy));
  return (r, arrival) => whenNew(r, arrival) * Math.max(...worn.map((of) => of(r, arrival.timeUs)));
}

/** Every arrival of a day. */
export function allOf(feed: Arrivals): Arrival[] {
  const arrivals: Arrival[] = [];
  for (let a = feed.next(); a !== null; a = feed.next()) arrivals.push(a);
  return arrivals;
}

/** The best value of a day of such chances, with and without limits of seconds and joules. */
export function solved(
  world: WorldSpec,
  key: DayKey,
  solver: LpSolver,
  arrivals: readonly Arrival[],
  chances: readonly Chance[],
): Bound {
  const baseEur = passedEur(world, key, arrivals);
  const { gainEur, columns } = limitedGain(world, key, solver, chances);
  return { boundEur: baseEur + gainEur, freeBoundEur: baseEur + freeGainEur(chances), upkeepEur: 0, columns };
}

/** What is gained at most over passing everything on, with limits of seconds and joules. */
function limitedGain(world: WorldSpec, key: DayKey, solver: LpSolver, chances: readonly Chance[]) {
  const problem = relaxation(world, key, chances);
  const solution = solver.solve(problem);
  if (solution.status !== 'optimal') {
    throw new Error(
      `bound: ${solver.name} answered "${solution.status}" on ${problem.objective.length} variables; the relaxation always has ` +
        'the solution "pick nothing", so check prices and masses for NaN or infinity',
    );
  }
  return { gainEur: solution.objective, columns: problem.objective.length };
}

/** The same without limits: every chance is taken. */
function freeGainEur(chances: readonly Chance[]): number {
  const bestOf = ({ ways }: Chance) => Math.max(...ways.map(({ gainEur }) => gainEur));
  return chances.reduce((sum, chance) => sum + bestOf(chance), 0);
}

/** What a day is worth on which no robot picks anything. */
function passedEur(world: WorldSpec, key: DayKey, arrivals: readonly Arrival[]): number {
  const { mainsEur, fixedEur } = standingCost(world);
  const left = leftValuer(world, key);
  return arrivals.reduce((sum, a) => sum + left(a), 0) - mainsEur - fixedEur;
}

function chancesOf(
  world: WorldSpec,
  key: DayKey,
  arrivals: readonly Arrival[],
  chance: GripChance,
): Chance[] {
  const values = world.robots.map(({ outputs }) => valuer(world, key, outputs));
  const holds = grips(world, key, chance);
  const left = leftValuer(world, key);
  return arrivals.flatMap((arrival) => {
    const byGainEur = new Map<number, number[]>();
    values.forEach((value, r) => {
      if (!holds(r, arrival)) return;
      const gainEur = value(arrival) - left(arrival);
      if (gainEur > 0) byGainEur.set(gainEur, [...(byGainEur.get(gainEur) ?? []), r]);
    });
    const ways = [...byGainEur].map(([gainEur, robots]): Way => ({ gainEur, robots, look: noLook }));
    return ways.length === 0 ? [] : [{ block: blockOf(arrival), ways }];
  });
}

/** The block in which an item arrives, of so many seconds. */
export const blockOf = ({ timeUs }: Arrival, seconds = blockS): number =>
  Math.floor(timeUs / (seconds * 1e6));

/** How probably a grip of a robot, by its place, holds an item. */
export type GripChance = (robot: number, arrival: Arrival) => number;

/** How probably the grips of new grippers hold. */
export const newGrips =
  ({ robots }: WorldSpec): GripChance =>
  (r) =>
    robots[r]!.pickSuccess;

/** Whether the grip of a robot, by its place, would hold an item on any of its rounds: the draws are the day's. */
export function grips(
  world: WorldSpec,
  key: DayKey,
  chance: GripChance = newGrips(world),
): (robot: number, arrival: Arrival) => boolean {
  const passes = world.belt.resortPasses ?? 0;
  const draws = world.robots.map(({ id }) => drawKey(key.seed, key.replication, `robot:${id}`, 'pick'));
  return (r, arrival) => {
    if (world.robots[r]!.actuator === 'node') return false;
    for (let pass = 0; pass <= passes; pass++)
      if (uniformAt(draws[r]!, arrival.index, pass) < chance(r, arrival)) return true;
    return false;
  };
}

/**
 * EUR of an item that no robot picks: the residue, or the best output of a machine, which might eject it (that it does so at
 * no cost and never wrongly only raises the bound).
 */
export function leftValuer(world: WorldSpec, key: DayKey): (arrival: Arrival) => number {
  const byMachine = valuer(
    world,
    key,
    (world.machines ?? []).map((m) => m.output),
  );
  return (arrival) => Math.max(byMachine(arrival), -world.residue.costEurPerKg * arrival.item.massKg);
}

/** EUR of an item in the best of some outputs, at the best price and by the day's draws; -Infinity without outputs. */
function valuer(world: WorldSpec, key: DayKey, ids: readonly string[]): (arrival: Arrival) => number {
  const outputs = world.outputs.filter((o) => ids.includes(o.id));
  const worths = outputs.map((o) => ({ worth: new Worth(o), draws: benchDraws(key, o.id) }));
  return (arrival) =>
    worths.reduce((best, { worth, draws }) => {
      const eur = worth.eur(arrival, drawnFate(draws, arrival.index));
      return Math.max(best, eur);
    }, -Infinity);
}
