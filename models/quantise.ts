import { type Dataset, rowsOf } from './dataset.ts';
import { tf } from './engine/backend.ts';
import { type FoldedLayer, type FoldedStudent, foldStudent } from './fold.ts';
import { imageTensor } from './infer.ts';
import { IMAGE_SCALE } from './input.ts';
import type { Model, Normaliser } from './model.ts';
import { type FixedPoint, fixedPoint } from './rescale.ts';

/**
 * int8 post-training quantisation after the LiteRT specification: weights per output channel in [-127, 127] with zero
 * point 0, activations per tensor in [-128, 127], bias int32 with scale s_x s_w, batch normalisation folded first.
 * Heads keep one weight scale, so that their int32 accumulators can be compared as they are.
 */
export interface QuantisedLayer {
  /** [O, kernel, kernel, I]: output channel first, as a microcontroller walks them. */
  readonly weights: Int8Array;
  readonly bias: Int32Array;
  readonly inputs: number;
  readonly outputs: number;
  readonly kernel: 1 | 3;
  /** [O] real value of one weight step. */
  readonly weightScale: Float64Array;
  readonly inputScale: number;
  readonly inputZero: number;
}

/** A layer whose output is int8 again; [O] fixed-point factors s_x s_w / s_out. */
export interface RescaledLayer extends QuantisedLayer {
  readonly rescale: readonly FixedPoint[];
  readonly outputScale: number;
  readonly outputZero: number;
}

export interface QuantisedStudent {
  readonly labels: readonly string[];
  readonly heads: Model['heads'];
  readonly imagePx: number;
  readonly normaliser: Pick<Normaliser, 'qualityMean' | 'qualitySd'>;
  readonly conv1: RescaledLayer;
  readonly conv2: RescaledLayer;
  /** Sum over pixels -> int8 mean. */
  readonly pool: { readonly rescale: FixedPoint; readonly outputScale: number; readonly outputZero: number };
  readonly features: RescaledLayer;
  /** Accumulators times inputScale * weightScale[0] are logits. */
  readonly head: Readonly<Partial<Record<'material' | 'state' | 'quality', QuantisedLayer>>>;
}

/** Images come as u - 128: zero point 0, scale 1/64, nothing lost. */
export const INPUT_SCALE = 1 / IMAGE_SCALE;
const LOWEST = -128;
const LEVELS = 255;
const LARGEST_WEIGHT = 127;
const RELU6_TOP = 6;
const CALIBRATION_BATCH = 32;
/** Fewest items that ranges may be measured on (distillation.md section 5). */
export const MIN_CALIBRATION_ITEMS = 500;

/** Quantises a student with activation ranges measured on `rows` (a part of the data set of its own). */
export function quantiseStudent(
  model: Model,
  data: Dataset,
  rows = rowsOf(data, 'calibration'),
): QuantisedStudent {
  if (rows.length < MIN_CALIBRATION_ITEMS) {
    throw new Error(
      `quantise: needs at least ${MIN_CALIBRATION_ITEMS} calibration items, got ${rows.length}. ` +
        'Cure: raise perMaterial.calibration of the data set.',
    );
  }
  const folded = foldStudent(model);
  const top = measureTops(folded, data, rows);
  const conv1 = rescaled(folded.conv1, INPUT_SCALE, 0, top.conv1);
  const conv2 = rescaled(folded.conv2, conv1.outputScale, LOWEST, top.conv2);
  const pixels = (model.imagePx / 2) * (model.imagePx / 2);
  const poolScale = top.pool / LEVELS;
  const features = rescaled(folded.features, poolScale, LOWEST, top.features);
  const head = Object.fromEntries(
    Object.entries(folded.heads).map(([name, layer]) => [
      name,
      quantised(layer, features.outputScale, LOWEST, oneScale(layer)),
    ]),
  );
  return {
    labels: model.labels,
    heads: model.heads,
    imagePx: model.imagePx,
    normaliser: { qualityMean: model.normaliser.qualityMean, qualitySd: model.normaliser.qualitySd },
    conv1,
    conv2,
    pool: {
      rescale: fixedPoint(conv2.outputScale / (pixels * poolScale)),
      outputScale: poolScale,
      outputZero: LOWEST,
    },
    features,
    head,
  };
}

/** Largest activation after each layer over the calibration items. */
function measureTops(folded: FoldedStudent, data: Dataset, rows: Int32Array) {
  const top = { conv1: 0, conv2: 0, pool: 0, features: 0 };
  const raise = (name: keyof typeof top, tensor: tf.Tensor) => {
    top[name] = Math.max(top[name], tf.max(tensor).dataSync()[0]!);
  };
  for (let start = 0; start < rows.length; start += CALIBRATION_BATCH) {
    tf.tidy(() => {
      const x = imageTensor(data, rows.subarray(start, start + CALIBRATION_BATCH));
      const one = convRelu6(x, folded.conv1, 2);
      const two = convRelu6(one, folded.conv2, 1);
      const pooled = tf.mean(two, [1, 2]) as tf.Tensor2D;
      const { weights, bias, inputs, outputs } = folded.features;
      const features = tf.relu(
        tf.add(tf.matMul(pooled, tf.tensor2d(weights, [inputs, outputs])), tf.tensor1d(bias)),
      );
      raise('conv1', one);
      raise('conv2', two);
      raise('pool', pooled);
      raise('features', features);
    });
  }
  // A dead layer would ask for a scale of zero.
  const floor = 1e-3;
  return {
    conv1: Math.max(floor, top.conv1),
    conv2: Math.max(floor, top.conv2),
    pool: Math.max(floor, top.pool),
    features: Math.max(floor, top.features),
  };
}

function convRelu6(
  x: tf.Tensor4D,
  { weights, bias, inputs, outputs }: FoldedLayer,
  stride: 1 | 2,
): tf.Tensor4D {
  const filter = tf.tensor4d(weights, [3, 3, inputs, outputs]);
  const sum = tf.add(tf.conv2d(x, filter, stride, 'same'), tf.tensor1d(bias));
  return tf.clipByValue(sum, 0, RELU6_TOP) as tf.Tensor4D;
}

/** A layer with int8 output 0 .. top. */
function rescaled(layer: FoldedLayer, inputScale: number, inputZero: number, top: number): RescaledLayer {
  const scaled = quantised(layer, inputScale, inputZero, channelScales(layer));
  const outputScale = top / LEVELS;
  return {
    ...scaled,
    rescale: Array.from(scaled.weightScale, (w) => fixedPoint((inputScale * w) / outputScale)),
    outputScale,
    outputZero: LOWEST,
  };
}

function quantised(
  layer: FoldedLayer,
  inputScale: number,
  inputZero: number,
  weightScale: Float64Array,
): QuantisedLayer {
  const { inputs, outputs, kernel } = layer;
  const taps = kernel * kernel * inputs;
  const weights = new Int8Array(taps * outputs);
  for (let tap = 0; tap < taps; tap++) {
    for (let o = 0; o < outputs; o++) {
      weights[o * taps + tap] = Math.round(layer.weights[tap * outputs + o]! / weightScale[o]!);
    }
  }
  const bias = Int32Array.from(layer.bias, (b, o) => Math.round(b / (inputScale * weightScale[o]!)));
  return { weights, bias, inputs, outputs, kernel, weightScale, inputScale, inputZero };
}

/** max |w| / 127 for each output channel. */
function channelScales({ weights, outputs }: FoldedLayer): Float64Array {
  const top = new Float64Array(outputs).fill(1e-6);
  weights.forEach((w, i) => {
    top[i % outputs] = Math.max(top[i % outputs]!, Math.abs(w));
  });
  return top.map((w) => w / LARGEST_WEIGHT);
}

/** One scale for all channels of a head. */
function oneScale(layer: FoldedLayer): Float64Array {
  const scales = channelScales(layer);
  return new Float64Array(layer.outputs).fill(scales.reduce((a, b) => Math.max(a, b), 0));
}
