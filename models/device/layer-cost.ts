import type { Sense } from '../../sim/record/frames.ts';
import { CAMERA, inputOf, rowShape, rowSize, type SenseInput } from '../nets/inputs.ts';
import type { Model } from '../nets/model.ts';
import { FUSION_WIDTH, STATES, STUDENT_CHANNELS, STUDENT_FEATURES } from '../nets/widths.ts';

/** What one layer of an int8 network does and moves. Bytes are int8 values; biases are left out. */
export interface LayerCost {
  readonly name: string;
  readonly kind: 'conv' | 'pointwise' | 'depthwise' | 'dense';
  readonly macs: number;
  readonly weightBytes: number;
  readonly inputBytes: number;
  readonly outputBytes: number;
}

/** Sums over a network. */
export interface NetworkCost {
  readonly macs: number;
  readonly weightBytes: number;
  /** Activations read and written, summed over layers. */
  readonly activationBytes: number;
  /** Largest input + output of a layer: the RAM that inference needs at least. */
  readonly peakRamBytes: number;
}

export function networkCost(layers: readonly LayerCost[]): NetworkCost {
  const sum = (of: (layer: LayerCost) => number) => layers.reduce((total, layer) => total + of(layer), 0);
  return {
    macs: sum((layer) => layer.macs),
    weightBytes: sum((layer) => layer.weightBytes),
    activationBytes: sum((layer) => layer.inputBytes + layer.outputBytes),
    peakRamBytes: layers.reduce(
      (peak, { inputBytes, outputBytes }) => Math.max(peak, inputBytes + outputBytes),
      0,
    ),
  };
}

/** Size of a picture that flows from layer to layer. */
export interface Shape {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/** A convolution 'same' with a kernel of `size` (height, width); the output shape comes with its cost. */
export function conv(
  name: string,
  input: Shape,
  channels: number,
  size: readonly [number, number],
  stride: number,
): { layer: LayerCost; output: Shape } {
  const output = strided(input, channels, stride);
  const taps = size[0] * size[1] * input.channels;
  return {
    output,
    layer: {
      name,
      kind: size[0] * size[1] === 1 ? 'pointwise' : 'conv',
      macs: volume(output) * taps,
      weightBytes: taps * channels,
      inputBytes: volume(input),
      outputBytes: volume(output),
    },
  };
}

/** A 3x3 depthwise convolution 'same'. */
export function depthwise(name: string, input: Shape, stride: number): { layer: LayerCost; output: Shape } {
  const output = strided(input, input.channels, stride);
  return {
    output,
    layer: {
      name,
      kind: 'depthwise',
      macs: volume(output) * 9,
      weightBytes: 9 * input.channels,
      inputBytes: volume(input),
      outputBytes: volume(output),
    },
  };
}

export function denseCost(name: string, inputs: number, outputs: number): LayerCost {
  const macs = inputs * outputs;
  return { name, kind: 'dense', macs, weightBytes: macs, inputBytes: inputs, outputBytes: outputs };
}

/** What of a model decides its layers. */
export type NetworkShape = Pick<Model, 'kind' | 'labels' | 'heads' | 'senses' | 'inputs'>;

/** Layers of a trained student or teacher. */
export function layersOf(model: NetworkShape): LayerCost[] {
  const widths = { material: model.labels.length, state: STATES, quality: 1 };
  const heads = (inputs: number) => model.heads.map((head) => denseCost(head, inputs, widths[head]));
  const taken = model.senses.map((sense) => [sense, inputOf(model.inputs, sense)] as const);
  const width = (of: typeof taken) => of.reduce((sum, [, { input }]) => sum + input.features, 0);
  if (model.kind === 'teacher') {
    return [
      ...taken.flatMap(([sense, input]) => branchLayers(sense, input)),
      denseCost('fusion', width(taken), FUSION_WIDTH),
      ...heads(FUSION_WIDTH),
    ];
  }
  const further = taken.filter(([sense]) => sense !== CAMERA);
  return [
    ...convolutions(CAMERA, inputOf(model.inputs, CAMERA)),
    ...further.flatMap(([sense, input]) => branchLayers(sense, input)),
    denseCost('features', STUDENT_CHANNELS[1] + width(further), STUDENT_FEATURES),
    ...heads(STUDENT_FEATURES),
  ];
}

/** Layers of the branch of one sense. */
function branchLayers(sense: Sense, taken: SenseInput): LayerCost[] {
  const { input } = taken;
  if (input.kind !== 'vector')
    return [
      ...convolutions(sense, taken),
      denseCost(`${sense}/features`, STUDENT_CHANNELS[1], input.features),
    ];
  return [
    denseCost(`${sense}/hidden`, rowSize(taken), input.hidden),
    denseCost(`${sense}/features`, input.hidden, input.features),
  ];
}

/** The two convolutions that student and teacher branches share. */
function convolutions(sense: Sense, taken: SenseInput): LayerCost[] {
  const [height = 0, width = 0, channels = 0] = rowShape(taken);
  const [first, second] = STUDENT_CHANNELS;
  const one = conv(`${sense}/conv1`, { height, width, channels }, first, [3, 3], 2);
  const two = conv(`${sense}/conv2`, one.output, second, [3, 3], 1);
  return [one.layer, two.layer];
}

function strided(input: Shape, channels: number, stride: number): Shape {
  return { height: Math.ceil(input.height / stride), width: Math.ceil(input.width / stride), channels };
}

function volume({ height, width, channels }: Shape): number {
  return height * width * channels;
}
