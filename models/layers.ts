import { tf } from './engine/backend.ts';
import { convBnRelu6, convNormRelu6, dense, type Moments } from './engine/ops.ts';
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
  const filter = p[`${name}/filter`] as unknown as tf.Tensor4D;
  const norm = { gamma: vector(p, `${name}/gamma`), beta: vector(p, `${name}/beta`) };
  if (!pass.training) {
    const moving = { mean: vector(p, `${name}/mean`), variance: vector(p, `${name}/variance`) };
    return convNormRelu6(x, filter, norm, moving, stride);
  }
  const { y, mean, variance } = convBnRelu6(x, filter, norm, stride);
  pass.moments[name] = { mean: tf.keep(mean), variance: tf.keep(variance) };
  return y;
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
  return dense(x, p[`${name}/weights`] as unknown as tf.Tensor2D, vector(p, `${name}/bias`), 'linear');
}

function vector(p: Variables, name: string): tf.Tensor1D {
  return p[name] as unknown as tf.Tensor1D;
}
