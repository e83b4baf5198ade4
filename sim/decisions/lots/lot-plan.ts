import type { OutputView, SortView } from '../../ports.ts';

/** A thing that was seen at a first look. */
export interface SeenThing {
  readonly massKg: number;
  /** [K] what was believed of its material. */
  readonly material: Float32Array;
  /** [outputs] how probably each accepts it. */
  readonly accepted: Float64Array;
}

/** Looking on: joules of all further looks up to one, and how far it brings a belief from what it was to the truth, 0..1. */
export interface FurtherLook {
  readonly energyJ: number;
  readonly tells: number;
}

/** What a plan is made from. */
export interface PlanInput {
  readonly view: SortView;
  /** Things that were seen before; each stands for `weight` things to come. */
  readonly things: readonly SeenThing[];
  readonly weight: number;
  readonly looks: readonly FurtherLook[];
  /** Joules that may be spent until the end of the day. */
  readonly joules: number;
}

/** What is charged for limits, and which step each lot is to reach. */
export interface LotPlan {
  /** Place of the step among the output's tiers. */
  readonly steps: readonly number[];
  /** EUR for each kg by which a lot misses the purity that it aims at. */
  readonly purityEurPerKg: Float64Array;
  /** By output: purity that is kept beyond what the step asks for, as a lot may turn out worse than believed. */
  readonly margins: Float64Array;
  readonly eurPerJ: number;
  /** What the rest of the day is worth at most by this plan. */
  readonly eur: number;
}

/** How many standard deviations of its purity a lot is kept above its step (ours: 0 to 1 made no difference of EUR 0.3 a day). */
const marginSd = 0.3;
const mostMargin = 0.08;

/** Mass of one thing where a lot's spread is guessed from its purity, kg. */
const typicalKg = 0.03;

/** More than anything is worth, EUR/kg. */
const unplannedEur = 1e6;

/** Probabilities below this are left out of sums over materials. */
const negligible = 5e-3;

/** Purity price where a step is tried for the first time, the smallest that can still grow, and the largest; EUR/kg. */
const [firstPurityEur, leastPurityEur, mostPurityEur] = [2, 0.02, 60];

/** The price step that is paid best. */
export function bestStep({ tiers }: Pick<OutputView, 'tiers'>): number {
  return tiers.reduce((best, tier, t) => (tier.priceEurPerKg > tiers[best]!.priceEurPerKg ? t : best), 0);
}

/**
 * An output at the prices of a plan: what comes in brings the price of the step, and is charged, or paid, for what it does to the
 * purity of the lot. A thing is worth p G - c (A - G) + x (G - m A) in it, with G = 1 if it is right, A = 1, and purity m.
 */
export function atPlan(output: OutputView, o: number, plan: LotPlan): OutputView {
  if (output.pieces !== undefined) return output;
  const { minPurity, priceEurPerKg } = output.tiers[plan.steps[o]!]!;
  const purityEur = minPurity > 0 ? plan.purityEurPerKg[o]! : 0;
  const purity = aim(minPurity, plan.margins[o]!);
  return {
    ...output,
    priceEurPerKg: priceEurPerKg + purityEur * (1 - purity),
    contaminantEurPerKg: output.contaminantEurPerKg + purityEur * purity,
  };
}

const aim = (minPurity: number, margin: number) => (minPurity > 0 ? Math.min(0.999, minPurity + margin) : 0);

/**
 * Makes a plan better: prices of joules and purity are moved until limits are just kept (dual ascent), for the steps of the plan;
 * with `choose`, also for each other step of each lot, and the steps that promise most are kept.
 */
export function bettered(input: PlanInput, plan: LotPlan, rounds: number, choose: boolean): LotPlan {
  const program = new Program(input);
  let best = program.descend(plan, rounds);
  if (!choose) return best;
  input.view.outputs.forEach(({ tiers }, o) => {
    tiers.forEach(({ minPurity }, step) => {
      if (step === best.steps[o]) return;
      const steps = best.steps.map((s, p) => (p === o ? step : s));
      const purityEurPerKg = best.purityEurPerKg.slice();
      purityEurPerKg[o] = minPurity > 0 ? firstPurityEur : 0;
      const found = program.descend({ ...best, steps, purityEurPerKg }, rounds);
      if (found.eur > best.eur + 1e-4) best = found;
    });
  });
  return best;
}

/** What a plan would do with the things to come. */
class Program {
  readonly #input: PlanInput;
  readonly #count: number;
  readonly #right: Float64Array;
  readonly #all: Float64Array;
  readonly #goodKg: Float64Array;
  readonly #lotKg: Float64Array;
  readonly #variance: Float64Array;
  #pickEur = 0;
  #usedJ = 0;

  constructor(input: PlanInput) {
    this.#input = input;
    this.#count = input.view.outputs.length;
    const room = () => new Float64Array(this.#count);
    [this.#right, this.#all, this.#goodKg] = [room(), room(), room()];
    [this.#lotKg, this.#variance] = [room(), room()];
  }

  /** The plan with the lowest promise that rounds of moving its prices find: every promise is too high. */
  descend(start: LotPlan, rounds: number): LotPlan {
    let plan = start;
    let best = { ...start, eur: Infinity };
    for (let round = 0; round < rounds; round++) {
      const eur = this.#promise(plan);
      if (eur < best.eur) best = { ...plan, eur };
      plan = this.#moved(plan, 1 / Math.sqrt(1 + round));
    }
    return best;
  }

  #promise(plan: LotPlan): number {
    const { view, things, weight, joules } = this.#input;
    let eur = plan.eurPerJ * joules;
    this.#usedJ = 0;
    this.#pickEur = plan.eurPerJ * view.pick.energyJ;
    view.outputs.forEach((output, o) => {
      const tier = output.tiers[plan.steps[o]!];
      if (output.pieces !== undefined || tier === undefined) {
        // What is sold by the piece forms no lot, and the plan leaves it out.
        [this.#right[o], this.#all[o]] = [0, unplannedEur];
        return;
      }
      const { minPurity, priceEurPerKg } = tier;
      const purityEur = minPurity > 0 ? plan.purityEurPerKg[o]! : 0;
      this.#right[o] = priceEurPerKg + output.contaminantEurPerKg + purityEur;
      this.#all[o] = output.contaminantEurPerKg + purityEur * aim(minPurity, plan.margins[o]!);
      const { lotKg, believedKg } = output;
      this.#goodKg[o] = believedKg;
      this.#lotKg[o] = lotKg;
      this.#variance[o] = lotKg > 0 ? believedKg * (1 - believedKg / lotKg) * typicalKg : 0;
      eur += this.#right[o]! * believedKg - this.#all[o]! * lotKg;
    });
    for (const thing of things) eur += weight * this.#decide(thing, plan.eurPerJ);
    return eur;
  }

  /** What a thing would bring, and what that takes. */
  #decide(thing: SeenThing, eurPerJ: number): number {
    const { looks } = this.#input;
    const pick = this.#best(thing, (o) => thing.accepted[o]!);
    let [most, chosen] = [Math.max(0, pick.eur), -1];
    looks.forEach(({ energyJ, tells }, l) => {
      let eur = -eurPerJ * energyJ;
      for (let k = 0; k < thing.material.length; k++)
        if (thing.material[k]! >= negligible)
          eur += thing.material[k]! * Math.max(0, this.#told(thing, k, tells).eur);
      if (eur > most) [most, chosen] = [eur, l];
    });
    const look = looks[chosen];
    if (look === undefined) this.#take(thing.massKg, pick, 1);
    else {
      this.#usedJ += this.#input.weight * look.energyJ;
      for (let k = 0; k < thing.material.length; k++)
        if (thing.material[k]! >= negligible)
          this.#take(thing.massKg, this.#told(thing, k, look.tells), thing.material[k]!);
    }
    return most;
  }

  /** The best pick once a look has moved the belief to label `k`. */
  #told(thing: SeenThing, k: number, tells: number): { eur: number; output: number; p: number } {
    const { outputs } = this.#input.view;
    return this.#best(thing, (o) => tells * outputs[o]!.accepts[k]! + (1 - tells) * thing.accepted[o]!);
  }

  #best({ massKg }: SeenThing, accepted: (output: number) => number) {
    const { pick, residueEurPerKg } = this.#input.view;
    let [eur, output, p] = [-Infinity, -1, 0];
    for (let o = 0; o < this.#count; o++) {
      const q = accepted(o);
      const value = this.#right[o]! * q - this.#all[o]!;
      if (value > eur) [eur, output, p] = [value, o, q];
    }
    return { eur: pick.success * massKg * (eur + residueEurPerKg) - this.#pickEur, output, p };
  }

  #take(massKg: number, { eur, output, p }: { eur: number; output: number; p: number }, share: number): void {
    if (eur <= 0) return;
    const { view, weight } = this.#input;
    const kg = weight * share * view.pick.success * massKg;
    this.#goodKg[output]! += kg * p;
    this.#lotKg[output]! += kg;
    this.#variance[output]! += kg * massKg * p * (1 - p);
    this.#usedJ += weight * share * view.pick.energyJ;
  }

  /** Prices of limits that are exceeded rise by a share, others fall. */
  #moved(plan: LotPlan, pace: number): LotPlan {
    const { joules, view } = this.#input;
    const changed = (excess: number) => Math.exp(pace * Math.max(-1.5, Math.min(1.5, excess)));
    const purityEurPerKg = plan.purityEurPerKg.slice();
    const margins = plan.margins.slice();
    view.outputs.forEach(({ tiers }, o) => {
      const minPurity = tiers[plan.steps[o]!]?.minPurity ?? 0;
      if (minPurity === 0) return;
      const lotKg = this.#lotKg[o]! + 0.05;
      const missed = (aim(minPurity, margins[o]!) * this.#lotKg[o]! - this.#goodKg[o]!) / lotKg;
      const eur = purityEurPerKg[o]! * changed(20 * missed);
      purityEurPerKg[o] = Math.max(leastPurityEur, Math.min(mostPurityEur, eur));
      margins[o] = Math.min(mostMargin, (marginSd * Math.sqrt(this.#variance[o]!)) / lotKg);
    });
    const eurPerJ = plan.eurPerJ * changed((this.#usedJ - joules) / Math.max(1, joules));
    return { ...plan, purityEurPerKg, margins, eurPerJ: Math.max(1e-7, Math.min(1e-3, eurPerJ)) };
  }
}
