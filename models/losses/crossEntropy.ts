import { tf } from '../engine/backend.ts';

/**
 * Cross-entropy of a target distribution: -sum_c target_c log p_c per item.
 * Logits and targets [B, K], target rows sum to one (or are all zero for an item without label); returns [B] in nats.
 */
export function crossEntropy(logits: tf.Tensor2D, targets: tf.Tensor2D): tf.Tensor1D {
  return tf.tidy(() => tf.neg(tf.sum(tf.mul(targets, tf.logSoftmax(logits)), 1)) as tf.Tensor1D);
}
