import * as tf from '@tensorflow/tfjs-core';
import { Adam } from './adam.ts';
import { AFFINE, AVERAGE_POOL, BATCH_NORM } from './kernels.ts';

/** Added to the variance in batch normalisation (Keras' default, from memory). */
export const NORM_EPSILON = 1e-3;

/** Scale and shift of a batch normalisation, both [C]. */
export interface NormWeights {
  readonly gamma: tf.Tensor1D;
  readonly beta: tf.Tensor1D;
}

/** Mean and biased variance per channel, both [C]. */
export type Moments = {
  readonly mean: tf.Tensor1D;
  readonly variance: tf.Tensor1D;
};

/**
 * Training form of convolution 'same' + batch normalisation by the batch's own moments + ReLU6.
 * x [N,H,W,Cin], filter [kh,kw,Cin,Cout] -> y [N,ceil(H/stride),ceil(W/stride),Cout] and the moments
 * (no gradient flows through the moments that are handed out: they feed the moving averages).
 */
export function convBnRelu6(
  x: tf.Tensor4D,
  filter: tf.Tensor4D,
  norm: NormWeights,
  stride: 1 | 2,
): { readonly y: tf.Tensor4D } & Moments {
  const conv = tf.conv2d(x, filter, stride, 'same');
  if (runsFused(BATCH_NORM, conv)) {
    const inputs = { x: conv, gamma: norm.gamma, beta: norm.beta };
    const [y, mean, variance] = run(BATCH_NORM, inputs, { epsilon: NORM_EPSILON });
    return { y: y as tf.Tensor4D, mean: mean as tf.Tensor1D, variance: variance as tf.Tensor1D };
  }
  const { mean, variance } = tf.moments(conv, [0, 1, 2]) as Moments;
  return { y: normRelu6(conv, norm, { mean, variance }), mean, variance };
}

/** Inference form of the same: moments are given (moving averages), so an item's answer does not see its batch. */
export function convNormRelu6(
  x: tf.Tensor4D,
  filter: tf.Tensor4D,
  norm: NormWeights,
  moments: Moments,
  stride: 1 | 2,
): tf.Tensor4D {
  return normRelu6(tf.conv2d(x, filter, stride, 'same'), norm, moments);
}

/** [N,H,W,C] -> [N,C], the mean over all pixels. */
export function globalAvgPool(x: tf.Tensor4D): tf.Tensor2D {
  return runsFused(AVERAGE_POOL, x) ? run<tf.Tensor2D>(AVERAGE_POOL, { x }) : tf.mean(x, [1, 2]);
}

/** x [N,I] times weights [I,O] plus bias [O], then the activation -> [N,O]. */
export function dense(
  x: tf.Tensor2D,
  weights: tf.Tensor2D,
  bias: tf.Tensor1D,
  activation: 'linear' | 'relu' = 'linear',
): tf.Tensor2D {
  const sum = tf.add(tf.matMul(x, weights), bias) as tf.Tensor2D;
  return activation === 'relu' ? tf.relu(sum) : sum;
}

/** Adam (Kingma and Ba 2015) with beta1 0.9, beta2 0.999, epsilon 1e-7. The caller disposes of it. */
export function adam(learningRate: number): Adam {
  return new Adam(learningRate);
}

function normRelu6(conv: tf.Tensor4D, norm: NormWeights, { mean, variance }: Moments): tf.Tensor4D {
  const scale = tf.mul(norm.gamma, tf.rsqrt(tf.add(variance, NORM_EPSILON)));
  const shift = tf.sub(norm.beta, tf.mul(mean, scale));
  if (runsFused(AFFINE, conv)) return run<tf.Tensor4D>(AFFINE, { x: conv, scale, shift });
  return tf.relu6(tf.add(tf.mul(conv, scale), shift)) as tf.Tensor4D;
}

/** The fused kernels are there on the SIMD backend and take channels in eights. */
function runsFused(kernel: string, x: tf.Tensor4D): boolean {
  return x.shape[3] % 8 === 0 && tf.getKernel(kernel, tf.getBackend()) != null;
}

type Three = [tf.Tensor, tf.Tensor, tf.Tensor];

/** What one of our kernels gives: three tensors, or the one that the caller names. */
function run<T = Three>(
  kernel: string,
  inputs: tf.NamedTensorMap,
  attrs: Record<string, number | number[]> = {},
): T {
  return tf.engine().runKernel(kernel, inputs, attrs) as T;
}

tf.registerGradient({
  kernelName: BATCH_NORM,
  inputsToSave: ['x', 'gamma', 'beta'],
  outputsToSave: [false, true, true],
  gradFunc: (dys, saved, attrs) => {
    const [x, gamma, beta, mean, variance] = saved as [...Three, tf.Tensor, tf.Tensor];
    const inputs = { dy: (dys as [tf.Tensor])[0], x, gamma, beta, mean, variance };
    const [dx, dgamma, dbeta] = run(`${BATCH_NORM}Gradient`, inputs, attrs as Record<string, number>);
    return { x: () => dx, gamma: () => dgamma, beta: () => dbeta };
  },
});

tf.registerGradient({
  kernelName: AFFINE,
  inputsToSave: ['x', 'scale', 'shift'],
  gradFunc: (dy, saved) => {
    const [x, scale, shift] = saved as Three;
    const [dx, dscale, dshift] = run(`${AFFINE}Gradient`, { dy: dy as tf.Tensor, x, scale, shift });
    return { x: () => dx, scale: () => dscale, shift: () => dshift };
  },
});

tf.registerGradient({
  kernelName: AVERAGE_POOL,
  inputsToSave: ['x'],
  gradFunc: (dy, saved) => {
    const [x] = saved as [tf.Tensor];
    return {
      x: () => run<tf.Tensor>(`${AVERAGE_POOL}Gradient`, { dy: dy as tf.Tensor }, { shape: x.shape }),
    };
  },
});
