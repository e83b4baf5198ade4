import { type Dataset, rowsOf } from '../data/dataset.ts';
import type { Model } from '../nets/model.ts';
import { STATES } from '../nets/widths.ts';
import { medianState } from './evaluate.ts';
import { predict } from './infer.ts';

/** Validation items a predicted state needs before its own error is believed; below, the overall error stands in. */
const MIN_ITEMS = 10;

/**
 * [10] root mean square error of quality on validation items, by the state that the model predicts: the `sd` of its
 * beliefs. All entries are equal when there is no state head; zero when there is no quality head.
 */
export function qualityErrors(model: Model, data: Dataset): Float32Array {
  const errors = new Float32Array(STATES);
  if (!model.heads.includes('quality')) return errors;
  const rows = rowsOf(data, 'validation');
  const { state, quality } = predict(model, data, rows);
  const squares = new Float64Array(STATES);
  const counts = new Float64Array(STATES);
  let total = 0;
  rows.forEach((row, i) => {
    const error = quality[i]! - data.quality[row]!;
    const predicted = medianState(state, i * STATES);
    squares[predicted]! += error * error;
    counts[predicted]! += 1;
    total += error * error;
  });
  for (let s = 0; s < STATES; s++) {
    const known = counts[s]! >= MIN_ITEMS;
    errors[s] = Math.sqrt(known ? squares[s]! / counts[s]! : total / Math.max(1, rows.length));
  }
  return errors;
}
