import { lookGroups, materialById } from '../../sim/materials/catalogue.ts';
import type { Dataset } from '../data/dataset.ts';
import type { Model } from '../nets/model.ts';
import { STATES } from '../nets/widths.ts';
import { type Predictions, predict, type Viewing } from './infer.ts';

/** Every accuracy is given on three levels: catalogue id, polymer or alloy or fibre, family. */
export interface Levels<T> {
  readonly material: T;
  readonly class: T;
  readonly family: T;
}

/** One bin of a reliability diagram. */
export interface ReliabilityBin {
  readonly confidence: number;
  readonly accuracy: number;
  readonly count: number;
}

export interface Evaluation {
  readonly items: number;
  /** NaN, as all that is about naming, where the model lacks the material head. */
  readonly accuracy: Levels<number>;
  /** Material accuracy on items of materials that no other one of the list looks like; NaN when there are none. */
  readonly separable: number;
  /** [items] 1 where the material was right: what paired comparisons are made of. */
  readonly correct: Uint8Array;
  /** Mean over materials of the F1 score. */
  readonly macroF1: number;
  /** Expected calibration error over 15 bins of confidence (Guo 2017). */
  readonly ece: number;
  readonly reliability: readonly ReliabilityBin[];
  /** Mean absolute errors: states, and remaining value. NaN where the model lacks the head. */
  readonly stateMae: number;
  readonly qualityMae: number;
  /** [K, K] counts, true material by row. */
  readonly confusion: Uint32Array;
  /** Families in the order of `familyConfusion` [F, F]. */
  readonly families: readonly string[];
  readonly familyConfusion: Uint32Array;
}

const ECE_BINS = 15;

/** Scores a model on rows of a data set. */
export function evaluate(model: Model, data: Dataset, rows: Int32Array, viewing: Viewing = {}): Evaluation {
  return score(predict(model, data, rows, viewing), model, data, rows);
}

/** Scores given answers, wherever they came from (a quantised student, an ONNX file). */
export function score(
  predictions: Predictions,
  model: Pick<Model, 'labels' | 'heads'>,
  data: Dataset,
  rows: Int32Array,
): Evaluation {
  const classes = model.labels.length;
  const levels = levelsOf(model.labels);
  const chosen = Int32Array.from(rows, (_, i) => argmax(predictions.material, i * classes, classes));
  const truth = Int32Array.from(rows, (row) => data.material[row]!);
  const confusion = countPairs(truth, chosen, classes);
  const families = [...new Set(levels.family)].sort();
  const familyOf = levels.family.map((family) => families.indexOf(family));
  const asFamily = (labels: Int32Array) => labels.map((label) => familyOf[label]!);
  const correct = Uint8Array.from(truth, (label, i) => (label === chosen[i] ? 1 : 0));
  const share = (same: (a: number, b: number) => boolean) =>
    truth.reduce((sum, label, i) => sum + (same(label, chosen[i]!) ? 1 : 0), 0) / Math.max(1, rows.length);
  const names = (value: number) => (model.heads.includes('material') ? value : Number.NaN);
  const reliability = reliabilityOf(predictions.material, chosen, correct, classes);
  return {
    items: rows.length,
    accuracy: {
      material: names(share((a, b) => a === b)),
      class: names(share((a, b) => levels.class[a] === levels.class[b])),
      family: names(share((a, b) => levels.family[a] === levels.family[b])),
    },
    separable: names(separableAccuracy(model.labels, truth, correct)),
    correct,
    macroF1: names(macroF1(confusion, classes)),
    ece: names(
      reliability.reduce(
        (sum, bin) => sum + (bin.count * Math.abs(bin.accuracy - bin.confidence)) / rows.length,
        0,
      ),
    ),
    reliability,
    stateMae: model.heads.includes('state') ? stateMae(predictions.state, data, rows) : Number.NaN,
    qualityMae: model.heads.includes('quality') ? qualityMae(predictions.quality, data, rows) : Number.NaN,
    confusion,
    families,
    familyConfusion: countPairs(asFamily(truth), asFamily(chosen), families.length),
  };
}

function separableAccuracy(labels: readonly string[], truth: Int32Array, correct: Uint8Array): number {
  const alike = new Set(lookGroups(labels).flat());
  let items = 0;
  let right = 0;
  truth.forEach((label, i) => {
    if (alike.has(labels[label]!)) return;
    items++;
    right += correct[i]!;
  });
  return right / items;
}

/** Class and family of each label. */
export function levelsOf(labels: readonly string[]): { class: string[]; family: string[] } {
  const found = labels.map((label) => materialById(label));
  return { class: found.map((m) => m.class), family: found.map((m) => m.family) };
}

/** Share of items on which two models answer the same material, and mean KL(a || b) of their answers in nats. */
export function fidelity(
  a: Predictions,
  b: Predictions,
  classes: number,
): { agreement: number; meanKl: number } {
  const items = a.material.length / classes;
  let same = 0;
  let divergence = 0;
  for (let i = 0; i < items; i++) {
    const start = i * classes;
    if (argmax(a.material, start, classes) === argmax(b.material, start, classes)) same++;
    for (let c = start; c < start + classes; c++) {
      const p = Math.max(a.material[c]!, 1e-9);
      divergence += p * (Math.log(p) - Math.log(Math.max(b.material[c]!, 1e-9)));
    }
  }
  return { agreement: same / items, meanKl: divergence / items };
}

/** Index of the largest of `count` values from `start` (the first of equals), relative to `start`. */
export function argmax(values: ArrayLike<number>, start: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if (values[start + i]! > values[start + best]!) best = i;
  return best;
}

/** Median of a distribution over states at `start`: the answer with the least expected absolute error. */
export function medianState(probabilities: ArrayLike<number>, start: number): number {
  let below = 0;
  for (let s = 0; s < STATES; s++) {
    below += probabilities[start + s]!;
    if (below >= 0.5) return s;
  }
  return STATES - 1;
}

/** Counts [size, size] of (true, chosen). */
function countPairs(truth: Int32Array, chosen: Int32Array, size: number): Uint32Array {
  const counts = new Uint32Array(size * size);
  truth.forEach((label, i) => {
    counts[label * size + chosen[i]!]! += 1;
  });
  return counts;
}

function macroF1(confusion: Uint32Array, classes: number): number {
  let total = 0;
  for (let c = 0; c < classes; c++) {
    let actual = 0;
    let answered = 0;
    for (let other = 0; other < classes; other++) {
      actual += confusion[c * classes + other]!;
      answered += confusion[other * classes + c]!;
    }
    const hits = confusion[c * classes + c]!;
    total += actual + answered > 0 ? (2 * hits) / (actual + answered) : 0;
  }
  return total / classes;
}

function reliabilityOf(
  probabilities: Float32Array,
  chosen: Int32Array,
  correct: Uint8Array,
  classes: number,
): ReliabilityBin[] {
  const bins = Array.from({ length: ECE_BINS }, () => ({ confidence: 0, accuracy: 0, count: 0 }));
  chosen.forEach((label, i) => {
    const confidence = probabilities[i * classes + label]!;
    const bin = bins[Math.min(ECE_BINS - 1, Math.floor(confidence * ECE_BINS))]!;
    bin.confidence += confidence;
    bin.accuracy += correct[i]!;
    bin.count += 1;
  });
  return bins
    .filter((bin) => bin.count > 0)
    .map(({ confidence, accuracy, count }) => ({
      confidence: confidence / count,
      accuracy: accuracy / count,
      count,
    }));
}

function stateMae(probabilities: Float32Array, data: Dataset, rows: Int32Array): number {
  let sum = 0;
  rows.forEach((row, i) => {
    sum += Math.abs(medianState(probabilities, i * STATES) - data.state[row]!);
  });
  return sum / Math.max(1, rows.length);
}

function qualityMae(quality: Float32Array, data: Dataset, rows: Int32Array): number {
  let sum = 0;
  rows.forEach((row, i) => {
    sum += Math.abs(quality[i]! - data.quality[row]!);
  });
  return sum / Math.max(1, rows.length);
}
