import { tf } from '../engine/backend.ts';
import { convBnRelu6, convNormRelu6, dense, globalAvgPool, type Moments } from '../engine/ops.ts';
import type { ParameterSpec, Variables } from './weights.ts';

/** How a network is run: training uses the batch's own moments and reports them, inference the moving ones. */
export type Pass =
  | { readonly training: false }
  | {
      readonly training: true;
      /** Filled by the forward pass: moments by layer name, kept alive for the moving averages. */
      readonly moments: Record<string, Moments>;
    };

export const INFERENCE: Pass = { training: false };

/** Parameters of a 3x3 convolution with batch normalisation. */
export function convParameters(name: string, inputs: number, outputs: number): ParameterSpec[] {
  return [
    { name: `${name}/filter`, shape: [3, 3, inputs, outputs], start: 'he', trainable: true },
    { name: `${name}/gamma`, shape: [outputs], start: 'ones', trainable: true },
    { name: `${name}/beta`, shape: [outputs], start: 'zeros', trainable: true },
    { name: `${name}/mean`, shape: [outputs], start: 'zeros', trainable: false },
    { name: `${name}/variance`, shape: [outputs], start: 'ones', trainable: false },
  ];
}

/** Convolution 'same' + batch normalisation + ReLU6 with the parameters of `convParameters(name, ...)`. */
export function convLayer(
  p: Variables,
  name: string,
  x: tf.Tensor4D,
  stride: 1 | 2,
  pass: Pass,
): tf.Tensor4D {
  const filter = p[`${name}/filter`] as tf.Tensor4D;
  const norm = { gamma: vector(p, `${name}/gamma`), beta: vector(p, `${name}/beta`) };
  if (!pass.training) {
    const moving = { mean: vector(p, `${name}/mean`), variance: vector(p, `${name}/variance`) };
    return convNormRelu6(x, filter, norm, moving, stride);
  }
  const { y, mean, variance } = convBnRelu6(x, filter, norm, stride);
  pass.moments[name] = { mean: tf.keep(mean), variance: tf.keep(variance) };
  return y;
}

/** Added to the variance of pooled features, which is some hundredths. */
export const POOL_EPSILON = 1e-4;

/** Moving moments of a standardised pool over `channels`. */
export function poolParameters(name: string, channels: number): ParameterSpec[] {
  return [
    { name: `${name}/mean`, shape: [channels], start: 'zeros', trainable: false },
    { name: `${name}/variance`, shape: [channels], start: 'ones', trainable: false },
  ];
}

/**
 * Global average pool [N, H, W, C] -> [N, C], each channel standardised over items. Averages of ReLU6 maps lie close
 * together; without this the dense layer behind them learns several times slower. It is affine, so export folds it into
 * that dense layer and the network that leaves the twin has none.
 */
export function poolLayer(p: Variables, name: string, maps: tf.Tensor4D, pass: Pass): tf.Tensor2D {
  const pooled = globalAvgPool(maps);
  if (!pass.training) return standardised(pooled, vector(p, `${name}/mean`), vector(p, `${name}/variance`));
  const items = pooled.shape[0];
  const mean = tf.div(tf.sum(pooled, 0), items) as tf.Tensor1D;
  const variance = tf.div(tf.sum(tf.square(tf.sub(pooled, mean)), 0), items) as tf.Tensor1D;
  pass.moments[name] = { mean: tf.keep(mean), variance: tf.keep(variance) };
  return standardised(pooled, mean, variance);
}

function standardised(x: tf.Tensor2D, mean: tf.Tensor1D, variance: tf.Tensor1D): tf.Tensor2D {
  return tf.mul(tf.sub(x, mean), tf.rsqrt(tf.add(variance, POOL_EPSILON))) as tf.Tensor2D;
}

/** Parameters of a dense layer. */
export function denseParameters(name: string, inputs: number, outputs: number): ParameterSpec[] {
  return [
    { name: `${name}/weights`, shape: [inputs, outputs], start: 'he', trainable: true },
    { name: `${name}/bias`, shape: [outputs], start: 'zeros', trainable: true },
  ];
}

/** x [N, I] -> [N, O], linear. */
export function denseLayer(p: Variables, name: string, x: tf.Tensor2D): tf.Tensor2D {
  return dense(x, p[`${name}/weights`] as tf.Tensor2D, vector(p, `${name}/bias`), 'linear');
}

function vector(p: Variables, name: string): tf.Tensor1D {
  return p[name] as tf.Tensor1D;
}
