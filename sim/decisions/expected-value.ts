import { tierPrice } from '../accounts/prices.ts';
import type { OutputView, SortView } from '../ports.ts';
import { GRADES } from '../site/robot/grade-belief.ts';
import { acceptance, gradeAcceptance, stateAcceptance } from '../site/robot/sort-view.ts';

/** EUR per kg of putting something into an output that it accepts with probability `p`. */
export function binEurPerKg(output: OutputView, p: number): number {
  return p * output.priceEurPerKg - (1 - p) * output.contaminantEurPerKg;
}

/** Expected EUR of passing an item on: it ends in the residue. */
export function passEur(view: SortView): number {
  return -view.residueEurPerKg * view.massKg;
}

/** Expected EUR of a piece over what is believed of its material and its best next use. */
function pieceEur(view: SortView, output: OutputView): number {
  const { material } = view.belief;
  let eur = 0;
  for (let k = 0; k < material.length; k++)
    if (material[k] !== 0) eur += material[k]! * pieceEurOf(view, output, k);
  return eur;
}

/** Expected EUR of a piece if it is of label `k`. */
function pieceEurOf({ grades, massKg }: SortView, { pieces }: OutputView, k: number): number {
  let eur = 0;
  if (grades === undefined || pieces === undefined) return eur;
  for (let at = k * GRADES; at < (k + 1) * GRADES; at++)
    eur += grades[at]! * (pieces.eur[at]! + pieces.eurPerKg[at]! * massKg);
  return eur;
}

/** Expected EUR of picking what is worth `binnedEur` in its output: the pick may fail, then the item stays on the belt. */
export function movedEur(view: SortView, binnedEur: number): number {
  const { success } = view.pick;
  return success * binnedEur + (1 - success) * passEur(view);
}

/** Expected EUR of picking into an output with acceptance `p`. */
export function pickEur(view: SortView, output: OutputView, p: number): number {
  if (output.pieces !== undefined) return movedEur(view, pieceEur(view, output));
  const { success } = view.pick;
  return success * binEurPerKg(output, p) * view.massKg + (1 - success) * passEur(view);
}

/** Expected EUR that an item adds to an output, what it does to the lot that it joins included. */
export function joinEur(view: SortView, output: OutputView, p: number): number {
  return output.pieces === undefined ? lotEur(output, p, view.massKg) : pieceEur(view, output);
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

/**
 * False where an item would leave an output less pure than it is to be, by beliefs: what lies there, and this one, which is right with
 * probability `p`. One that is pure enough by itself is always taken.
 */
export function keepsPurity({ lotKg, believedKg, pieces }: OutputView, p: number, massKg: number): boolean {
  const least = pieces?.minPurity ?? 0;
  return p >= least || believedKg + p * massKg >= least * (lotKg + massKg);
}

/** The output with the highest expected EUR of those that stay pure enough, and what it is; index -1 when there is none. */
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
    const p = acceptance(view, output);
    if (!keepsPurity(output, p, view.massKg)) continue;
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
      const value = toldEur(view, output, k, states[o]!);
      if (value > best) best = value;
    }
    informed += weight * best;
  }
  return Math.max(0, informed - Math.max(pass, bestOutput(view).eur));
}

/** Expected EUR of picking into an output if the material is label `k`. */
export function toldEur(
  view: SortView,
  output: OutputView,
  k: number,
  statesFit = stateAcceptance(view.belief, output.maxState),
): number {
  if (output.pieces !== undefined) return movedEur(view, pieceEurOf(view, output, k));
  const { grades } = view;
  const gradesFit =
    output.grades === undefined || grades === undefined ? 1 : gradeAcceptance(grades, k, output.grades);
  return pickEur(view, output, output.accepts[k]! * statesFit * gradesFit);
}
