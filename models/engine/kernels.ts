import * as tf from '@tensorflow/tfjs-core';
import { type ConvInfo, Convolution, coversConvolution } from './conv.ts';
import { MatrixProduct } from './matmul.ts';
import { Normalisation, type NormTensors } from './norm.ts';
import type { Team } from './team.ts';
import { newFloats, pointerOf } from './tensors.ts';

/**
 * Our SIMD kernels as kernels of the TensorFlow.js backend, under its own names where it has one: so the tape, the
 * optimisers and every op on top stay what they are.
 */

/** Names of the kernels that are not TensorFlow.js' own; ops.ts asks for them by these. */
export const BATCH_NORM = 'BatchNormRelu6';
export const AFFINE = 'AffineRelu6';
export const AVERAGE_POOL = 'GlobalAveragePool';
export const ADAM_STEP = 'AdamStep';

/** Factors of one Adam step; see assembly/adam.ts. */
export type AdamFactors = {
  readonly beta1: number;
  readonly beta2: number;
  readonly rate: number;
  readonly correction: number;
  readonly epsilon: number;
};

export type KernelTable = Readonly<Record<string, tf.KernelFunc>>;
type Tensors<K extends string> = Readonly<Record<K, tf.TensorInfo>>;
type FindKernel = (name: string) => tf.KernelFunc | undefined;

/** The table of our kernels; `own` finds the backend's own kernel for what ours do not cover. */
export function simdKernels(team: Team, own: FindKernel): KernelTable {
  return {
    ...sharingKernels(team),
    ...convolutionKernels(team, own),
    ...matrixKernels(team, own),
    ...normKernels(team),
    ...adamKernel(team),
  };
}

/** The backend's own Identity copies every tensor that the tape saves (8 MB an activation); a count is enough. */
function sharingKernels({ heap: { backend } }: Team): KernelTable {
  return {
    Identity: ({ inputs }) => {
      const { dataId, shape, dtype } = inputs.x as tf.TensorInfo;
      backend.incRef(dataId);
      return { dataId, shape, dtype };
    },
  };
}

function convInfoOf(x: readonly number[], filter: readonly number[], attrs: object): ConvInfo {
  const { strides, pad, dataFormat, dilations, dimRoundingMode } = attrs as tf.Conv2DAttrs;
  return tf.backend_util.computeConv2DInfo(
    x as [number, number, number, number],
    filter as [number, number, number, number],
    strides,
    dilations ?? 1,
    pad,
    dimRoundingMode,
    false,
    tf.backend_util.convertConv2DDataFormat(dataFormat),
  );
}

function convolutionKernels(team: Team, own: FindKernel): KernelTable {
  const convolution = new Convolution(team);
  return {
    Conv2D: (call) => {
      const { x, filter } = call.inputs as Tensors<'x' | 'filter'>;
      const info = convInfoOf(x.shape, filter.shape, call.attrs ?? {});
      return coversConvolution(info) ? convolution.forward(x, filter, info) : fallBack('Conv2D', own, call);
    },
    Conv2DBackpropInput: (call) => {
      const { dy, filter } = call.inputs as Tensors<'dy' | 'filter'>;
      const { inputShape } = call.attrs as { inputShape: number[] };
      const info = convInfoOf(inputShape, filter.shape, call.attrs ?? {});
      return coversConvolution(info)
        ? convolution.inputGradient(dy, filter, info)
        : fallBack('Conv2DBackpropInput', own, call);
    },
    Conv2DBackpropFilter: (call) => {
      const { x, dy } = call.inputs as Tensors<'x' | 'dy'>;
      const { filterShape } = call.attrs as { filterShape: number[] };
      const info = convInfoOf(x.shape, filterShape, call.attrs ?? {});
      return coversConvolution(info)
        ? convolution.filterGradient(x, dy, info)
        : fallBack('Conv2DBackpropFilter', own, call);
    },
  };
}

function matrixKernels(team: Team, own: FindKernel): KernelTable {
  const matrices = new MatrixProduct(team);
  return {
    BatchMatMul: (call) => {
      const { a, b } = call.inputs as Tensors<'a' | 'b'>;
      const { transposeA, transposeB } = call.attrs as {
        transposeA: boolean;
        transposeB: boolean;
      };
      const covered =
        a.dtype === 'float32' &&
        b.dtype === 'float32' &&
        String(a.shape.slice(0, -2)) === String(b.shape.slice(0, -2));
      return covered ? matrices.product(a, b, transposeA, transposeB) : fallBack('BatchMatMul', own, call);
    },
  };
}

function normKernels(team: Team): KernelTable {
  const norm = new Normalisation(team);
  const epsilonOf = (attrs: unknown) => (attrs as { epsilon: number }).epsilon;
  return {
    [BATCH_NORM]: ({ inputs, attrs }) => {
      const { x, gamma, beta } = inputs as Tensors<'x' | 'gamma' | 'beta'>;
      return norm.batchNormRelu6(x, gamma, beta, epsilonOf(attrs));
    },
    [`${BATCH_NORM}Gradient`]: ({ inputs, attrs }) => {
      const { dy, x, ...weights } = inputs as Tensors<'dy' | 'x' | keyof NormTensors>;
      return norm.batchNormRelu6Gradient(dy, x, weights, epsilonOf(attrs));
    },
    [AFFINE]: ({ inputs }) => {
      const { x, scale, shift } = inputs as Tensors<'x' | 'scale' | 'shift'>;
      return norm.affineRelu6(x, scale, shift);
    },
    [`${AFFINE}Gradient`]: ({ inputs }) => {
      const { dy, x, scale, shift } = inputs as Tensors<'dy' | 'x' | 'scale' | 'shift'>;
      return norm.affineRelu6Gradient(dy, x, scale, shift);
    },
    [AVERAGE_POOL]: ({ inputs }) => norm.averagePool(inputs.x as tf.TensorInfo),
    [`${AVERAGE_POOL}Gradient`]: ({ inputs, attrs }) =>
      norm.averagePool(inputs.dy as tf.TensorInfo, (attrs as { shape: number[] }).shape),
  };
}

function adamKernel(team: Team): KernelTable {
  const { backend } = team.heap;
  return {
    [ADAM_STEP]: ({ inputs, attrs }) => {
      const { value, gradient, m, v } = inputs as Tensors<'value' | 'gradient' | 'm' | 'v'>;
      const { beta1, beta2, rate, correction, epsilon } = attrs as AdamFactors;
      const next = [value, m, v].map(() => newFloats(backend, value.shape));
      const pointers = [value, gradient, m, v, ...next].map((tensor) => pointerOf(backend, tensor));
      const count = value.shape.reduce((a, b) => a * b, 1);
      team.call('adamStep', count, ...pointers, beta1, beta2, rate, correction, epsilon);
      return next;
    },
  };
}

function fallBack(
  name: string,
  own: FindKernel,
  call: Parameters<tf.KernelFunc>[0],
): ReturnType<tf.KernelFunc> {
  const kernel = own(name);
  if (!kernel) {
    throw new Error(
      `engine: no ${name} for dilation, NCHW or unequal strides. Cure: NHWC, dilation 1, one stride.`,
    );
  }
  return kernel(call);
}
