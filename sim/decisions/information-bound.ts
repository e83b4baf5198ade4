import type { MaintenancePolicy, OutputView, Perception, SortView } from '../ports.ts';
import { Bin } from '../site/flow/bin.ts';
import { type Arrival, type Arrivals, Feed } from '../site/flow/feed.ts';
import { gradesGiven } from '../site/robot/grade-belief.ts';
import { acceptance, viewOutputs } from '../site/robot/sort-view.ts';
import { Till } from '../site/till.ts';
import { standingCost } from '../site/upkeep/standing-cost.ts';
import { wornGrips } from '../site/upkeep/worn-grip.ts';
import type { RobotSpec, WorldSpec } from '../world.ts';
import { allOf, type Bound, blockOf, type GripChance, grips, leftValuer, newGrips, solved } from './bound.ts';
import { bestOutput, passEur, pickEur } from './expected-value.ts';
import { lotBoundEur, multipliersOf } from './lots/bound/lot-bound.ts';
import { foresightEur } from './lots/foresight.ts';
import type { SaidDay } from './lots/recalibrated.ts';
import type { SeenDay } from './lots/seen-day.ts';
import type { LpSolver } from './lp-builder.ts';
import { pooledDay, withGrips } from './pooled-day.ts';
import type { Chance, DayKey, Way } from './relaxation.ts';
import { silentDay, upkeepOf, withUpkeep } from './upkeep/least-upkeep.ts';

/** What a day could bring at most, on average, to robots that know no more than their eyes tell. */
export interface InformationBound extends Bound {
  /** What the best choice by the beliefs is thought to gain over passing everything on, and what it truly gains, EUR: equal on average where beliefs are calibrated. */
  readonly believedEur: number;
  readonly trueEur: number;
  /** What a plan that foresees the day is expected to bring, an estimate (`foresightEur`); null where there is none. */
  readonly foresightEur: number | null;
  /** The bound of the linear program alone, in which lots are paid the best price, and one that a further look is paid for what it finds. */
  readonly linearEur: number;
}

/**
 * Upper bound on the mean value over days of every policy that decides on what these eyes say at its last look (each robot's looks,
 * in their order; a policy is shown no other).
 *
 * Why it holds. Let b be what the last look would say of an item, and let it be calibrated: of all items of which it says b, a
 * share b[k] is of material k. It sees with the senses of the looks before it too, so what they say is taken to add nothing to b. A
 * policy that picks after any look chooses an output o by what it has seen, so what the pick brings is on average the sum over k of
 * b[k] times the value of a thing of material k in o: after the last look at most the best such sum, after an earlier one on
 * average at most that of the output which this look finds best. So the value of a day is, on average, at most the value of a day
 * on which each pick brings that sum for the look that it was made after; and on that day no policy can exceed the linear program
 * of `boundOf`, in which an item may be picked after each of its looks, at the seconds and joules of the move and of these looks.
 *
 * Where every output is sold as one lot, `lotBoundEur` bounds the same day otherwise: lots are paid by their purity, looks are paid
 * before it is known what they say, and somebody stands by. With one look both bound the same mean, given what it says, so the smaller one
 * does. With more, both vary with what further looks say, and the smaller of two that lie near each other could lie too low on average, so that
 * over lots is taken. It takes beliefs as other days' truth calibrates them (`calibrating`; the day's own, which grants more, where there are
 * none), and a further look to say of a thing what it said of any thing of its material on these days: a robot that knew in advance which of two
 * things of one material will be plainer to see could do better.
 *
 * What is granted beyond what sensors tell: the weight without error; which grips will hold (over lots not for joules: a move that fails
 * takes as many); all that will arrive, and the sky; how long each part will live, so that visits and parts cost no more than these lives
 * allow (`leastUpkeep`), and that nothing stands still. Over lots, grippers are as worn as `maintenance` leaves them when the day begins,
 * once that is felt, or new where visits are paid; in the linear program they are new. Without `maintenance` nothing fails either. That
 * program also grants that looks at what is not picked cost nothing, that it is known before a further look is paid whether it will be worth
 * it, and that lots are paid the best price; the bound over lots instead that robots lend each other joules, at any hour of the day, and are
 * never busy. Where b is not exactly Bayes' rule (a network), the linear program is as good as its calibration: `believedEur` against
 * `trueEur` measures that.
 */
export function informationBoundOf(
  world: WorldSpec,
  key: DayKey,
  solver: LpSolver,
  eyes: (robotId: string) => readonly Perception[],
  feed: Arrivals = new Feed(world, key.seed, key.replication),
  maintenance: MaintenancePolicy | null = null,
  calibrating: readonly SaidDay[] = [],
): InformationBound {
  const arrivals = allOf(feed);
  const robots = world.robots.map((robot) => new Seer(world, key, robot, eyes(robot.id)));
  const left = leftValuer(world, key);
  const holds = grips(world, key);
  for (const { item, timeUs } of arrivals) for (const robot of robots) robot.request(item, timeUs);
  let [believedEur, trueEur] = [0, 0];
  const chances = arrivals.flatMap((arrival): Chance[] => {
    const ways = new Map<string, Way & { readonly robots: number[] }>();
    robots.forEach((robot, r) => {
      const seen = robot.see(arrival);
      const best = seen.at(-1);
      if (r === 0 && best !== undefined) {
        believedEur += Math.max(0, best.gainEur);
        if (best.gainEur > 0) trueEur += best.trueGainEur;
      }
      if (!holds(r, arrival)) return;
      for (const { eur, look } of seen) {
        const gainEur = eur - left(arrival);
        if (gainEur <= 0) continue;
        const name = `${gainEur} ${look.energyJ} ${look.timeS}`;
        const way = ways.get(name) ?? { gainEur, look, robots: [] };
        way.robots.push(r);
        ways.set(name, way);
      }
    });
    return ways.size === 0 ? [] : [{ block: blockOf(arrival), ways: [...ways.values()] }];
  });
  const linear = solved(world, key, solver, arrivals, chances);
  const upkeep = upkeepOf(world, key, maintenance === null ? [] : [maintenance]);
  const linearly = withUpkeep(upkeep, linear.boundEur, linear.boundEur, () => linear.boundEur);
  const known = { ...linear, ...linearly, believedEur, trueEur, linearEur: linearly.boundEur };
  const day = pooledDay(world, key, eyes, arrivals, calibrating);
  if (day === null) return { ...known, foresightEur: null };
  const idleEur = nothingEur(world, arrivals);
  const leastEur = day.rungs.length > 1 ? Infinity : linear.boundEur;
  const lotsEur = (gainEur: number) => Math.min(leastEur, idleEur + gainEur);
  const worn = maintenance === null ? day : asWorn(day, world, key, arrivals, maintenance);
  const multipliers = multipliersOf(worn);
  const unvisitedEur = lotsEur(lotBoundEur(worn, multipliers));
  const bounded = withUpkeep(upkeep, unvisitedEur, linear.boundEur, () => lotsEur(lotBoundEur(day)));
  const { upkeepEur } = bounded;
  const foreseen = upkeepEur === 0 ? foresightEur(worn, multipliers) : foresightEur(day, multipliersOf(day));
  return { ...known, ...bounded, foresightEur: foreseen === null ? null : idleEur + foreseen - upkeepEur };
}

/** A day with grippers as worn as a policy leaves them when it begins. */
function asWorn(
  fresh: SeenDay,
  world: WorldSpec,
  key: DayKey,
  arrivals: readonly Arrival[],
  policy: MaintenancePolicy,
): SeenDay {
  const whenNew = newGrips(world);
  const worn = wornGrips(silentDay(world, key), policy);
  const chance: GripChance = (r, arrival) => whenNew(r, arrival) * worn(r, arrival.timeUs);
  return withGrips(fresh, world, key, arrivals, chance);
}

/** What a day is worth on which nothing is picked. */
function nothingEur(world: WorldSpec, arrivals: readonly Arrival[]): number {
  const { mainsEur, fixedEur } = standingCost(world);
  const massKg = arrivals.reduce((sum, { item }) => sum + item.massKg, 0);
  return -world.residue.costEurPerKg * massKg - mainsEur - fixedEur;
}

/** What an item is worth in its best output by one look: by what the look says, and in truth. */
interface Seen {
  readonly eur: number;
  /** Over passing it on. */
  readonly gainEur: number;
  readonly trueGainEur: number;
  /** What this look and those before it cost. */
  readonly look: Way['look'];
}

/** An output that need not stay pure: nobody is kept from putting there what brings most. */
function whateverPays(output: OutputView): OutputView {
  return output.pieces === undefined ? output : { ...output, pieces: { ...output.pieces, minPurity: 0 } };
}

/** A robot that only looks: what each of its looks says that an item is worth. Its looks cost as they add up. */
class Seer {
  readonly #robot: RobotSpec;
  readonly #bins: readonly Bin[];
  readonly #ladder: readonly {
    readonly perception: Perception;
    readonly outputs: readonly OutputView[];
    readonly look: Way['look'];
  }[];
  readonly #residueEurPerKg: number;

  constructor(world: WorldSpec, key: DayKey, robot: RobotSpec, ladder: readonly Perception[]) {
    const day = silentDay(world, key);
    const till = new Till(day);
    this.#robot = robot;
    this.#residueEurPerKg = world.residue.costEurPerKg;
    this.#bins = world.outputs
      .filter(({ id }) => robot.outputs.includes(id))
      .map((spec) => new Bin(spec, day, till));
    let [energyJ, timeS] = [0, 0];
    this.#ladder = ladder.map((perception) => {
      const { sense, infer } = perception.cost;
      energyJ += sense.energyJ + infer.energyJ * robot.computeEnergyFactor;
      timeS += (sense.timeUs + infer.timeUs * robot.computeTimeFactor) / 1e6;
      const outputs = viewOutputs(this.#bins, perception.labels)().map(whateverPays);
      return { perception, outputs, look: { energyJ, timeS } };
    });
  }

  /** Says that an item will be looked at, so that answers can be worked out in batches. */
  request(item: Arrival['item'], timeUs: number): void {
    for (const { perception } of this.#ladder) perception.request(item, this.#robot.sensors, timeUs);
  }

  /** The pick that each look finds best, valued by the last; an earlier look that is worth no more than passing on is left out. */
  see(arrival: Arrival): Seen[] {
    const views = this.#ladder.map(({ perception, outputs }) => this.#view(arrival, perception, outputs));
    const last = views.at(-1);
    if (last === undefined || this.#bins.length === 0) return [];
    const pass = passEur(last);
    return views.flatMap((view, rung) => {
      const { index, eur: own } = bestOutput(view);
      const output = last.outputs[index]!;
      if (view !== last && own <= pass) return [];
      const eur = pickEur(last, output, acceptance(last, output));
      const trueEur = this.#bins[index]!.worthOf.eur(arrival);
      return [{ eur, gainEur: eur - pass, trueGainEur: trueEur - pass, look: this.#ladder[rung]!.look }];
    });
  }

  #view({ item, timeUs }: Arrival, perception: Perception, outputs: readonly OutputView[]): SortView {
    const { sensors, id } = this.#robot;
    const belief = perception.belief(item, sensors);
    const grades = outputs.some((output) => output.grades !== undefined || output.pieces !== undefined);
    return {
      ...{ timeUs, robotId: id, belief, labels: perception.labels, massKg: item.massKg, outputs },
      ...(grades ? { grades: gradesGiven(belief, perception.labels) } : {}),
      residueEurPerKg: this.#residueEurPerKg,
      ...{ looks: 1, nextLook: null, pick: { energyJ: 0, timeUs: 0, success: 1 } },
      ...{ chargeJ: 0, capacityJ: 0, stopJ: 0, forecastJ: 0, standbyJ: 0, dayLeftUs: 0, waiting: 0 },
    };
  }
}
