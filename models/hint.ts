import { type Dataset, THERMAL_PX, THERMAL_VALUES } from './dataset.ts';
import type { tf } from './engine/backend.ts';
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
const CENTIKELVIN = 100;
/** A pixel belongs to the item when it differs from the belt by more than this many noise widths (NETD about 50 mK). */
const ITEM_THRESHOLD_K = 0.3;

/** Prepares the guesses' targets for all rows of a data set. */
export function hintTargets(data: Dataset): HintTargets {
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
  const scaleK = Math.max(Math.sqrt(squares / Math.max(1, counted)), 1e-3);
  for (let i = 0; i < target.length; i++) target[i] /= scaleK;
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

/** First frame, kelvin above the median of the border (the belt), averaged 2 x 2. */
function riseAboveBelt(data: Dataset, row: number): Float32Array {
  const start = row * THERMAL_VALUES;
  const at = (x: number, y: number) => data.thermal[start + y * THERMAL_PX + x]! / CENTIKELVIN;
  const border: number[] = [];
  for (let i = 0; i < THERMAL_PX; i++) {
    border.push(at(i, 0), at(i, THERMAL_PX - 1), at(0, i), at(THERMAL_PX - 1, i));
  }
  border.sort((a, b) => a - b);
  const beltK = border[border.length >> 1]!;
  const rise = new Float32Array(HINT_SIDE * HINT_SIDE);
  for (let y = 0; y < HINT_SIDE; y++) {
    for (let x = 0; x < HINT_SIDE; x++) {
      const sum = at(2 * x, 2 * y) + at(2 * x + 1, 2 * y) + at(2 * x, 2 * y + 1) + at(2 * x + 1, 2 * y + 1);
      rise[y * HINT_SIDE + x] = sum / 4 - beltK;
    }
  }
  return rise;
}
