import { NORM_EPSILON } from '../engine/ops.ts';
import { CAMERA } from '../nets/inputs.ts';
import { POOL_EPSILON } from '../nets/layers.ts';
import type { Model } from '../nets/model.ts';
import type { Weights } from '../nets/weights.ts';

/** A convolution or dense layer after its batch normalisation is folded in. */
export interface FoldedLayer {
  /** [3, 3, I, O] row-major for convolutions, [I, O] for dense layers. */
  readonly weights: Float32Array;
  /** [O] */
  readonly bias: Float32Array;
  readonly inputs: number;
  readonly outputs: number;
  /** Side of the kernel, 1 for dense layers. */
  readonly kernel: 1 | 3;
}

/** The student as plain layers: what is quantised and exported. */
export interface FoldedStudent {
  readonly conv1: FoldedLayer;
  readonly conv2: FoldedLayer;
  readonly features: FoldedLayer;
  /** Heads that the model has, by name. */
  readonly heads: Readonly<Partial<Record<'material' | 'state' | 'quality', FoldedLayer>>>;
}

/** Folds moving moments into weights: w' = w gamma / sqrt(var + eps), b' = beta - mean gamma / sqrt(var + eps); the pool's into the dense layer behind it. */
export function foldStudent(model: Model): FoldedStudent {
  if (model.kind !== 'student') {
    throw new Error(`export: only a student leaves the twin, got the ${model.kind} "${model.name}"`);
  }
  if (model.senses.some((sense) => sense !== CAMERA)) {
    throw new Error(
      `export: only a student of the camera alone leaves the twin, "${model.name}" senses ${model.senses.join(', ')}. ` +
        `Cure: train one with the senses ${CAMERA} for the device.`,
    );
  }
  if (model.channels !== undefined) {
    throw new Error(
      `export: only a student of two convolutions leaves the twin, "${model.name}" has ${model.channels.length}. Cure: export another arm.`,
    );
  }
  const { weights } = model;
  return {
    conv1: foldedConv(weights, 'visual/conv1'),
    conv2: foldedConv(weights, 'visual/conv2'),
    features: denseAfterPool(weights),
    heads: Object.fromEntries(model.heads.map((head) => [head, plainDense(weights, head)])),
  };
}

function foldedConv(weights: Weights, name: string): FoldedLayer {
  const filter = weights[`${name}/filter`]!;
  const part = (what: string) => weights[`${name}/${what}`]!.values;
  const [gamma, beta, mean, variance] = [part('gamma'), part('beta'), part('mean'), part('variance')];
  const [, , inputs, outputs] = filter.shape as [number, number, number, number];
  const scale = gamma.map((g, o) => g / Math.sqrt(variance[o]! + NORM_EPSILON));
  return {
    weights: filter.values.map((w, i) => w * scale[i % outputs]!),
    bias: beta.map((b, o) => b - mean[o]! * scale[o]!),
    inputs,
    outputs,
    kernel: 3,
  };
}

/** W' = W / sd by row, b' = b - (mean / sd) W: the standardised pool folded into the dense layer. */
function denseAfterPool(weights: Weights): FoldedLayer {
  const plain = plainDense(weights, 'features');
  const { values: mean } = weights['visual/pool/mean']!;
  const scale = weights['visual/pool/variance']!.values.map((v) => 1 / Math.sqrt(v + POOL_EPSILON));
  const bias = plain.bias.slice();
  const scaled = plain.weights.map((w, i) => {
    const input = Math.floor(i / plain.outputs);
    const folded = w * scale[input]!;
    bias[i % plain.outputs]! -= mean[input]! * folded;
    return folded;
  });
  return { ...plain, weights: scaled, bias };
}

function plainDense(weights: Weights, name: string): FoldedLayer {
  const matrix = weights[`${name}/weights`]!;
  const [inputs, outputs] = matrix.shape as [number, number];
  return { weights: matrix.values, bias: weights[`${name}/bias`]!.values, inputs, outputs, kernel: 1 };
}
