import { tf } from '../engine/backend.ts';
import { softTargets } from './softTargets.ts';
import { mean, onLogits, type Term } from './term.ts';

/** Soft targets on logits standardised per item (Sun 2024, arXiv 2403.01427; epsilon 1e-7 as in its code). [B, K] -> [B]. */
export function logitStandardisation(
  student: tf.Tensor2D,
  teacher: tf.Tensor2D,
  temperature: number,
): tf.Tensor1D {
  return tf.tidy(() => softTargets(unitLogits(student), unitLogits(teacher), temperature));
}

/** (z - mean) / (sd + 1e-7) over classes; sample standard deviation as in the paper's code. */
function unitLogits(logits: tf.Tensor2D): tf.Tensor2D {
  const classes = logits.shape[1];
  const centred = tf.sub(logits, tf.div(tf.sum(logits, 1, true), classes));
  const variance = tf.div(tf.sum(tf.square(centred), 1, true), classes - 1);
  // A floor under the root keeps its gradient finite for constant logits.
  return tf.div(centred, tf.add(tf.sqrt(tf.add(variance, 1e-12)), 1e-7)) as tf.Tensor2D;
}

export const standardised: Term = {
  value: onLogits((s, t, x) => mean(logitStandardisation(s, t, x.temperature))),
};
