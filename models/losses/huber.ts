import { tf } from '../engine/backend.ts';

/** Huber loss with knee 1 on standardised values: d^2/2 below the knee, |d| - 1/2 above. [B], [B] -> [B]. */
export function huber(predicted: tf.Tensor1D, target: tf.Tensor1D): tf.Tensor1D {
  return tf.tidy(() => {
    const distance = tf.abs(tf.sub(predicted, target));
    const clipped = tf.minimum(distance, 1);
    return tf.mul(clipped, tf.sub(distance, tf.mul(clipped, 0.5))) as tf.Tensor1D;
  });
}
