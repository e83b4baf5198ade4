import { tf } from '../engine/backend.ts';
import { unitRows } from './feature.ts';
import { type Term, taught } from './term.ts';

/**
 * Relational term: mean squared difference of the batch's cosine matrices, without the diagonal
 * (similarity preserving, arXiv 1907.09682). Features are centred and taken before ReLU, behind which no cosine is negative.
 * Features [B, Ds] and [B, Dt] with B >= 2; returns a scalar. Invariant to scale and rotation of either side.
 */
export function relational(student: tf.Tensor2D, teacher: tf.Tensor2D): tf.Scalar {
  return tf.tidy(() => {
    const batch = student.shape[0];
    if (batch < 2) throw new Error(`relational: needs at least 2 items in a batch, got ${batch}`);
    const difference = tf.sub(cosines(student), cosines(teacher));
    const offDiagonal = tf.sub(1, tf.eye(batch));
    return tf.div(tf.sum(tf.square(tf.mul(difference, offDiagonal))), batch * (batch - 1)) as tf.Scalar;
  });
}

/** Cosines [B, B] between rows after the batch mean is taken off. */
function cosines(features: tf.Tensor2D): tf.Tensor2D {
  const batch = features.shape[0];
  const mean = tf.div(tf.sum(features, 0, true), batch);
  const unit = unitRows(tf.sub(features, mean) as tf.Tensor2D);
  return tf.matMul(unit, unit, false, true);
}

export const relationalTerm: Term = {
  value: (x) => relational(x.student.features, taught(x).fused),
};
