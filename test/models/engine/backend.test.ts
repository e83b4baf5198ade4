import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { openBackend, tf } from '../../../models/engine/backend.ts';

const require = createRequire(import.meta.url);

function hasNative(): boolean {
  try {
    require.resolve('@tensorflow/tfjs-node');
    return true;
  } catch {
    return false;
  }
}

test.skipIf(hasNative())('a missing native backend is named with its cure', async () => {
  await expect(openBackend('native')).rejects.toThrow(
    /backend native: the optional peer @tensorflow\/tfjs-node is not installed[\s\S]*Cure: npm i [\s\S]*--backend wasm/,
  );
});

test('opening leaves no handler or global on the process', async () => {
  const before = [process.listenerCount('uncaughtException'), process.listenerCount('unhandledRejection')];
  const workerBefore = (globalThis as { Worker?: unknown }).Worker;
  await openBackend('wasm');
  expect([process.listenerCount('uncaughtException'), process.listenerCount('unhandledRejection')]).toEqual(
    before,
  );
  expect((globalThis as { Worker?: unknown }).Worker).toBe(workerBefore);
});

test('two backends opened in turn keep their own kernels', async () => {
  const product = async (name: 'wasm' | 'cpu') => {
    await openBackend(name);
    return tf.tidy(() => Array.from(tf.matMul(tf.ones([2, 3]), tf.ones([3, 2])).dataSync()));
  };
  expect(await product('cpu')).toEqual([3, 3, 3, 3]);
  expect(await product('wasm')).toEqual([3, 3, 3, 3]);
  expect(tf.getBackend()).toBe('wasm');
});

test('dilated convolutions go to the kernel of TensorFlow.js', async () => {
  await openBackend('wasm');
  const image = tf.ones([1, 5, 5, 1]) as tf.Tensor4D;
  const y = tf.conv2d(image, tf.ones([3, 3, 1, 1]) as tf.Tensor4D, 1, 'valid', 'NHWC', 2);
  expect(Array.from(y.dataSync())).toEqual([9]);
});

test('integers are refused by a product of floats, not misread', async () => {
  await openBackend('wasm');
  const integers = tf.ones([2, 2], 'int32') as tf.Tensor2D;
  expect(() => tf.matMul(integers, integers)).toThrow(/float32/);
});

test('every kernel reports itself while a trace is set', async () => {
  const engine = await openBackend('wasm');
  const seen: string[] = [];
  engine.setTrace({ clock: () => 0, report: (kernel) => seen.push(kernel) });
  tf.tidy(() =>
    tf.conv2d(tf.ones([2, 4, 4, 8]) as tf.Tensor4D, tf.ones([3, 3, 8, 8]) as tf.Tensor4D, 1, 'same'),
  );
  engine.setTrace(null);
  expect(seen).toContain('convForward');
});
