import type { Perception } from '../ports.ts';
import type { Arrival } from '../site/flow/feed.ts';
import { fromBattery, usableJ } from '../site/robot/power.ts';
import { Sky } from '../weather/sky.ts';
import { acceptsOf, type RobotSpec, type WorldSpec } from '../world.ts';
import { blockOf, type GripChance, grips, newGrips } from './bound.ts';
import { rangeOf } from './lots/mass-grid.ts';
import { calibrationOf, examplesOf, type SaidDay } from './lots/recalibrated.ts';
import { blocksPerStretch, type SeenDay } from './lots/seen-day.ts';
import { blockS, type DayKey, harvestByBlock } from './relaxation.ts';

/** Things of other days at most, of each label, from which it is drawn what a further look says. */
const mostExamples = 400;

/** Whether somebody is there is counted by blocks of so many seconds (ours: 60 s bound the quickstart EUR 0.1 a day higher). */
const presenceS = blockS / blocksPerStretch;

const presenceBlockOf = (arrival: Arrival): number => blockOf(arrival, presenceS);

/**
 * A day as the bound over lots needs it, or null where its proof does not hold: outputs that are sold by the piece, by condition or in
 * several lots, or filled by machines; robots of several kinds; things that no network has a label for. Beliefs are calibrated on what
 * the same looks said on other days, and what further looks may say is what they said then; see `calibrationOf`.
 */
export function pooledDay(
  world: WorldSpec,
  key: DayKey,
  eyes: (robotId: string) => readonly Perception[],
  arrivals: readonly Arrival[],
  calibrating: readonly SaidDay[] = [],
): SeenDay | null {
  const [robot, ...others] = world.robots;
  if (robot === undefined || robot.actuator === 'node' || arrivals.length === 0) return null;
  const ladder = eyes(robot.id);
  const labels = ladder[0]?.labels ?? [];
  const alike = others.every((other) => kindOf(other, eyes(other.id)) === kindOf(robot, ladder));
  const sameLabels = ladder.every((look) => look.labels.join() === labels.join());
  const labelled = arrivals.every(({ item }) => labels.includes(item.materialId));
  if (!(alike && sameLabels && labelled && soldAsOneLot(world))) return null;
  const outputs = world.outputs.filter(({ id }) => robot.outputs.includes(id));
  const said = saidOn(ladder, robot, arrivals);
  const calibrations = ladder.map((_, look) => calibrationOf(said, look, calibrating));
  const harvest = world.robots.map((one) => {
    const blocks = Math.ceil(world.site.durationS / blockS);
    return harvestByBlock(new Sky(world.site, key.seed, key.replication), one, world.site, blocks);
  });
  const { awakeJ, savedJ } = standby(world, robot, harvest, arrivals);
  const counted = awakeJ.some((joules) => joules > 0);
  // While it moves a robot is not asleep, which standing by counts it to be.
  const ownW = robot.idleW - (counted ? leastW(robot) : 0);
  return {
    labels: labels.length,
    outputs: outputs.map((o) => ({ ...o, accepts: acceptsOf(o.accepts, labels) })),
    rungs: ladder.map((look, rung) => {
      const { sense, infer } = look.cost;
      const timeS = (sense.timeUs + infer.timeUs * robot.computeTimeFactor) / 1e6;
      return {
        belief: calibrations[rung]!(said.said[rung]!),
        // Where standing by is counted, it may hold the idle power of looks.
        energyJ: fromBattery(
          robot,
          sense.energyJ + infer.energyJ * robot.computeEnergyFactor,
          counted ? 0 : timeS,
        ),
      };
    }),
    ...(calibrating.length === 0 || ladder.length === 1
      ? {}
      : { examples: examplesOf(calibrating, labels.length, mostExamples, calibrations) }),
    massKg: Float64Array.from(arrivals, ({ item }) => item.massKg),
    truth: said.truth,
    block: Int32Array.from(arrivals, presenceBlockOf),
    holds: heldBy(world, key, arrivals, newGrips(world)),
    residueEurPerKg: world.residue.costEurPerKg,
    pickJ: Float64Array.from(
      counted ? ownIdleS(world, robot, arrivals) : arrivals.map(() => robot.moveS),
      (idleS) => fromBattery({ ...robot, idleW: ownW }, robot.moveJ, idleS) / robot.pickSuccess,
    ),
    joules: world.robots.reduce((sum, one, r) => sum + joulesOf(world, one, harvest[r]!), savedJ),
    awakeJ,
  };
}

/** What each look of a robot says of what comes on a day. */
export function saidOn(
  ladder: readonly Perception[],
  robot: RobotSpec,
  arrivals: readonly Arrival[],
): SaidDay {
  const labels = ladder[0]?.labels ?? [];
  for (const { item, timeUs } of arrivals)
    for (const look of ladder) look.request(item, robot.sensors, timeUs);
  return {
    truth: Int32Array.from(arrivals, ({ item }) => labels.indexOf(item.materialId)),
    said: ladder.map((look) => arrivals.map(({ item }) => look.belief(item, robot.sensors).material)),
  };
}

/** The same day with grips that hold less often: which of them do, and joules of a successful pick by the moves that it takes on average. */
export function withGrips(
  day: SeenDay,
  world: WorldSpec,
  key: DayKey,
  arrivals: readonly Arrival[],
  chance: GripChance,
): SeenDay {
  const [{ pickSuccess }] = world.robots as [RobotSpec];
  const best = (arrival: Arrival) => Math.max(...world.robots.map((_, r) => chance(r, arrival)));
  return {
    ...day,
    holds: heldBy(world, key, arrivals, chance),
    pickJ: day.pickJ.map((joules, i) => (joules * pickSuccess) / best(arrivals[i]!)),
  };
}

/** [arrivals] 1 where the grip of any robot would hold. */
function heldBy(world: WorldSpec, key: DayKey, arrivals: readonly Arrival[], chance: GripChance): Uint8Array {
  const holds = grips(world, key, chance);
  return Uint8Array.from(arrivals, (arrival) => (world.robots.some((_, r) => holds(r, arrival)) ? 1 : 0));
}

/** What two robots must have in common to count as one kind. */
function kindOf(robot: RobotSpec, ladder: readonly Perception[]): string {
  const { outputs, actuator, moveS, moveJ, pickSuccess, idleW, sleepW, sleepAfterS, sensors } = robot;
  const { dischargeEfficiency, computeEnergyFactor, computeTimeFactor } = robot;
  const looks = ladder.map(({ name, senses, cost }) => ({ name, senses, cost }));
  return JSON.stringify([
    ...[outputs, actuator, moveS, moveJ, pickSuccess, idleW, sleepW, sleepAfterS, sensors],
    ...[dischargeEfficiency, computeEnergyFactor, computeTimeFactor, looks],
  ]);
}

/** Whether each output is sold as one lot, and filled by robots alone. */
export function soldAsOneLot({ outputs, machines = [], processEveryS = 0 }: WorldSpec): boolean {
  return (
    machines.length === 0 &&
    processEveryS === 0 &&
    outputs.every(
      ({ capacityKg, bench, grades, maxState, tiers }) =>
        capacityKg === 0 && bench === undefined && grades === undefined && maxState >= 9 && tiers.length > 0,
    )
  );
}

/** What a battery gives at most over the day, above the charge at which the robot stops. */
function joulesOf({ site }: WorldSpec, robot: RobotSpec, harvest: Float64Array): number {
  const capacityJ = usableJ(robot, site.ambientC);
  const move = robot.moveS === 0 ? robot.moveJ / robot.dischargeEfficiency : 0;
  const startJ = Math.max(0, robot.startSoc * capacityJ - Math.max(0, robot.stopSoc * capacityJ - move));
  return startJ + chargedJ(robot, harvest);
}

/** What the day's harvest charges at most. */
const chargedJ = ({ chargeEfficiency }: RobotSpec, harvest: Float64Array): number =>
  chargeEfficiency * harvest.reduce((sum, joules) => sum + joules, 0);

/** What a robot draws at least as long as it has not run out, W. */
const leastW = ({ sleepW, idleW }: RobotSpec) => Math.min(sleepW, idleW);

/** Joules of one robot that stands by, by block; and what may be saved of that beside blocks in which nobody is there. */
interface Standby {
  readonly awakeJ: Float64Array;
  readonly savedJ: number;
}

/**
 * Standing by of one robot, by block in which something comes: awake until nothing has come for a while, and else asleep. Time is that of the belt, at
 * which the things of a moment come to each robot; what comes while a robot is out it never picks. What all robots miss together falls into stretches,
 * of which each begins when one of them runs out or is stopped, or its day ends: so there are no more than robots can charge up again that day, one
 * more for each, one for each stop, and one at the end. A stretch leaves whole blocks without anybody, and saves parts of two others at most. Where
 * robots may run out so often that nothing is left, or things come round again, standing by is not counted.
 */
function standby(
  world: WorldSpec,
  robot: RobotSpec,
  harvest: readonly Float64Array[],
  arrivals: readonly Arrival[],
): Standby {
  const awakeJ = standbyJ(world, robot, arrivals);
  const outages = world.robots.reduce((sum, one, r) => sum + outagesOf(world, one, harvest[r]!), 0);
  const stretches = (world.belt.resortPasses ?? 0) > 0 ? Infinity : 1 + outages + stopsOf(world);
  const savedJ = 2 * stretches * rangeOf(awakeJ)[1];
  const allJ = awakeJ.reduce((sum, joules) => sum + joules, 0);
  return savedJ < allJ ? { awakeJ, savedJ } : { awakeJ: awakeJ.fill(0), savedJ: 0 };
}

/**
 * How often parts may stop robots at most: each once before the next visit, which stops them too; and a technician who is called takes some time to
 * come.
 */
function stopsOf({ site, assets, maintenance }: WorldSpec): number {
  if (assets.length === 0) return 0;
  return (assets.length + 1) * (1 + Math.floor(site.durationS / maintenance.travelS));
}

/** How often a robot may run out at most: it charges up between, as far as the day's harvest goes. */
function outagesOf({ site }: WorldSpec, robot: RobotSpec, harvest: Float64Array): number {
  const neededJ = (robot.restartSoc - robot.stopSoc) * usableJ(robot, site.ambientC);
  return neededJ > 0 ? 1 + Math.floor(chargedJ(robot, harvest) / neededJ) : Infinity;
}

/** Joules of one robot that stands by all day, by block in which something comes. */
function standbyJ({ site }: WorldSpec, robot: RobotSpec, arrivals: readonly Arrival[]): Float64Array {
  const { idleW, dischargeEfficiency, sleepAfterS } = robot;
  const awakeS = new Float64Array(Math.ceil(site.durationS / presenceS));
  arrivals.forEach((arrival, i) => {
    const nextS = (arrivals[i + 1]?.timeUs ?? site.durationS * 1e6) / 1e6;
    awakeS[presenceBlockOf(arrival)]! += Math.min(sleepAfterS, nextS - arrival.timeUs / 1e6);
  });
  return awakeS.map((seconds, block) => {
    if (seconds === 0) return 0;
    const asleepS = Math.max(0, Math.min(presenceS, site.durationS - block * presenceS) - seconds);
    return (idleW * seconds + leastW(robot) * asleepS) / dischargeEfficiency;
  });
}

/**
 * Idle seconds of a move for each arrival that are not counted as standing by: of the time from when it comes into reach until a move that
 * begins as late as it can ends, the stretch as long as a move that standing by covers most of is taken as counted. Times are those at which things
 * come to a robot; two robots see them at one distance.
 */
function ownIdleS(
  { belt, robots }: WorldSpec,
  { moveS, sleepAfterS }: RobotSpec,
  arrivals: readonly Arrival[],
): number[] {
  const reachS = Math.max(...robots.map(({ reachM }) => (2 * reachM) / belt.speedMPerS));
  const fromS = arrivals.map(({ timeUs }) => timeUs / 1e6);
  const untilS = fromS.map((from, i) => Math.min(from + sleepAfterS, fromS[i + 1] ?? Infinity));
  return fromS.map((firstS, i) => {
    const lastS = firstS + reachS;
    let [first, end] = [i, i];
    while (first > 0 && untilS[first - 1]! > firstS) first -= 1;
    while (end < fromS.length && fromS[end]! < lastS + moveS) end += 1;
    const covered = (startS: number) => {
      let seconds = 0;
      for (let j = first; j < end; j++)
        seconds += Math.max(0, Math.min(untilS[j]!, startS + moveS) - Math.max(fromS[j]!, startS));
      return seconds;
    };
    // Coverage is largest where a stretch begins with a thing that comes, or ends with the end of waiting for one.
    let most = Math.max(covered(firstS), covered(lastS));
    for (let j = first; j < end; j++)
      for (const startS of [fromS[j]!, untilS[j]! - moveS])
        if (startS > firstS && startS < lastS) most = Math.max(most, covered(startS));
    return Math.max(0, moveS - most);
  });
}
