import { kept } from '../kernel/core/kept.ts';
import type { SortChoice, SortPolicy, SortView } from '../ports.ts';
import type { Option } from '../record/decision.ts';
import { acceptance } from '../site/robot/sort-view.ts';
import { BatteryValue } from './battery-value.ts';
import { bestOutput, passEur, toldEur } from './expected-value.ts';
import { LookTeller } from './lots/look-teller.ts';
import { atPlan, bestStep, bettered, type LotPlan, type Spending, spendingsOf } from './lots/lot-plan.ts';
import type { SeenThing } from './lots/outlooks.ts';
import { sortOptions } from './sorting.ts';

/** Things that a plan is made from: the last so many that were seen. */
const remembered = 480;
/** A first plan is made after so many, and a new one every half hour of the day. */
const firstAfter = 40;
const renewUs = 1800e6;
/** Longer without a thing is a break in what comes, and counts for so long: a night, an empty battery. */
const breakUs = 1800e6;
/** What a robot told of its battery counts for so long. */
const freshUs = 120e6;
/**
 * Charge above the stop threshold that is not spent, J: minutes of waiting, as to run out costs hours; of a small battery no more than so
 * large a share (ours).
 */
const reserve = { joules: 300, ofCapacity: 0.01 };
/** Charge by which a robot must be ahead of another for joules to be worth e times as much to that one, J (ours). */
const balanceJ = 3000;

const rounds = { first: 40, later: 10 };

/** Before there is a plan: the best step of each lot, kept pure, and joules at what a can brings by a look and a pick. */
const [earlyPurityEurPerKg, earlyEurPerJ] = [4, 5e-5];

/**
 * Plans lots and joules for the rest of the day from what came so far: which price step each lot is to reach, what a kilogram of
 * impurity costs there, and what a joule is worth. Then takes for every thing what is worth most at these prices: leave it, pick it,
 * or look on if that is expected to gain more than its joules are worth. Robots with the same outputs share one plan, and all robots of
 * a site the steps that their lots aim at.
 */
export function plannedLotsPolicy(name = 'planned-lots'): SortPolicy {
  const crews = new Map<string, Crew>();
  return {
    name,
    decide(view) {
      const outputs = view.outputs.map(({ id }) => id).join();
      let crew = crews.get(outputs);
      if (crew === undefined) {
        // The crew that comes first sees the whole stream, so it chooses the steps.
        crew = new Crew(view, [...crews.values()][0] ?? null);
        crews.set(outputs, crew);
      }
      return crew.decide(view);
    },
  };
}

/** What a robot of a crew told last of its battery and its sun. */
type Battery = Pick<
  SortView,
  'timeUs' | 'chargeJ' | 'capacityJ' | 'stopJ' | 'restartJ' | 'forecastJ' | 'standbyJ' | 'sun'
>;

/** Robots with the same outputs. The first of them sees what comes, and all go by one plan as if their batteries were one. */
class Crew {
  readonly #leader: Crew | null;
  readonly #outputs: readonly string[];
  readonly #firstRobot: string;
  readonly #tellers = new Map<string, LookTeller>();
  readonly #batteries = new Map<string, Battery>();
  readonly #things: SeenThing[] = [];
  #count = 0;
  /** When the last thing came, and how long things were watched: breaks count as short. */
  #lastUs: number;
  #watchedUs = 0;
  #renewAtUs = 0;
  #plan: LotPlan;
  #value: BatteryValue | null = null;

  constructor(view: SortView, leader: Crew | null) {
    this.#leader = leader;
    this.#firstRobot = view.robotId;
    this.#lastUs = view.timeUs;
    const { outputs } = view;
    this.#outputs = outputs.map(({ id }) => id);
    this.#plan = {
      steps: outputs.map(bestStep),
      purityEurPerKg: new Float64Array(outputs.length).fill(earlyPurityEurPerKg),
      margins: new Float64Array(outputs.length),
      ...{ eurPerJ: earlyEurPerJ, eur: 0 },
    };
  }

  decide(view: SortView): SortChoice {
    this.#batteries.set(view.robotId, view);
    const teller = kept(this.#tellers, view.robotId, () => new LookTeller());
    teller.note(view);
    if (view.looks === 1 && this.#seesAll(view)) this.#note(view, teller);
    const eurPerJ = this.#dearer(view) * this.#eurPerJ(view);
    const planned = { ...view, outputs: view.outputs.map((output, o) => atPlan(output, o, this.#plan)) };
    const best = bestOutput(planned);
    const pickEur = best.eur - passEur(view) - eurPerJ * view.pick.energyJ;
    const lookEur = lookingEur(planned, teller, eurPerJ) - Math.max(0, pickEur);
    const options: Option[] = sortOptions(view);
    if (view.nextLook !== null) options.push({ action: 'look', expectedEur: lookEur });
    const reserveJ = Math.min(reserve.joules, reserve.ofCapacity * view.capacityJ);
    const spareJ = view.chargeJ - view.stopJ - reserveJ;
    if (lookEur > 0 && view.nextLook!.energyJ < spareJ) return { action: { kind: 'look' }, options };
    const picks = best.index >= 0 && pickEur > 0 && view.pick.energyJ < spareJ;
    return { action: picks ? { kind: 'pick', output: best.index } : { kind: 'pass' }, options };
  }

  /** True for the robot that things come to first, and for others while that one is away. */
  #seesAll({ robotId, timeUs }: SortView): boolean {
    const first = this.#batteries.get(this.#firstRobot);
    return robotId === this.#firstRobot || first === undefined || timeUs - first.timeUs > freshUs;
  }

  /**
   * How much dearer than to the crew a joule is to a robot: more than 1 where robots further down the belt have more charge left. It then
   * takes what is worth most, and leaves the rest to them; what it fails to grip comes to them anyway.
   */
  #dearer({ robotId, timeUs, chargeJ, stopJ }: SortView): number {
    let [after, mostJ] = [false, 0];
    for (const [other, told] of this.#batteries) {
      if (after && timeUs - told.timeUs < freshUs) mostJ = Math.max(mostJ, told.chargeJ - told.stopJ);
      if (other === robotId) after = true;
    }
    return Math.exp(Math.max(0, mostJ - (chargeJ - stopJ)) / balanceJ);
  }

  /** What a joule is worth by the plan, or by hour, sky and charge where robots see their sky. */
  #eurPerJ({ timeUs, sun }: SortView): number {
    if (this.#value === null || sun === undefined) return this.#plan.eurPerJ;
    let [chargeJ, stopJ, capacityJ] = [0, 0, 0];
    for (const told of this.#batteries.values()) {
      chargeJ += told.chargeJ;
      stopJ += told.stopJ;
      capacityJ += told.capacityJ;
    }
    return this.#value.eurPerJ(timeUs, (chargeJ - stopJ) / (capacityJ - stopJ), sun.cloudy);
  }

  /** The step that the lot of an output is to reach; undefined for an output of other robots. */
  #stepOf(id: string): number | undefined {
    return this.#plan.steps[this.#outputs.indexOf(id)];
  }

  #note(view: SortView, teller: LookTeller): void {
    const accepted = Float64Array.from(view.outputs, (output) => acceptance(view, output));
    this.#things[this.#count % remembered] = {
      massKg: view.massKg,
      material: view.belief.material,
      accepted,
    };
    this.#count += 1;
    this.#watchedUs += Math.min(breakUs, view.timeUs - this.#lastUs);
    this.#lastUs = view.timeUs;
    if (this.#count < firstAfter || view.timeUs < this.#renewAtUs) return;
    const first = this.#renewAtUs === 0;
    this.#renewAtUs = view.timeUs + renewUs;
    const toCome = (this.#count * view.dayLeftUs) / Math.max(60e6, this.#watchedUs);
    const pool = pooled([...this.#batteries.values()]);
    const input = {
      ...{ view, things: this.#things, weight: toCome / this.#things.length },
      looks: teller.looksAfter({ ...view, looks: 1 }),
      joules: pool.chargeJ - pool.stopJ + pool.forecastJ - pool.standbyJ,
      standbyJ: pool.standbyJ,
    };
    const leader = this.#leader;
    const steps = view.outputs.map(
      ({ id }, o) => (leader === null ? undefined : leader.#stepOf(id)) ?? this.#plan.steps[o]!,
    );
    const count = first ? rounds.first : rounds.later;
    this.#plan = bettered(input, { ...this.#plan, steps }, count, this.#leader === null);
    this.#value = batteryValue(pool, view, spendingsOf(input, this.#plan));
  }
}

/** One battery in place of several: the sun of the first, as often as its joules are in those of all. */
function pooled(batteries: readonly Battery[]): Battery {
  const sum = (of: (battery: Battery) => number) => batteries.reduce((total, one) => total + of(one), 0);
  const [first] = batteries;
  const forecastJ = sum((one) => one.forecastJ);
  const times = first!.forecastJ > 0 ? forecastJ / first!.forecastJ : batteries.length;
  const { sun } = first!;
  return {
    timeUs: first!.timeUs,
    chargeJ: sum((one) => one.chargeJ),
    capacityJ: sum((one) => one.capacityJ),
    stopJ: sum((one) => one.stopJ),
    restartJ: sum(({ restartJ, stopJ }) => restartJ ?? stopJ),
    forecastJ,
    standbyJ: sum((one) => one.standbyJ),
    ...(sun === undefined
      ? {}
      : {
          sun: {
            ...sun,
            clearJ: sun.clearJ.map((joules) => times * joules),
            cloudyJ: sun.cloudyJ.map((joules) => times * joules),
          },
        }),
  };
}

/** What looking on is worth at the prices of a plan, over passing on: the best of the looks that are left. */
function lookingEur(planned: SortView, teller: LookTeller, eurPerJ: number): number {
  const looks = teller.looksAfter(planned);
  if (looks.length === 0) return -Infinity;
  const told = toldEurs(planned);
  const unmoved = meansOf(told, planned.belief.material);
  let most = -Infinity;
  for (const { energyJ, tells } of looks) {
    const eur = toldGainEur(planned, told, unmoved, tells, eurPerJ) - eurPerJ * energyJ;
    if (eur > most) most = eur;
  }
  return most;
}

/** What batteries are worth together where robots see their sky; `spendings` are those of the whole rest of the day. */
function batteryValue(pool: Battery, view: SortView, spendings: readonly Spending[]): BatteryValue | null {
  const { sun, restartJ, stopJ, capacityJ, standbyJ } = pool;
  const { dayLeftUs, timeUs } = view;
  if (sun === undefined || restartJ === undefined) return null;
  const share = sun.stepUs / Math.max(sun.stepUs, dayLeftUs);
  const standbyW = standbyJ / (Math.max(1, dayLeftUs) / 1e6);
  const each = spendings.map(({ eurPerJ, gainEur, energyJ }) => ({
    eurPerJ,
    gainEur: share * gainEur,
    energyJ: share * energyJ,
  }));
  return new BatteryValue({ sun, restartJ, stopJ, capacityJ, standbyW }, each, timeUs);
}

/** [labels, outputs] expected EUR of each pick if the thing is of a label; 0 for labels that it cannot be of. */
function toldEurs(view: SortView): Float64Array {
  const { outputs } = view;
  const { material } = view.belief;
  const told = new Float64Array(material.length * outputs.length);
  for (let k = 0; k < material.length; k++) {
    if (material[k] === 0) continue;
    for (let o = 0; o < outputs.length; o++) told[k * outputs.length + o] = toldEur(view, outputs[o]!, k);
  }
  return told;
}

/** [outputs] expected EUR of each pick as long as nothing is told. */
function meansOf(told: Float64Array, material: Float32Array): Float64Array {
  const means = new Float64Array(told.length / material.length);
  for (let k = 0; k < material.length; k++)
    if (material[k]! > 0)
      for (let o = 0; o < means.length; o++) means[o]! += material[k]! * told[k * means.length + o]!;
  return means;
}

/** Labels below this probability are left out of what a look may say. */
const negligible = 1e-4;

/**
 * Expected EUR over passing on once a look has been taken that tells what the thing is of with probability `tells`, and else nothing, so
 * that on average it says what was believed before.
 */
function toldGainEur(
  view: SortView,
  told: Float64Array,
  unmoved: Float64Array,
  tells: number,
  eurPerJ: number,
): number {
  const leastEur = passEur(view) + eurPerJ * view.pick.energyJ;
  const { material } = view.belief;
  let gain = (1 - tells) * Math.max(0, Math.max(...unmoved) - leastEur);
  for (let k = 0; k < material.length; k++) {
    if (material[k]! < negligible) continue;
    let best = 0;
    for (let o = 0; o < unmoved.length; o++) best = Math.max(best, told[k * unmoved.length + o]! - leastEur);
    gain += tells * material[k]! * best;
  }
  return gain;
}
