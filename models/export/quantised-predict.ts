import type { Dataset } from '../data/dataset.ts';
import { IMAGE_SCALE } from '../data/input.ts';
import { tf } from '../engine/backend.ts';
import { imageTensor, type Predictions, predictInBatches } from '../evaluation/infer.ts';
import type { QuantisedLayer, QuantisedStudent, RescaledLayer } from './quantise.ts';
import { rescale } from './rescale.ts';

/**
 * The quantised student on many items. Sums of int8 products stay below 2^24 (288 taps x 255 x 127 = 9.3 million), so the
 * float32 convolutions of the backend hold them exactly and the answer equals `integerInference` bit for bit.
 */
export function predictQuantised(q: QuantisedStudent, data: Dataset, rows: Int32Array): Predictions {
  return predictInBatches(q, rows, (batch) => {
    const active = featuresOf(q, data, batch);
    const answer = (layer?: QuantisedLayer) => (layer ? logits(layer, active) : null);
    const { material, state, quality } = q.head;
    return { material: answer(material), state: answer(state), quality: answer(quality) };
  });
}

/** Features [N, 256] as integers above their zero point. */
function featuresOf(q: QuantisedStudent, data: Dataset, rows: Int32Array): tf.Tensor2D {
  const image = tf.round(tf.mul(imageTensor(data, rows), IMAGE_SCALE)) as tf.Tensor4D;
  const one = requantised(q.conv1, convolved(q.conv1, image, 2));
  const two = requantised(q.conv2, convolved(q.conv2, one as tf.Tensor4D, 1)) as tf.Tensor4D;
  const sums = tf.sum(two, [1, 2]).dataSync();
  const channels = q.conv2.outputs;
  const { offset, rescale: factors } = q.pool;
  const pooled = Float32Array.from(sums, (sum, i) =>
    byte(rescale(sum - offset[i % channels]!, factors[i % channels]!)),
  );
  const pooledTensor = tf.tensor2d(pooled, [rows.length, channels]);
  return requantised(q.features, accumulated(q.features, pooledTensor)) as tf.Tensor2D;
}

/** Inputs are integers above their zero point, so that padding is zero. */
function convolved(layer: QuantisedLayer, x: tf.Tensor4D, stride: 1 | 2): tf.Tensor {
  const { outputs, inputs } = layer;
  const filter = tf.transpose(
    tf.tensor4d(Float32Array.from(layer.weights), [outputs, 3, 3, inputs]),
    [1, 2, 3, 0],
  );
  return tf.add(
    tf.conv2d(x, filter as tf.Tensor4D, stride, 'same'),
    tf.tensor1d(Float32Array.from(layer.bias)),
  );
}

function accumulated(layer: QuantisedLayer, x: tf.Tensor2D): tf.Tensor2D {
  const matrix = tf.tensor2d(Float32Array.from(layer.weights), [layer.outputs, layer.inputs]);
  return tf.add(
    tf.matMul(x, tf.transpose(matrix)),
    tf.tensor1d(Float32Array.from(layer.bias)),
  ) as tf.Tensor2D;
}

/** int32 sums -> integers 0..255 above the zero point -128, channel by channel. */
function requantised(layer: RescaledLayer, sums: tf.Tensor): tf.Tensor {
  const values = sums.dataSync();
  const { outputs, rescale: factors } = layer;
  return tf.tensor(
    Float32Array.from(values, (sum, i) => byte(rescale(sum, factors[i % outputs]!))),
    sums.shape,
  );
}

function logits(layer: QuantisedLayer, active: tf.Tensor2D): tf.Tensor2D {
  return tf.mul(accumulated(layer, active), layer.inputScale * layer.weightScale[0]!) as tf.Tensor2D;
}

function byte(value: number): number {
  return Math.max(0, Math.min(255, value));
}
