import { tf } from '../engine/backend.ts';

/**
 * Thermal hint: the student predicts the thermal map from RGB (the source's claim that thermal can be approximated
 * from visual). Mean squared error on item pixels. `predicted`, `target`, `mask` [B, h, w] (mask 0 or 1,
 * target in kelvin above ambient over the data set's scale); returns [B]; an item without pixels gives 0.
 */
export function thermalHint(predicted: tf.Tensor3D, target: tf.Tensor3D, mask: tf.Tensor3D): tf.Tensor1D {
  return tf.tidy(() => {
    const squared = tf.mul(mask, tf.square(tf.sub(predicted, target)));
    return tf.div(tf.sum(squared, [1, 2]), tf.maximum(tf.sum(mask, [1, 2]), 1)) as tf.Tensor1D;
  });
}
