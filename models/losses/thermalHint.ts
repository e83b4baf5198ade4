import { tf } from '../engine/backend.ts';
import { denseLayer, denseParameters } from '../nets/layers.ts';
import type { Variables } from '../nets/weights.ts';
import { STUDENT_CHANNELS } from '../nets/widths.ts';
import { mean, type Term } from './term.ts';

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

const HINT = 'auxiliary/hint';

/** The student's guess of the thermal map: a 1x1 convolution over its maps [B, h, w, 64] -> [B, h, w]. */
export function predictedHint(variables: Variables, maps: tf.Tensor4D): tf.Tensor3D {
  const [batch, height, width, channels] = maps.shape;
  const pixels = tf.reshape(maps, [batch * height * width, channels]) as tf.Tensor2D;
  return tf.reshape(denseLayer(variables, HINT, pixels), [batch, height, width]) as tf.Tensor3D;
}

export const hint = {
  value: (x) => {
    if (!x.hint) throw new Error('hint: no thermal target was prepared for this training.');
    return mean(thermalHint(predictedHint(x.variables, x.student.maps), x.hint.target, x.hint.mask));
  },
  parameters: denseParameters(HINT, STUDENT_CHANNELS[1], 1),
} satisfies Term;
