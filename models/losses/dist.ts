import { tf } from '../engine/backend.ts';
import { onLogits, type Term } from './term.ts';

/**
 * DIST (Huang 2022, arXiv 2205.10536): T^2 [(1 - Pearson over classes, per item) + (1 - Pearson over the batch,
 * per class)] of softened probabilities, both weights one as in its CIFAR settings. Logits [B, K]; scalar in 0..4 T^2.
 */
export function dist(student: tf.Tensor2D, teacher: tf.Tensor2D, temperature: number): tf.Scalar {
  return tf.tidy(() => {
    const ours = tf.softmax(tf.div(student, temperature)) as tf.Tensor2D;
    const theirs = tf.softmax(tf.div(teacher, temperature)) as tf.Tensor2D;
    const within = meanPearson(ours, theirs);
    const between = meanPearson(tf.transpose(ours), tf.transpose(theirs));
    const distance = tf.sub(2, tf.add(within, between));
    return tf.mul(distance, temperature * temperature) as tf.Scalar;
  });
}

/** Mean over rows of the Pearson correlation between equal rows of a and b [N, M]. */
function meanPearson(a: tf.Tensor2D, b: tf.Tensor2D): tf.Scalar {
  const x = centredRows(a);
  const y = centredRows(b);
  const covariance = tf.sum(tf.mul(x, y), 1);
  const power = tf.mul(tf.sum(tf.square(x), 1), tf.sum(tf.square(y), 1));
  // 1e-16 under the root: a class that nobody predicts has no variance and counts as uncorrelated.
  return tf.div(tf.sum(tf.mul(covariance, tf.rsqrt(tf.add(power, 1e-16)))), a.shape[0]) as tf.Scalar;
}

function centredRows(rows: tf.Tensor2D): tf.Tensor2D {
  return tf.sub(rows, tf.div(tf.sum(rows, 1, true), rows.shape[1])) as tf.Tensor2D;
}

export const distTerm: Term = { value: onLogits((s, t, x) => dist(s, t, x.temperature)) };
