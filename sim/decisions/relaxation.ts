import { fromBattery, usableJ } from '../site/robot/power.ts';
import { Sky } from '../weather/sky.ts';
import type { RobotSpec, WorldSpec } from '../world.ts';
import type { LinearProgram } from './lp-builder.ts';
import { LpBuilder } from './lp-builder.ts';

/** Seconds and joules are counted by blocks of the day. */
export const blockS = 900;

/** Which day it is. */
export interface DayKey {
  readonly seed: number;
  readonly replication: number;
}

/** One way to pick an item: what that gains over passing it on, by which robots, after which look. */
export interface Way {
  readonly gainEur: number;
  readonly robots: readonly number[];
  /** What is paid for looking, beside the move; 0 where it is not counted. */
  readonly look: { readonly energyJ: number; readonly timeS: number };
}

/** An item that can be picked in one of several ways, in the block of its arrival or the next. */
export interface Chance {
  readonly block: number;
  readonly ways: readonly Way[];
}

/**
 * The linear program: a share of an item goes to robots that gain the same by it, and moves of these robots in the item's
 * block of arrival or the next carry what comes together there; E = charge above the stop threshold at the end of a block.
 * Items that are alike in this share the moves: an item is one variable, and has a row of its own only if its gains differ.
 */
export function relaxation(world: WorldSpec, key: DayKey, chances: readonly Chance[]): LinearProgram {
  const lp = new LpBuilder();
  const blocks = Math.ceil(world.site.durationS / blockS);
  const supplies = world.robots.map((robot) => supplyRows(lp, world, key, robot, blocks));
  const carried = new Map<string, number>();
  for (const { block, ways } of chances) {
    const once: [number, number][] = ways.length > 1 ? [[lp.row(-Infinity, 1), 1]] : [];
    for (const { gainEur, robots, look } of ways) {
      const name = `${block} ${robots.join()} ${look.energyJ} ${look.timeS}`;
      const moving = robots.map((r) => afterLook(supplies[r]!, look));
      const row = carried.get(name) ?? carriedRow(lp, moving, block);
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

/** The moves of a robot that each follow a look of their own. */
function afterLook(supply: Supply, { energyJ, timeS }: Way['look']): Supply {
  const { moveS, moveJ } = supply;
  return { ...supply, moveS: moveS + timeS, moveJ: moveJ + fromBattery(supply, energyJ, timeS) };
}

interface Supply extends Pick<RobotSpec, 'idleW' | 'dischargeEfficiency'> {
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
  const moveJ = fromBattery(robot, robot.moveJ, robot.moveS);
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
  const { moveS, idleW, dischargeEfficiency } = robot;
  return { seconds, energy, moveS, moveJ, idleW, dischargeEfficiency };
}

/** Joules at the panel in each block, under the same steps of the sky as the run takes. */
export function harvestByBlock(
  sky: Sky,
  robot: RobotSpec,
  site: WorldSpec['site'],
  blocks: number,
): Float64Array {
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
