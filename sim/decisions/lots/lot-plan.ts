import type { PriceTier } from '../../accounts/prices.ts';
import type { OutputView } from '../../ports.ts';
import { type OutlookInput, Outlooks } from './outlooks.ts';

/** What a plan is made from. */
export interface PlanInput extends OutlookInput {
  /** Each thing that was seen stands for so many to come. */
  readonly weight: number;
  /** Joules that are left for picks and looks until the end of the day by who stands by all of it: below 0 where it cannot. */
  readonly joules: number;
  /** Joules of standing by until then. */
  readonly standbyJ: number;
}

/** What can be had at some price of a joule, and the joules that it takes. */
export interface Spending {
  readonly eurPerJ: number;
  readonly gainEur: number;
  readonly energyJ: number;
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

/**
 * By how much beliefs of a whole lot's purity are wrong beside chance, as a standard deviation, and how many standard deviations of both a
 * lot is kept above its step at most (ours: 0 and 0.02, and 3.5, earned EUR 0.02 to 0.2 a day less on twenty days of the quickstart).
 */
const [wrongSd, mostSds] = [0.01, 2.5];
const mostMargin = 0.08;

/** Mass of one thing where a lot's spread is guessed from its purity, kg. */
const typicalKg = 0.03;

/** Prices of a joule that are tried, as shares of the plan's: from an eighth to twelve times, each a fifth dearer (ours). */
const prices = Array.from({ length: 26 }, (_, n) => 0.125 * Math.exp(n * Math.log(1.2)));

/** More than anything is worth, EUR/kg. */
const unplannedEur = 1e6;

/** Another step is taken only where it promises more than this beyond the one before. */
const leastGainEur = 1e-4;

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

/**
 * Standard deviations of its purity that it pays to keep a lot above a step, where one of them costs `sdEur` for each kg: one more saves
 * the price that is lost below the step as often as the purity would have ended within it, which is its normal density.
 */
export function sdsAbove(tiers: readonly PriceTier[], step: number, sdEur: number): number {
  const { minPurity, priceEurPerKg } = tiers[step]!;
  const below = tiers.filter((tier) => tier.minPurity < minPurity).map((tier) => tier.priceEurPerKg);
  const lostEur = priceEurPerKg - Math.max(0, ...below);
  const density = lostEur > 0 ? sdEur / lostEur : Infinity;
  return Math.min(mostSds, Math.sqrt(Math.max(0, -2 * Math.log(Math.sqrt(2 * Math.PI) * density))));
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
      const least = best.eur + leastGainEur;
      const found = program.descend({ ...best, steps, purityEurPerKg }, rounds, least);
      if (found.eur > least) best = found;
    });
  });
  return best;
}

/** What things to come would bring, and take, at other prices of a joule than the plan's: a factor of `dearer` from one to the next. */
export function spendingsOf(input: PlanInput, plan: LotPlan): Spending[] {
  return new Program(input).spendings(
    plan,
    prices.map((factor) => factor * plan.eurPerJ),
  );
}

/** What a plan would do with the things to come. */
class Program {
  readonly #input: PlanInput;
  readonly #outlooks: Outlooks;
  readonly #right: Float64Array;
  readonly #all: Float64Array;
  readonly #goodKg: Float64Array;
  readonly #lotKg: Float64Array;
  readonly #variance: Float64Array;
  #usedJ = 0;

  constructor(input: PlanInput) {
    this.#input = input;
    this.#outlooks = new Outlooks(input);
    const room = () => new Float64Array(input.view.outputs.length);
    [this.#right, this.#all, this.#goodKg] = [room(), room(), room()];
    [this.#lotKg, this.#variance] = [room(), room()];
  }

  /**
   * The plan with the lowest promise that rounds of moving its prices find: every promise is too high. It stops where the promise is
   * down to `floorEur`, below which the plan is of no use.
   */
  descend(start: LotPlan, rounds: number, floorEur = -Infinity): LotPlan {
    let plan = start;
    let best = { ...start, eur: Infinity };
    for (let round = 0; round < rounds; round++) {
      const eur = this.#promise(plan);
      if (eur < best.eur) best = { ...plan, eur };
      if (eur <= floorEur) break;
      plan = this.#moved(plan, 1 / Math.sqrt(1 + round));
    }
    return best;
  }

  /** What the things to come bring at the plan's prices of purity and some prices of a joule, and the joules of it. */
  spendings(plan: LotPlan, prices: readonly number[]): Spending[] {
    this.#charge(plan);
    return prices.map((eurPerJ) => {
      const kept = this.#keptEur(eurPerJ);
      const eur = this.#decideAll(kept, eurPerJ);
      return { eurPerJ, gainEur: eur - kept + eurPerJ * this.#usedJ, energyJ: this.#usedJ };
    });
  }

  #promise(plan: LotPlan): number {
    this.#charge(plan);
    const kept = this.#keptEur(plan.eurPerJ);
    const eur = this.#decideAll(kept, plan.eurPerJ);
    const standbyEur = plan.eurPerJ * this.#input.standbyJ;
    if (eur - kept >= standbyEur) return eur;
    // All that comes is not worth the joules of waiting for it.
    this.#usedJ = -this.#input.standbyJ;
    return kept + standbyEur;
  }

  /** Sets what outputs pay by a plan. */
  #charge(plan: LotPlan): void {
    this.#input.view.outputs.forEach((output, o) => {
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
    });
    this.#outlooks.value(this.#right, this.#all);
  }

  /** What joules and lots are worth as they are. */
  #keptEur(eurPerJ: number): number {
    const { view, joules } = this.#input;
    let eur = eurPerJ * joules;
    view.outputs.forEach(({ lotKg, believedKg }, o) => {
      if (this.#all[o] === unplannedEur) return;
      this.#goodKg[o] = believedKg;
      this.#lotKg[o] = lotKg;
      this.#variance[o] = lotKg > 0 ? believedKg * (1 - believedKg / lotKg) * typicalKg : 0;
      eur += this.#right[o]! * believedKg - this.#all[o]! * lotKg;
    });
    return eur;
  }

  /** What is kept, and what the things to come bring at a price of a joule. */
  #decideAll(keptEur: number, eurPerJ: number): number {
    const { things, weight } = this.#input;
    this.#usedJ = 0;
    let eur = keptEur;
    for (let t = 0; t < things.length; t++) eur += weight * this.#decide(t, eurPerJ);
    return eur;
  }

  /** What a thing would bring, and what that takes. */
  #decide(thing: number, eurPerJ: number): number {
    const { looks, weight, view } = this.#input;
    const pickEur = eurPerJ * view.pick.energyJ;
    const outlooks = this.#outlooks;
    const first = outlooks.firsts[thing]!;
    const answers = outlooks.answers[thing]!;
    let [most, from, to] = [Math.max(0, outlooks.eur[first]! - pickEur), first, first + 1];
    let lookJ = 0;
    for (let l = 0; l < looks.length; l++) {
      const start = first + 1 + l * answers;
      let eur = -eurPerJ * looks[l]!.energyJ;
      for (let at = start; at < start + answers; at++)
        eur += outlooks.share[at]! * Math.max(0, outlooks.eur[at]! - pickEur);
      if (eur > most) [most, from, to, lookJ] = [eur, start, start + answers, looks[l]!.energyJ];
    }
    this.#usedJ += weight * lookJ;
    for (let at = from; at < to; at++) if (outlooks.eur[at]! > pickEur) this.#take(at, thing);
    return most;
  }

  /** Picks what is worth a pick by an outlook. */
  #take(at: number, thing: number): void {
    const { output, p, share } = this.#outlooks;
    const { view, weight, things } = this.#input;
    const { massKg } = things[thing]!;
    const kg = weight * share[at]! * view.pick.success * massKg;
    const [o, right] = [output[at]!, p[at]!];
    this.#goodKg[o]! += kg * right;
    this.#lotKg[o]! += kg;
    this.#variance[o]! += kg * massKg * right * (1 - right);
    this.#usedJ += weight * share[at]! * view.pick.energyJ;
  }

  /** Prices of limits that are exceeded rise by a share, others fall. */
  #moved(plan: LotPlan, pace: number): LotPlan {
    const { joules, standbyJ, view } = this.#input;
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
      const chanceSd = Math.sqrt(this.#variance[o]!) / lotKg;
      const sd = Math.sqrt(chanceSd * chanceSd + wrongSd * wrongSd);
      margins[o] = Math.min(mostMargin, sd * sdsAbove(tiers, plan.steps[o]!, purityEurPerKg[o]! * sd));
    });
    const scaleJ = joules > 1 ? joules : Math.max(1, joules + standbyJ);
    const eurPerJ = plan.eurPerJ * changed((this.#usedJ - joules) / scaleJ);
    return { ...plan, purityEurPerKg, margins, eurPerJ: Math.max(1e-7, Math.min(1e-3, eurPerJ)) };
  }
}
