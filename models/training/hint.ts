import { sizeOf } from '../../sim/record/frames.ts';
import type { Dataset } from '../data/dataset.ts';
import { CENTIKELVIN } from '../data/input.ts';
import { tf } from '../engine/backend.ts';
import { INFERENCE_BATCH, imageTensor } from '../evaluation/infer.ts';
import { predictedHint } from '../losses/thermalHint.ts';
import { inputOf, wordShape } from '../nets/inputs.ts';
import { INFERENCE } from '../nets/layers.ts';
import { studentMaps } from '../nets/student.ts';
import { mount, unmount, type Weights } from '../nets/weights.ts';
import { turnedMaps } from './targets.ts';

/**
 * The thermal picture that a student is asked to guess from RGB: first frame after the flash, kelvin above the belt,
 * averaged to 16 x 16. Item pixels are those that the flash set apart from the belt.
 */
export interface HintTargets {
  readonly side: number;
  /** [n, side, side] kelvin above the belt over `scaleK`. */
  readonly target: Float32Array;
  /** [n, side, side] 1 on item pixels. */
  readonly mask: Float32Array;
  readonly scaleK: number;
}

export const HINT_SIDE = 16;
/** A pixel belongs to the item when it differs from the belt by more than this many noise widths (NETD about 50 mK). */
const ITEM_THRESHOLD_K = 0.3;

/** Prepares the guesses' targets for all rows of a data set; `scale` (K) is measured unless it is given (test sets). */
export function hintTargets(data: Dataset, scale?: number): HintTargets {
  const pixels = HINT_SIDE * HINT_SIDE;
  const target = new Float32Array(data.count * pixels);
  const mask = new Float32Array(data.count * pixels);
  let squares = 0;
  let counted = 0;
  for (let row = 0; row < data.count; row++) {
    const rise = riseAboveBelt(data, row);
    for (let p = 0; p < pixels; p++) {
      if (Math.abs(rise[p]!) <= ITEM_THRESHOLD_K) continue;
      target[row * pixels + p] = rise[p]!;
      mask[row * pixels + p] = 1;
      squares += rise[p]! * rise[p]!;
      counted++;
    }
  }
  const scaleK = scale ?? Math.max(Math.sqrt(squares / Math.max(1, counted)), 1e-3);
  for (let i = 0; i < target.length; i++) target[i]! /= scaleK;
  return { side: HINT_SIDE, target, mask, scaleK };
}

/** Targets and masks of a batch [B, side, side], turned by the views. */
export function hintBatch(hint: HintTargets, rows: Int32Array, views: Uint8Array) {
  const gather = (from: Float32Array): tf.Tensor3D => {
    const pixels = hint.side * hint.side;
    const values = new Float32Array(rows.length * pixels);
    rows.forEach((row, i) => {
      values.set(from.subarray(row * pixels, (row + 1) * pixels), i * pixels);
    });
    return turnedMaps(values, hint.side, views);
  };
  return { target: gather(hint.target), mask: gather(hint.mask) };
}

/** First frame, kelvin above the median of the border (the belt, warmed by the same flash), averaged to the side of the hint. */
function riseAboveBelt(data: Dataset, row: number): Float32Array {
  const { shape } = inputOf(data.streams, 'thermal');
  const { values } = data.streams.thermal!;
  const [, px = 0] = shape;
  const step = px / HINT_SIDE;
  if (!Number.isInteger(step))
    throw new Error(
      `hint: thermal frames of ${wordShape(shape)} cannot be averaged to ${HINT_SIDE} px. Cure: sides that ${HINT_SIDE} divides.`,
    );
  const start = row * sizeOf(shape);
  const at = (x: number, y: number) => values[start + y * px + x]! / CENTIKELVIN;
  const border: number[] = [];
  for (let i = 0; i < px; i++) border.push(at(i, 0), at(i, px - 1), at(0, i), at(px - 1, i));
  border.sort((a, b) => a - b);
  const beltK = border[border.length >> 1]!;
  const rise = new Float32Array(HINT_SIDE * HINT_SIDE);
  for (let y = 0; y < HINT_SIDE; y++) {
    for (let x = 0; x < HINT_SIDE; x++) {
      let sum = 0;
      for (let dy = 0; dy < step; dy++)
        for (let dx = 0; dx < step; dx++) sum += at(step * x + dx, step * y + dy);
      rise[y * HINT_SIDE + x] = sum / (step * step) - beltK;
    }
  }
  return rise;
}

/** How well a thermal picture is guessed from RGB, on item pixels, in units of the variance around their mean. */
export interface HintFit {
  /** 1 - residual / variance. */
  readonly r2: number;
  /** The same for the guess that knows the item's outline and gives every pixel the training mean. */
  readonly baselineR2: number;
  readonly rmseK: number;
}

/** Scores a student's thermal guesses. `meanRise` is the training pool's mean of target on item pixels. */
export function hintFit(
  weights: Weights,
  data: Dataset,
  rows: Int32Array,
  hint: HintTargets,
  meanRise: number,
): HintFit {
  const pixels = hint.side * hint.side;
  const variables = mount(weights);
  const sums = { residual: 0, baseline: 0, total: 0, squares: 0, count: 0 };
  try {
    for (let start = 0; start < rows.length; start += INFERENCE_BATCH) {
      const batch = rows.subarray(start, start + INFERENCE_BATCH);
      const guess = tf.tidy(() =>
        predictedHint(variables, studentMaps(variables, imageTensor(data, batch), INFERENCE)).dataSync(),
      );
      batch.forEach((row, i) => {
        for (let p = 0; p < pixels; p++) {
          if (hint.mask[row * pixels + p] === 0) continue;
          const truth = hint.target[row * pixels + p]!;
          const error = guess[i * pixels + p]! - truth;
          sums.residual += error * error;
          sums.baseline += (meanRise - truth) * (meanRise - truth);
          sums.total += truth;
          sums.squares += truth * truth;
          sums.count += 1;
        }
      });
    }
  } finally {
    unmount(variables);
  }
  const variance = sums.squares - (sums.total * sums.total) / Math.max(1, sums.count);
  return {
    r2: 1 - sums.residual / variance,
    baselineR2: 1 - sums.baseline / variance,
    rmseK: Math.sqrt(sums.residual / Math.max(1, sums.count)) * hint.scaleK,
  };
}

/** Mean target over the item pixels of some rows. */
export function meanRiseOf(hint: HintTargets, rows: Int32Array): number {
  const pixels = hint.side * hint.side;
  let sum = 0;
  let count = 0;
  for (const row of rows) {
    for (let p = row * pixels; p < (row + 1) * pixels; p++) {
      sum += hint.target[p]! * hint.mask[p]!;
      count += hint.mask[p]!;
    }
  }
  return sum / Math.max(1, count);
}
