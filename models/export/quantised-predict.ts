import type { Dataset } from '../data/dataset.ts';
import { IMAGE_SCALE } from '../data/input.ts';
import { tf } from '../engine/backend.ts';
import { INFERENCE_BATCH, imageTensor, type Predictions } from '../evaluation/infer.ts';
import { STATES } from '../nets/widths.ts';
import type { QuantisedLayer, QuantisedStudent, RescaledLayer } from './quantise.ts';
import { rescale } from './rescale.ts';

/**
 * The quantised student on many items. Sums of int8 products stay below 2^24 (288 taps x 255 x 127 = 9.3 million), so the
 * float32 convolutions of the backend hold them exactly and the answer equals `integerInference` bit for bit.
 */
export function predictQuantised(q: QuantisedStudent, data: Dataset, rows: Int32Array): Predictions {
  const classes = q.labels.length;
  const result = {
    material: new Float32Array(rows.length * classes),
    state: new Float32Array(rows.length * STATES),
    quality: new Float32Array(rows.length),
  };
  for (let start = 0; start < rows.length; start += INFERENCE_BATCH) {
    tf.tidy(() => {
      const active = featuresOf(q, data, rows.subarray(start, start + INFERENCE_BATCH));
      const { material, state, quality } = q.head;
      if (material) result.material.set(tf.softmax(logits(material, active)).dataSync(), start * classes);
      if (state) result.state.set(tf.softmax(logits(state, active)).dataSync(), start * STATES);
      if (quality) {
        const { qualityMean, qualitySd } = q.normaliser;
        result.quality.set(
          logits(quality, active)
            .dataSync()
            .map((z) => qualityMean + qualitySd * z),
          start,
        );
      }
    });
  }
  return result;
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
