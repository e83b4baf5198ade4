import { materialById } from '../../materials/catalogue.ts';
import { gradeUnder, soilBelieved, undamagedShare } from '../../materials/damage.ts';
import type { Belief } from '../../record/belief.ts';
import { type Grade, grades } from '../../record/item-state.ts';

/** Number of best next uses: what a row of `gradesGiven` holds. */
export const GRADES = grades.length;

const placeOf: ReadonlyMap<Grade, number> = new Map(grades.map((grade, g) => [grade, g]));

/**
 * [K x 6] probability of each best next use if the thing is of a label: what a perception says itself, else what follows from each
 * state by its probability. Labels of probability 0 have rows of 0.
 */
export function gradesGiven(belief: Belief, labels: readonly string[]): Float64Array {
  const given = new Float64Array(labels.length * GRADES);
  for (let k = 0; k < labels.length; k++)
    if (belief.material[k] !== 0) fillRow(given.subarray(k * GRADES, (k + 1) * GRADES), belief, labels[k]!);
  return given;
}

/**
 * Soil is what the mean quality lacks beside the mean state: who is unsure of the state is as unsure of the quality, and would find
 * soil on whatever looks better than most if each state were held against that quality by itself.
 */
function fillRow(row: Float64Array, { grade, state, quality }: Belief, label: string): void {
  if (grade !== undefined) {
    row.set(grade);
    return;
  }
  const material = materialById(label);
  let undamaged = 0;
  let all = 0;
  for (let s = 0; s < state.length; s++) {
    undamaged += state[s]! * undamagedShare(s);
    all += state[s]!;
  }
  const soil = soilBelieved(undamaged / all, quality.mean);
  for (let s = 0; s < state.length; s++)
    if (state[s]! > 0) row[placeOf.get(gradeUnder(material, s, soil))!]! += state[s]!;
}

/** The best next use that is thought most likely of a thing of a label. */
export function likeliestGrade(belief: Belief, label: string): Grade {
  const row = new Float64Array(GRADES);
  fillRow(row, belief, label);
  let best = 0;
  for (let g = 1; g < GRADES; g++) if (row[g]! > row[best]!) best = g;
  return grades[best]!;
}
