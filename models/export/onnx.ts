import { IMAGE_SCALE, IMAGE_ZERO } from '../data/input.ts';
import { imagePxOf } from '../nets/inputs.ts';
import type { Model } from '../nets/model.ts';
import { STATES } from '../nets/widths.ts';
import { modelId } from './export.ts';
import { type FoldedLayer, foldStudent } from './fold.ts';
import { OnnxGraph } from './onnx-graph.ts';
import type { QuantisedLayer, QuantisedPool, QuantisedStudent, RescaledLayer } from './quantise.ts';

/**
 * The student as ONNX. Both files take raw pictures, `image` uint8 [N, px, px, 3], and answer with `material` [N, K] and
 * `state` [N, 10] probabilities and `quality` [N, 1]; label names are in the metadata.
 */

const RELU6_TOP = 6;
/** The int8 value of a pooled channel's lowest mean. */
const POOL_ZERO = -128;
/** TensorFlow's 'same' for an even side: one more row at the bottom and right when the stride is 2. */
const PADS = { 1: [1, 1, 1, 1], 2: [0, 0, 1, 1] } as const;

/** float32, batch normalisation folded. */
export function onnxFloat(model: Model): Uint8Array {
  const graph = new OnnxGraph('student');
  const folded = foldStudent(model);
  const conv = (name: string, x: string, layer: FoldedLayer, stride: 1 | 2) => {
    const { inputs, outputs } = layer;
    const filter = graph.constant(`${name}/filter`, channelsFirst(layer), [outputs, inputs, 3, 3]);
    const bias = graph.constant(`${name}/bias`, layer.bias, [outputs]);
    return clip(graph, name, convNode(graph, name, [x, filter, bias], stride));
  };
  const dense = (name: string, x: string, { weights, bias, inputs, outputs }: FoldedLayer) =>
    graph.node(
      'Gemm',
      [
        x,
        graph.constant(`${name}/weights`, weights, [inputs, outputs]),
        graph.constant(`${name}/bias`, bias, [outputs]),
      ],
      `${name}/sum`,
    );
  const one = conv('conv1', pictures(graph, imagePxOf(model)), folded.conv1, 2);
  const two = conv('conv2', one, folded.conv2, 1);
  const pooled = graph.node('Flatten', [graph.node('GlobalAveragePool', [two], 'pool')], 'flat');
  const features = graph.node('Relu', [dense('features', pooled, folded.features)], 'features');
  for (const [name, layer] of Object.entries(folded.heads))
    head(graph, model, name, dense(name, features, layer));
  return graph.bytes(metadataOf(model, modelId(model)));
}

/** int8 as quantise-dequantise pairs: any runtime may run it in integers or emulate it. */
export function onnxInt8(q: QuantisedStudent, id: string): Uint8Array {
  const graph = new OnnxGraph('student-int8');
  const conv = (name: string, x: string, layer: RescaledLayer, stride: 1 | 2) => {
    const sum = convNode(graph, name, [x, ...parameters(graph, name, layer)], stride);
    return bounce(graph, name, clip(graph, name, sum), layer.outputScale, layer.outputZero);
  };
  const dense = (name: string, x: string, layer: QuantisedLayer) =>
    graph.node('Gemm', [x, ...parameters(graph, name, layer)], `${name}/sum`, { transB: 1 });
  const image = bounce(graph, 'image', pictures(graph, q.imagePx), q.conv1.inputScale, 0);
  const two = conv('conv2', conv('conv1', image, q.conv1, 2), q.conv2, 1);
  const pooled = graph.node('GlobalAveragePool', [two], 'pool');
  const flat = graph.node(
    'Flatten',
    [bounce(graph, 'pool', inSteps(graph, pooled, q.pool), 1, POOL_ZERO)],
    'flat',
  );
  const { outputScale, outputZero } = q.features;
  const relu = graph.node('Relu', [dense('features', flat, q.features)], 'features/relu');
  const features = bounce(graph, 'features', relu, outputScale, outputZero);
  for (const [name, layer] of Object.entries(q.head)) head(graph, q, name, dense(name, features, layer));
  return graph.bytes(metadataOf(q, id));
}

/** Means [N, C, 1, 1] as steps of each channel's own range. */
function inSteps(graph: OnnxGraph, pooled: string, { lowest, step }: QuantisedPool): string {
  const shape = [1, lowest.length, 1, 1];
  const from = graph.constant('pool/lowest', Float32Array.from(lowest), shape);
  const factor = graph.constant(
    'pool/per-step',
    Float32Array.from(step, (size) => 1 / size),
    shape,
  );
  const above = graph.node('Sub', [pooled, from], 'pool/above');
  return graph.node('Mul', [above, factor], 'pool/steps');
}

/** uint8 [N, px, px, 3] -> float [N, 3, px, px], (u - 128) / 64. */
function pictures(graph: OnnxGraph, px: number): string {
  const image = graph.input('image', 'uint8', ['N', px, px, 3]);
  const real = graph.node('Cast', [image], 'image/real', { to: 1 });
  const zero = graph.constant('image/zero', Float32Array.of(IMAGE_ZERO), []);
  const scale = graph.constant('image/scale', Float32Array.of(1 / IMAGE_SCALE), []);
  const centred = graph.node('Sub', [real, zero], 'image/centred');
  const scaled = graph.node('Mul', [centred, scale], 'image/scaled');
  return graph.node('Transpose', [scaled], 'image/planes', { perm: [0, 3, 1, 2] });
}

function convNode(graph: OnnxGraph, name: string, inputs: readonly string[], stride: 1 | 2): string {
  return graph.node('Conv', inputs, `${name}/sum`, {
    kernel_shape: [3, 3],
    strides: [stride, stride],
    pads: PADS[stride],
  });
}

function clip(graph: OnnxGraph, name: string, x: string): string {
  const low = graph.constant(`${name}/low`, Float32Array.of(0), []);
  const high = graph.constant(`${name}/high`, Float32Array.of(RELU6_TOP), []);
  return graph.node('Clip', [x, low, high], `${name}/relu6`);
}

/** Quantise and dequantise: what follows sees only values that int8 can hold. */
function bounce(graph: OnnxGraph, name: string, x: string, scale: number, zero: number): string {
  const step = graph.constant(`${name}/step`, Float32Array.of(scale), []);
  const point = graph.constant(`${name}/point`, Int8Array.of(zero), []);
  const quantised = graph.node('QuantizeLinear', [x, step, point], `${name}/int8`);
  return graph.node('DequantizeLinear', [quantised, step, point], `${name}/back`);
}

/** int8 weights and int32 bias of a layer, dequantised per output channel. */
function parameters(graph: OnnxGraph, name: string, layer: QuantisedLayer): [string, string] {
  const { inputs, outputs, kernel, weightScale, inputScale } = layer;
  const shape = kernel === 3 ? [outputs, inputs, 3, 3] : [outputs, inputs];
  const weights = graph.constant(
    `${name}/weights`,
    kernel === 3 ? int8ChannelsFirst(layer) : layer.weights,
    shape,
  );
  const bias = graph.constant(`${name}/bias`, layer.bias, [outputs]);
  const scales = graph.constant(`${name}/weight-scale`, Float32Array.from(weightScale), [outputs]);
  const zeros = graph.constant(`${name}/weight-zero`, new Int8Array(outputs), [outputs]);
  const biasScales = Float32Array.from(weightScale, (w) => w * inputScale);
  const biasScale = graph.constant(`${name}/bias-scale`, biasScales, [outputs]);
  return [
    graph.node('DequantizeLinear', [weights, scales, zeros], `${name}/weights-real`, { axis: 0 }),
    graph.node('DequantizeLinear', [bias, biasScale], `${name}/bias-real`, { axis: 0 }),
  ];
}

/** Turns a head's sums into the answer that users read. */
function head(
  graph: OnnxGraph,
  model: Pick<Model, 'labels'> & { normaliser: { qualityMean: number; qualitySd: number } },
  name: string,
  sums: string,
): void {
  if (name === 'quality') {
    const sd = graph.constant('quality/sd', Float32Array.of(model.normaliser.qualitySd), []);
    const mean = graph.constant('quality/mean', Float32Array.of(model.normaliser.qualityMean), []);
    graph.node('Add', [graph.node('Mul', [sums, sd], 'quality/scaled'), mean], 'quality');
    graph.output('quality', 'float32', ['N', 1]);
    return;
  }
  graph.node('Softmax', [sums], name, { axis: 1 });
  graph.output(name, 'float32', ['N', name === 'state' ? STATES : model.labels.length]);
}

function metadataOf(model: Pick<Model, 'labels'>, id: string): Record<string, string> {
  return { modelId: id, labels: model.labels.join(' ') };
}

/** [3, 3, I, O] -> [O, I, 3, 3]. */
function channelsFirst({ weights, inputs, outputs }: FoldedLayer): Float32Array {
  const turned = new Float32Array(weights.length);
  for (let o = 0; o < outputs; o++) {
    for (let i = 0; i < inputs; i++) {
      for (let tap = 0; tap < 9; tap++)
        turned[(o * inputs + i) * 9 + tap] = weights[(tap * inputs + i) * outputs + o]!;
    }
  }
  return turned;
}

/** [O, 3, 3, I] -> [O, I, 3, 3]. */
function int8ChannelsFirst({ weights, inputs, outputs }: QuantisedLayer): Int8Array {
  const turned = new Int8Array(weights.length);
  for (let o = 0; o < outputs; o++) {
    for (let i = 0; i < inputs; i++) {
      for (let tap = 0; tap < 9; tap++)
        turned[(o * inputs + i) * 9 + tap] = weights[(o * 9 + tap) * inputs + i]!;
    }
  }
  return turned;
}
