import { expect, test } from 'vitest';
import { openBackend, tf } from '../../../models/engine/backend.ts';

test('a small network trains on the WASM backend', async () => {
  await openBackend('wasm');
  const x = tf.randomUniform([8, 12, 12, 3], 0, 1, 'float32', 1) as tf.Tensor4D;
  const w = tf.variable(tf.randomNormal([3, 3, 3, 8], 0, 0.2, 'float32', 2) as tf.Tensor4D);
  const v = tf.variable(tf.randomNormal([8, 4], 0, 0.2, 'float32', 3) as tf.Tensor2D);
  const y = tf.oneHot(tf.tensor1d([0, 1, 2, 3, 0, 1, 2, 3], 'int32'), 4);
  const adam = tf.train.adam(0.05);
  const loss = () =>
    tf.tidy(() => {
      const features = tf.mean(tf.relu6(tf.conv2d(x, w, 2, 'same')), [1, 2]) as tf.Tensor2D;
      return tf.losses.softmaxCrossEntropy(y, tf.matMul(features, v)) as tf.Scalar;
    });
  const before = loss().dataSync()[0];
  for (let step = 0; step < 200; step++) adam.minimize(loss);
  expect(loss().dataSync()[0]).toBeLessThan(before / 2);
});
