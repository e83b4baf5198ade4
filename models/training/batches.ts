import { drawKey, uniformAt } from '../../sim/kernel/random/random.ts';
import { type Dataset, rowsOf, SPLITS } from '../data/dataset.ts';
import { VIEWS } from '../data/views.ts';
import { tf } from '../engine/backend.ts';
import { smoothedTarget } from '../losses/labelSmoothing.ts';
import { ordinalTarget } from '../losses/ordinal.ts';
import type { LabelBatch } from '../losses/term.ts';
import type { Normaliser } from '../nets/model.ts';
import { STATES } from '../nets/widths.ts';
import { Shuffled } from './schedule.ts';

/** Rows of one step and the view each is turned to. */
export interface Batch {
  readonly rows: Int32Array;
  readonly views: Uint8Array;
}

/**
 * The batches of one training, the same for every arm of equal seed: half labelled and half unlabelled items
 * (all labelled where there are no others, or with `onlyLabelled`), each in one of the eight views.
 */
export function batchSource(
  data: Dataset,
  seed: number,
  batch: number,
  onlyLabelled = false,
): (step: number) => Batch {
  const unlabelledRows = onlyLabelled ? new Int32Array(0) : rowsOf(data, 'unlabelled');
  const labelled = new Shuffled(rowsOf(data, 'labelled'), seed, 'labelled');
  const unlabelled = new Shuffled(unlabelledRows, seed, 'unlabelled');
  const fromPool = unlabelledRows.length > 0 ? Math.floor(batch / 2) : 0;
  const viewKey = drawKey(seed, 0, 'training', 'views');
  return (step) => {
    const rows = new Int32Array(batch);
    rows.set(labelled.take(batch - fromPool), 0);
    rows.set(unlabelled.take(fromPool), batch - fromPool);
    const views = Uint8Array.from(rows, (_, i) => Math.floor(uniformAt(viewKey, step, i) * VIEWS));
    return { rows, views };
  };
}

/** Label tensors of a batch. With `all` every row counts as labelled (the oracle). */
export function labelBatch(
  data: Dataset,
  rows: Int32Array,
  { qualityMean, qualitySd }: Normaliser,
  { smoothing = 0, all = false }: { smoothing?: number; all?: boolean } = {},
): LabelBatch {
  const classes = data.labels.length;
  const material = new Float32Array(rows.length * classes);
  const state = new Float32Array(rows.length * STATES);
  const quality = new Float32Array(rows.length);
  const labelled = new Float32Array(rows.length);
  const labelledCode = SPLITS.indexOf('labelled');
  rows.forEach((row, i) => {
    if (!all && data.split[row] !== labelledCode) return;
    labelled[i] = 1;
    smoothedTarget(material, i, classes, data.material[row]!, smoothing);
    ordinalTarget(state, i, STATES, data.state[row]!);
    quality[i] = (data.quality[row]! - qualityMean) / qualitySd;
  });
  return {
    material: tf.tensor2d(material, [rows.length, classes]),
    state: tf.tensor2d(state, [rows.length, STATES]),
    quality: tf.tensor1d(quality),
    labelled: tf.tensor1d(labelled),
    labelledCount: labelled.reduce((sum, one) => sum + one, 0),
  };
}
