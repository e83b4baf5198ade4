import { materialById } from '../../materials/catalogue.ts';
import { gradeBelieved } from '../../materials/damage.ts';
import type { Belief } from '../../record/belief.ts';
import { type Grade, grades } from '../../record/item-state.ts';

/** Number of best next uses: what a row of `gradesGiven` holds. */
export const GRADES = grades.length;

const placeOf: ReadonlyMap<Grade, number> = new Map(grades.map((grade, g) => [grade, g]));

/** Nodes and weights of the mean over a normal distribution, exact to the fifth power (Gauss-Hermite, three points). */
const NODES: readonly (readonly [at: number, weight: number])[] = [
  [-Math.sqrt(3), 1 / 6],
  [0, 2 / 3],
  [Math.sqrt(3), 1 / 6],
];

/**
 * [K x 6] probability of each best next use if the thing is of a label: of what a perception says itself, else of each state by
 * its probability, with the quality normal around its mean. Labels of probability 0 have rows of 0.
 */
export function gradesGiven(belief: Belief, labels: readonly string[]): Float64Array {
  const given = new Float64Array(labels.length * GRADES);
  for (let k = 0; k < labels.length; k++) {
    if (belief.material[k] === 0) continue;
    const row = given.subarray(k * GRADES, (k + 1) * GRADES);
    if (belief.grade === undefined) fillRow(row, belief, labels[k]!);
    else row.set(belief.grade);
  }
  return given;
}

function fillRow(row: Float64Array, { state, quality }: Belief, label: string): void {
  const material = materialById(label);
  for (let s = 0; s < state.length; s++) {
    const p = state[s]!;
    if (p === 0) continue;
    for (const [at, weight] of NODES) {
      const grade = gradeBelieved(material, s, Math.min(1, Math.max(0, quality.mean + at * quality.sd)));
      row[placeOf.get(grade)!]! += p * weight;
    }
  }
}

/** The best next use that follows from the likeliest material and state of a belief. */
export function likeliestGrade(
  { grade, quality }: Belief,
  { label, state }: { readonly label: string; readonly state: number },
): Grade {
  if (grade === undefined) return gradeBelieved(materialById(label), state, quality.mean);
  let best = 0;
  for (let g = 1; g < GRADES; g++) if (grade[g]! > grade[best]!) best = g;
  return grades[best]!;
}
