import { type DrawKey, drawKey, uniformAt } from '../kernel/random/random.ts';
import type { LpSolver } from '../ports.ts';
import { type Arrival, type Arrivals, Feed } from '../site/flow/feed.ts';
import { benchDraws, drawnFate, Worth } from '../site/flow/worth.ts';
import { usableJ } from '../site/robot/power.ts';
import { standingCost } from '../site/upkeep/standing-cost.ts';
import { Sky } from '../weather/sky.ts';
import type { RobotSpec, WorldSpec } from '../world.ts';
import { LpBuilder } from './lp-builder.ts';

/** Upper bounds on what the realised day can bring, in EUR. */
export interface Bound {
  /** With robot-seconds and joules limited as they were on that day. */
  readonly boundEur: number;
  /** With neither limited. */
  readonly freeBoundEur: number;
  /** Variables of the linear program. */
  readonly columns: number;
}

const blockS = 900;

/** Which day it is. */
interface DayKey {
  readonly seed: number;
  readonly replication: number;
}

/** An item that could have been picked: the robots that would have held it, by what its pick gains over passing it on, EUR. */
interface Chance {
  readonly block: number;
  readonly byGainEur: ReadonlyMap<number, readonly number[]>;
}

/**
 * Upper bound on the value of the day (world, key) over all policies and all perceptions. Every item may be picked by every
 * robot whose grip would have held (the draws are the day's), at the best price that its true material can get, with the
 * seconds and joules of its block of arrival and the next. Failures, visits, looks, standby and processing limits are left
 * out: all of that only raises the bound. Throws when the solver does not reach an optimum.
 */
export function boundOf(
  world: WorldSpec,
  key: DayKey,
  solver: LpSolver,
  feed: Arrivals = new Feed(world, key.seed, key.replication),
): Bound {
  const arrivals: Arrival[] = [];
  for (let a = feed.next(); a !== null; a = feed.next()) arrivals.push(a);
  const chances = chancesOf(world, key, arrivals);
  const { mainsEur, fixedEur } = standingCost(world);
  const left = leftValuer(world, key);
  const baseEur = arrivals.reduce((sum, a) => sum + left(a), 0) - mainsEur - fixedEur;

  const freeGainEur = chances.reduce((sum, { byGainEur }) => sum + Math.max(...byGainEur.keys()), 0);

  const problem = relaxation(world, key, chances);
  const solution = solver.solve(problem);
  if (solution.status !== 'optimal') {
    throw new Error(
      `bound: ${solver.name} answered "${solution.status}" on ${problem.objective.length} variables; the relaxation always has ` +
        'the solution "pick nothing", so check prices and masses for NaN or infinity',
    );
  }
  return {
    boundEur: baseEur + solution.objective,
    freeBoundEur: baseEur + freeGainEur,
    columns: problem.objective.length,
  };
}

function chancesOf(world: WorldSpec, key: DayKey, arrivals: readonly Arrival[]): Chance[] {
  const robots = world.robots.map((robot) => ({
    robot,
    draws: drawKey(key.seed, key.replication, `robot:${robot.id}`, 'pick'),
    value: valuer(world, key, robot.outputs),
  }));
  const left = leftValuer(world, key);
  const passes = world.belt.resortPasses ?? 0;
  const holds = (draws: DrawKey, item: number, success: number): boolean => {
    for (let pass = 0; pass <= passes; pass++) if (uniformAt(draws, item, pass) < success) return true;
    return false;
  };
  return arrivals.flatMap((arrival) => {
    const byGainEur = new Map<number, number[]>();
    robots.forEach(({ robot, draws, value }, r) => {
      if (robot.actuator === 'node' || !holds(draws, arrival.index, robot.pickSuccess)) return;
      const gainEur = value(arrival) - left(arrival);
      if (gainEur > 0) byGainEur.set(gainEur, [...(byGainEur.get(gainEur) ?? []), r]);
    });
    return byGainEur.size === 0 ? [] : [{ block: Math.floor(arrival.timeUs / (blockS * 1e6)), byGainEur }];
  });
}

/**
 * EUR of an item that no robot picks: the residue, or the best output of a machine, which might eject it (that it does so at
 * no cost and never wrongly only raises the bound).
 */
function leftValuer(world: WorldSpec, key: DayKey): (arrival: Arrival) => number {
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
      const eur = worth.eur(arrival, (terms) => drawnFate(draws, arrival.index, terms));
      return Math.max(best, eur);
    }, -Infinity);
}

/**
 * The linear program: a share of an item goes to robots that gain the same by it, and moves of these robots in the item's
 * block of arrival or the next carry what comes together there; E = charge above the stop threshold at the end of a block.
 * Items that are alike in this share the moves: an item is one variable, and has a row of its own only if its gains differ.
 */
function relaxation(world: WorldSpec, key: DayKey, chances: readonly Chance[]) {
  const lp = new LpBuilder();
  const blocks = Math.ceil(world.site.durationS / blockS);
  const supplies = world.robots.map((robot) => supplyRows(lp, world, key, robot, blocks));
  const carried = new Map<string, number>();
  for (const { block, byGainEur } of chances) {
    const once: [number, number][] = byGainEur.size > 1 ? [[lp.row(-Infinity, 1), 1]] : [];
    for (const [gainEur, robots] of byGainEur) {
      const name = `${block} ${robots.join()}`;
      const row =
        carried.get(name) ??
        carriedRow(
          lp,
          robots.map((r) => supplies[r]!),
          block,
        );
      carried.set(name, row);
      lp.column(gainEur, 0, 1, [[row, 1], ...once]);
    }
  }
  return lp.build();
}

/** The row in which moves of these robots, in a block or the next, carry what came in the block. */
function carriedRow(lp: LpBuilder, robots: readonly Supply[], block: number): number {
  const row = lp.row(-Infinity, 0);
  for (const { seconds, energy, moveS, moveJ } of robots) {
    for (let b = block; b <= Math.min(block + 1, seconds.length - 1); b++) {
      lp.column(0, 0, Infinity, [
        [row, -1],
        [seconds[b]!, moveS],
        [energy[b]!, moveJ],
      ]);
    }
  }
  return row;
}

interface Supply {
  /** Row numbers by block. */
  readonly seconds: readonly number[];
  readonly energy: readonly number[];
  readonly moveS: number;
  /** Battery-side joules of one move. */
  readonly moveJ: number;
}

/** Rows for a robot's seconds, and E_b - E_(b-1) + moves <= harvest with the charge variables E_b. */
function supplyRows(
  lp: LpBuilder,
  world: WorldSpec,
  { seed, replication }: DayKey,
  robot: RobotSpec,
  blocks: number,
): Supply {
  const { site } = world;
  const capacityJ = usableJ(robot, site.ambientC);
  const moveJ = (robot.moveJ + robot.idleW * robot.moveS) / robot.dischargeEfficiency;
  // A move that takes no time takes its joules at once and may end below the stop threshold by that much.
  const stopJ = Math.max(0, robot.stopSoc * capacityJ - (robot.moveS === 0 ? moveJ : 0));
  const startJ = Math.max(0, robot.startSoc * capacityJ - stopJ);
  const harvest = harvestByBlock(new Sky(site, seed, replication), robot, site, blocks);
  const seconds: number[] = [];
  const energy: number[] = [];
  for (let b = 0; b < blocks; b++) {
    seconds.push(lp.row(-Infinity, Math.min(blockS, site.durationS - b * blockS)));
    energy.push(lp.row(-Infinity, robot.chargeEfficiency * harvest[b]! + (b === 0 ? startJ : 0)));
  }
  for (let b = 0; b < blocks; b++) {
    const next: [number, number][] = b + 1 < blocks ? [[energy[b + 1]!, -1]] : [];
    lp.column(0, 0, Math.max(0, capacityJ - stopJ), [[energy[b]!, 1], ...next]);
  }
  return { seconds, energy, moveS: robot.moveS, moveJ };
}

/** Joules at the panel in each block, under the same steps of the sky as the run takes. */
function harvestByBlock(sky: Sky, robot: RobotSpec, site: WorldSpec['site'], blocks: number): Float64Array {
  const joules = new Float64Array(blocks);
  const stepUs = Math.round(site.skyStepS * 1e6);
  const endUs = site.durationS * 1e6;
  for (let from = 0; from < endUs; from += stepUs) {
    const powerW = sky.stepHarvestW(robot, from);
    for (let at = from; at < Math.min(from + stepUs, endUs); ) {
      const block = Math.floor(at / (blockS * 1e6));
      const until = Math.min(from + stepUs, endUs, (block + 1) * blockS * 1e6);
      joules[block]! += (powerW * (until - at)) / 1e6;
      at = until;
    }
  }
  return joules;
}
