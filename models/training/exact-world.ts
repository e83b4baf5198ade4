import { drawKey, normalAt, uniformAt } from '../../sim/kernel/random/random.ts';

/**
 * A world so small that Bayes' rule can be computed: look-alikes of which a camera reads one cue each, with Gaussian noise, and a
 * second sense reads another. Of each material `apart` standard deviations lie between neighbours in the camera's cue, times the dial;
 * the second sense does not depend on it. Equal variances make the best answer to the cue a softmax of straight lines, so that a
 * student can learn it exactly, and what limits it is what it is told.
 */
export interface ExactWorld {
  readonly materials: number;
  /** Cues that the camera reads; in each, the materials stand in another order. */
  readonly cues: number;
  /** Standard deviations between neighbours in a cue at a coupling of 1. */
  readonly apart: number;
  /** The same in the second sense, which only the teacher has. */
  readonly teacherApart: number;
  readonly pool: number;
  readonly labelled: number;
  readonly tests: number;
}

/** Accuracies on the same test items of one drawing of such a world. */
export interface ExactAccuracies {
  /** Of Bayes' rule on the camera's cues: nothing that sees them can do better. */
  readonly ceiling: number;
  readonly labelsOnly: number;
  readonly distilled: number;
  readonly permuted: number;
  readonly oracle: number;
}

interface Items {
  readonly material: Int32Array;
  /** [n, cues] as the camera reads them. */
  readonly seen: Float64Array;
  /** [n] as the second sense reads it. */
  readonly further: Float64Array;
}

/** Place of a material on a cue: an order of its own in each, so that several cues tell more than one. */
function placeOf({ materials }: ExactWorld, material: number, cue: number): number {
  return ((material * (cue + 1)) % materials) - (materials - 1) / 2;
}

function drawItems(world: ExactWorld, coupling: number, count: number, seed: number, purpose: string): Items {
  const { materials, cues, apart, teacherApart } = world;
  const key = drawKey(seed, 0, 'training/exact', purpose);
  const items = {
    material: new Int32Array(count),
    seen: new Float64Array(count * cues),
    further: new Float64Array(count),
  };
  for (let i = 0; i < count; i++) {
    const material = Math.floor(uniformAt(key, i, 0) * materials);
    items.material[i] = material;
    for (let c = 0; c < cues; c++)
      items.seen[i * cues + c] = coupling * apart * placeOf(world, material, c) + normalAt(key, i, 1 + c);
    items.further[i] = teacherApart * placeOf(world, material, 0) + normalAt(key, i, 1 + cues);
  }
  return items;
}

/** Probabilities of the materials given the camera's cues of item `i`, and the second sense of item `j` where it is known. */
function posterior(
  world: ExactWorld,
  coupling: number,
  items: Items,
  i: number,
  j: number | null,
): Float64Array {
  const { materials, cues, apart, teacherApart } = world;
  const logs = Float64Array.from({ length: materials }, (_, material) => {
    let log = 0;
    for (let c = 0; c < cues; c++) {
      const off = items.seen[i * cues + c]! - coupling * apart * placeOf(world, material, c);
      log -= (off * off) / 2;
    }
    const off = j === null ? 0 : items.further[j]! - teacherApart * placeOf(world, material, 0);
    return log - (off * off) / 2;
  });
  return softmax(logs);
}

function softmax(logits: Float64Array): Float64Array {
  const top = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const raised = logits.map((z) => Math.exp(z - top));
  const total = raised.reduce((a, b) => a + b, 0);
  return raised.map((e) => e / total);
}

/** Steps and rate of the students' descent (ours: the loss is convex, and no accuracy moves by more than a tenth of a point with twice as many). */
const STEPS = 400;
const RATE = 0.3;

/** A softmax of straight lines, fitted by full descent to what is said of each row; weights [materials, cues + 1]. */
function fitted(
  { materials, cues }: ExactWorld,
  items: Items,
  rows: readonly number[],
  said: readonly Float64Array[],
): Float64Array {
  const width = cues + 1;
  const weights = new Float64Array(materials * width);
  const gradient = new Float64Array(materials * width);
  const answer = new Float64Array(materials);
  for (let step = 0; step < STEPS; step++) {
    gradient.fill(0);
    rows.forEach((row, at) => {
      answerInto(answer, weights, items, row, cues);
      const wanted = said[at]!;
      for (let m = 0; m < materials; m++) {
        const error = answer[m]! - wanted[m]!;
        for (let c = 0; c < cues; c++) gradient[m * width + c]! += error * items.seen[row * cues + c]!;
        gradient[m * width + cues]! += error;
      }
    });
    for (let w = 0; w < weights.length; w++) weights[w]! -= (RATE * gradient[w]!) / rows.length;
  }
  return weights;
}

/** Probabilities that a softmax of straight lines gives the materials of a row. */
function answerInto(
  answer: Float64Array,
  weights: Float64Array,
  items: Items,
  row: number,
  cues: number,
): void {
  let total = 0;
  for (let m = 0; m < answer.length; m++) {
    let sum = weights[m * (cues + 1) + cues]!;
    for (let c = 0; c < cues; c++) sum += weights[m * (cues + 1) + c]! * items.seen[row * cues + c]!;
    answer[m] = Math.exp(sum);
    total += answer[m]!;
  }
  for (let m = 0; m < answer.length; m++) answer[m]! /= total;
}

const best = (answers: Float64Array) => answers.indexOf(answers.reduce((a, b) => Math.max(a, b)));

/**
 * One drawing of the world at a coupling: students with few labels, with those and the teacher's posterior of all items, with the
 * posterior of a teacher that was shown the second sense of another item of the same material, and with all labels.
 */
export function playExact(world: ExactWorld, coupling: number, seed: number): ExactAccuracies {
  const { materials, cues, pool, labelled, tests } = world;
  const items = drawItems(world, coupling, pool, seed, 'pool');
  const asked = drawItems(world, coupling, tests, seed, 'tests');
  const all = Array.from({ length: pool }, (_, i) => i);
  const few = all.slice(0, labelled);
  const label = (row: number) => {
    const one = new Float64Array(materials);
    one[items.material[row]!] = 1;
    return one;
  };
  const other = partners(items.material);
  const accuracy = (answer: (row: number) => Float64Array) => {
    let right = 0;
    for (let i = 0; i < tests; i++) if (best(answer(i)) === asked.material[i]) right++;
    return right / tests;
  };
  const student = (rows: readonly number[], said: (row: number) => Float64Array) => {
    const weights = fitted(world, items, rows, rows.map(said));
    const answer = new Float64Array(materials);
    return accuracy((i) => {
      answerInto(answer, weights, asked, i, cues);
      return answer;
    });
  };
  return {
    ceiling: accuracy((i) => posterior(world, coupling, asked, i, null)),
    labelsOnly: student(few, label),
    distilled: student(all, (row) => posterior(world, coupling, items, row, row)),
    permuted: student(all, (row) => posterior(world, coupling, items, row, other[row]!)),
    oracle: student(all, label),
  };
}

/** For each item another of its material: the next one, around in a ring. */
function partners(material: Int32Array): Int32Array {
  const last = new Map<number, number>();
  const first = new Map<number, number>();
  const partner = new Int32Array(material.length);
  material.forEach((m, i) => {
    const before = last.get(m);
    if (before === undefined) first.set(m, i);
    else partner[before] = i;
    last.set(m, i);
  });
  for (const [m, i] of last) partner[i] = first.get(m)!;
  return partner;
}
