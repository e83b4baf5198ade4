import { type Dataset, rowsOf } from '../data/dataset.ts';
import { IMAGE_SCALE } from '../data/input.ts';
import { tf } from '../engine/backend.ts';
import { imageTensor } from '../evaluation/infer.ts';
import { imagePxOf } from '../nets/inputs.ts';
import type { Model, Normaliser } from '../nets/model.ts';
import { type FoldedLayer, type FoldedStudent, foldStudent } from './fold.ts';
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

/**
 * Sum over pixels -> int8 mean, each channel in its own range: the layer behind divides by what a channel varies, so that one
 * range for all would leave quiet channels a few steps. Its int8 values above -128 are the inputs of `features` as they are.
 */
export interface QuantisedPool {
  /** [C] taken off the sum before the factor. */
  readonly offset: Int32Array;
  readonly rescale: readonly FixedPoint[];
  /** [C] real mean at -128, and real value of one step. */
  readonly lowest: Float64Array;
  readonly step: Float64Array;
}

export interface QuantisedStudent {
  readonly labels: readonly string[];
  readonly heads: Model['heads'];
  readonly imagePx: number;
  readonly normaliser: Pick<Normaliser, 'qualityMean' | 'qualitySd'>;
  readonly conv1: RescaledLayer;
  readonly conv2: RescaledLayer;
  readonly pool: QuantisedPool;
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
/** Least step of a pooled channel in steps of its sum: a rescale factor must stay below 1. */
const FINEST = 1.001;
/** Fewest items that ranges may be measured on (chosen; the LiteRT guide advises 100 to 500, from memory). */
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
  const top = measureRanges(folded, data, rows);
  const conv1 = rescaled(folded.conv1, INPUT_SCALE, 0, top.conv1);
  const conv2 = rescaled(folded.conv2, conv1.outputScale, LOWEST, top.conv2);
  const imagePx = imagePxOf(model);
  const pixels = (imagePx / 2) * (imagePx / 2);
  const pool = quantisedPool(conv2.outputScale / pixels, top.poolFrom, top.poolTo);
  const features = rescaled(behindPool(folded.features, pool), 1, LOWEST, top.features);
  const head = Object.fromEntries(
    Object.entries(folded.heads).map(([name, layer]) => [
      name,
      quantised(layer, features.outputScale, LOWEST, oneScale(layer)),
    ]),
  );
  return {
    labels: model.labels,
    heads: model.heads,
    imagePx,
    normaliser: { qualityMean: model.normaliser.qualityMean, qualitySd: model.normaliser.qualitySd },
    conv1,
    conv2,
    pool,
    features,
    head,
  };
}

/** Each channel's range in 255 steps, none finer than the sum itself (`unit`: real mean of one step of the sum). */
function quantisedPool(unit: number, from: Float64Array, to: Float64Array): QuantisedPool {
  const offset = Int32Array.from(from, (low) => Math.floor(low / unit));
  const lowest = Float64Array.from(offset, (steps) => steps * unit);
  const step = to.map((high, c) => Math.max((high - lowest[c]!) / LEVELS, FINEST * unit));
  return { offset, lowest, step, rescale: Array.from(step, (size) => fixedPoint(unit / size)) };
}

/** The layer behind the pool, on steps of its channels in place of means. */
function behindPool(layer: FoldedLayer, { lowest, step }: QuantisedPool): FoldedLayer {
  const { weights, bias, outputs } = layer;
  const atLowest = Float32Array.from(bias, (b, o) =>
    lowest.reduce((sum, low, c) => sum + low * weights[c * outputs + o]!, b),
  );
  return { ...layer, weights: weights.map((w, i) => w * step[Math.floor(i / outputs)]!), bias: atLowest };
}

/** Largest activation after each layer, and the range of each pooled channel, over the calibration items. */
function measureRanges(folded: FoldedStudent, data: Dataset, rows: Int32Array) {
  // A dead layer would ask for a scale of zero.
  const top = { conv1: 1e-3, conv2: 1e-3, features: 1e-3 };
  const channels = folded.conv2.outputs;
  const poolFrom = new Float64Array(channels).fill(Number.POSITIVE_INFINITY);
  const poolTo = new Float64Array(channels);
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
      raise('features', features);
      pooled.dataSync().forEach((mean, i) => {
        poolFrom[i % channels] = Math.min(poolFrom[i % channels]!, mean);
        poolTo[i % channels] = Math.max(poolTo[i % channels]!, mean);
      });
    });
  }
  return { ...top, poolFrom, poolTo };
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
