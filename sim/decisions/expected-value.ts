import { tierPrice } from '../accounts/prices.ts';
import type { OutputView, SortView } from '../ports.ts';
import type { Belief } from '../record/belief.ts';
import { acceptedShare } from '../site/robot/sort-view.ts';

/** Probability that an output accepts the item: its material is wanted and its state good enough (taken as independent). */
export function acceptance(belief: Belief, output: OutputView): number {
  return acceptedShare(belief.material, output.accepts) * stateAcceptance(belief, output.maxState);
}

function stateAcceptance(belief: Belief, maxState: number): number {
  if (maxState >= 9) return 1;
  let p = 0;
  for (let s = 0; s <= maxState; s++) p += belief.state[s]!;
  return Math.min(1, p);
}

/** EUR per kg of putting something into an output that it accepts with probability `p`. */
export function binEurPerKg(output: OutputView, p: number): number {
  return p * output.priceEurPerKg - (1 - p) * output.contaminantEurPerKg;
}

/** Expected EUR of passing an item on: it ends in the residue. */
export function passEur(view: SortView): number {
  return -view.residueEurPerKg * view.massKg;
}

/** Expected EUR of picking into an output with acceptance `p`: the pick may fail, then the item stays on the belt. */
export function pickEur(view: SortView, output: OutputView, p: number): number {
  const { success } = view.pick;
  return success * binEurPerKg(output, p) * view.massKg + (1 - success) * passEur(view);
}

/**
 * EUR that an item adds to the lot it would join, by beliefs: its own price, what it costs if it is wrong, and what it does to
 * the price of all that lies there already by moving the lot's purity over a step.
 */
export function lotEur(output: OutputView, p: number, massKg: number): number {
  const { lotKg, believedKg, contaminantEurPerKg, tiers } = output;
  const worth = (goodKg: number, allKg: number) =>
    allKg === 0 ? 0 : tierPrice(tiers, goodKg / allKg) * goodKg - contaminantEurPerKg * (allKg - goodKg);
  return worth(believedKg + p * massKg, lotKg + massKg) - worth(believedKg, lotKg);
}

/** The output with the highest expected EUR, and what it is; index -1 when there is no output at all. */
export interface BestOutput {
  readonly index: number;
  readonly p: number;
  readonly eur: number;
}

export function bestOutput(view: SortView): BestOutput {
  let index = -1;
  let bestP = 0;
  let eur = -Infinity;
  for (let o = 0; o < view.outputs.length; o++) {
    const output = view.outputs[o]!;
    const p = acceptance(view.belief, output);
    const value = pickEur(view, output, p);
    if (value > eur) {
      index = o;
      bestP = p;
      eur = value;
    }
  }
  return { index, p: bestP, eur };
}

/**
 * Expected value of perfect information about the material, in EUR: what one would gain on average if the material were
 * told before the choice. 0 when no answer could change the choice.
 */
export function perfectInformationEur(view: SortView): number {
  const pass = passEur(view);
  const states = view.outputs.map((output) => stateAcceptance(view.belief, output.maxState));
  let informed = 0;
  for (let k = 0; k < view.belief.material.length; k++) {
    const weight = view.belief.material[k]!;
    if (weight === 0) continue;
    let best = pass;
    for (let o = 0; o < view.outputs.length; o++) {
      const output = view.outputs[o]!;
      const value = pickEur(view, output, output.accepts[k]! * states[o]!);
      if (value > best) best = value;
    }
    informed += weight * best;
  }
  return Math.max(0, informed - Math.max(pass, bestOutput(view).eur));
}
