import type { SortChoice, SortPolicy, SortView } from '../ports.ts';
import type { Option } from '../record/decision.ts';
import { acceptance } from '../site/robot/sort-view.ts';
import { bestOutput, passEur, toldEur } from './expected-value.ts';
import { LookTeller } from './lots/look-teller.ts';
import { atPlan, bestStep, bettered, type LotPlan } from './lots/lot-plan.ts';
import type { SeenThing } from './lots/outlooks.ts';
import { sortOptions } from './sorting.ts';

/** Things that a plan is made from: the last so many that were seen. */
const remembered = 120;
/** A first plan is made after so many, and a new one every half hour of the day. */
const firstAfter = 40;
const renewUs = 1800e6;
const rounds = { first: 40, later: 10 };

/** Share of the promised joules that is planned with: to run out costs hours, to have some left little (ours). */
const prudence = 0.8;

/** Before there is a plan: the best step of each lot, kept pure, and joules at what a can brings by a look and a pick. */
const [earlyPurityEurPerKg, earlyEurPerJ] = [4, 5e-5];

/**
 * Plans lots and joules for the rest of the day from what came so far: which price step each lot is to reach, what a kilogram of
 * impurity costs there, and what a joule is worth. Then takes for every thing what is worth most at these prices: leave it, pick it,
 * or look on if that is expected to gain more than its joules are worth. Robots of a site share the steps that their lots aim at.
 */
export function plannedLotsPolicy(name = 'planned-lots'): SortPolicy {
  const planners = new Map<string, Planner>();
  return {
    name,
    decide(view) {
      const known = planners.get(view.robotId);
      if (known?.fits(view)) return known.decide(view);
      // The robot that comes first sees the whole stream, so it chooses the steps.
      const leader = [...planners.values()].find((one) => one !== known);
      const planner = new Planner(view, leader ?? null);
      planners.set(view.robotId, planner);
      return planner.decide(view);
    },
  };
}

class Planner {
  readonly #leader: Planner | null;
  readonly #outputs: readonly string[];
  readonly #firstUs: number;
  readonly #teller = new LookTeller();
  readonly #things: SeenThing[] = [];
  #count = 0;
  #renewAtUs = 0;
  #plan: LotPlan;

  constructor(view: SortView, leader: Planner | null) {
    this.#leader = leader;
    this.#firstUs = view.timeUs;
    const { outputs } = view;
    this.#outputs = outputs.map(({ id }) => id);
    this.#plan = {
      steps: outputs.map(bestStep),
      purityEurPerKg: new Float64Array(outputs.length).fill(earlyPurityEurPerKg),
      margins: new Float64Array(outputs.length),
      ...{ eurPerJ: earlyEurPerJ, eur: 0 },
    };
  }

  /** False once the robot has other outputs than those that the plan is for. */
  fits({ outputs }: SortView): boolean {
    return outputs.length === this.#outputs.length && outputs.every(({ id }, o) => id === this.#outputs[o]);
  }

  decide(view: SortView): SortChoice {
    this.#teller.note(view);
    if (view.looks === 1) this.#note(view);
    const { eurPerJ } = this.#plan;
    const planned = { ...view, outputs: view.outputs.map((output, o) => atPlan(output, o, this.#plan)) };
    const best = bestOutput(planned);
    const pickEur = best.eur - passEur(view) - eurPerJ * view.pick.energyJ;
    const lookEur = this.#lookEur(planned) - Math.max(0, pickEur);
    const options: Option[] = sortOptions(view);
    if (view.nextLook !== null) options.push({ action: 'look', expectedEur: lookEur });
    if (lookEur > 0) return { action: { kind: 'look' }, options };
    const picks = best.index >= 0 && pickEur > 0;
    return { action: picks ? { kind: 'pick', output: best.index } : { kind: 'pass' }, options };
  }

  /** What looking on is worth at the prices of the plan, over passing on: the best of the looks that are left. */
  #lookEur(planned: SortView): number {
    const { eurPerJ } = this.#plan;
    const looks = this.#teller.looksAfter(planned);
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

  /** The step that the lot of an output is to reach; undefined for an output of other robots. */
  #stepOf(id: string): number | undefined {
    return this.#plan.steps[this.#outputs.indexOf(id)];
  }

  #note(view: SortView): void {
    const accepted = Float64Array.from(view.outputs, (output) => acceptance(view, output));
    this.#things[this.#count % remembered] = {
      massKg: view.massKg,
      material: view.belief.material,
      accepted,
    };
    this.#count += 1;
    if (this.#count < firstAfter || view.timeUs < this.#renewAtUs) return;
    const first = this.#renewAtUs === 0;
    this.#renewAtUs = view.timeUs + renewUs;
    const toCome = (this.#count * view.dayLeftUs) / Math.max(60e6, view.timeUs - this.#firstUs);
    const { chargeJ, stopJ, forecastJ, standbyJ } = view;
    const input = {
      ...{ view, things: this.#things, weight: toCome / this.#things.length },
      looks: this.#teller.looksAfter({ ...view, looks: 1 }),
      joules: chargeJ - stopJ + prudence * forecastJ - standbyJ,
      standbyJ,
    };
    const leader = this.#leader;
    const steps = view.outputs.map(
      ({ id }, o) => (leader === null ? undefined : leader.#stepOf(id)) ?? this.#plan.steps[o]!,
    );
    const count = first ? rounds.first : rounds.later;
    this.#plan = bettered(input, { ...this.#plan, steps }, count, this.#leader === null);
  }
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
 * Expected EUR over passing on once a look has told a part of the truth: what it says is taken to be the belief moved by the share
 * `tells` to the material that the thing is of, so that on average it says what was believed before.
 */
function toldGainEur(
  view: SortView,
  told: Float64Array,
  unmoved: Float64Array,
  tells: number,
  eurPerJ: number,
): number {
  const pass = passEur(view);
  const pickEur = eurPerJ * view.pick.energyJ;
  const { material } = view.belief;
  let gain = 0;
  for (let k = 0; k < material.length; k++) {
    if (material[k]! < negligible) continue;
    let best = 0;
    for (let o = 0; o < unmoved.length; o++) {
      const eur = tells * told[k * unmoved.length + o]! + (1 - tells) * unmoved[o]!;
      best = Math.max(best, eur - pass - pickEur);
    }
    gain += material[k]! * best;
  }
  return gain;
}
