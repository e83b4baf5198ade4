import { tf } from '../engine/backend.ts';
import { crossEntropy } from './crossEntropy.ts';
import { mean, onLogits, type Term } from './term.ts';

/** Cross-entropy of the teacher's best class as if it were a label: what soft targets must beat. [B, K] -> [B]. */
export function hardPseudoLabels(student: tf.Tensor2D, teacher: tf.Tensor2D): tf.Tensor1D {
  return tf.tidy(() => crossEntropy(student, bestClass(teacher)));
}

/** One-hot rows of the largest logit (the first of equals). */
export function bestClass(logits: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => tf.cast(tf.oneHot(tf.argMax(logits, 1), logits.shape[1]), 'float32') as tf.Tensor2D);
}

export const pseudo: Term = { value: onLogits((s, t) => mean(hardPseudoLabels(s, t))) };
