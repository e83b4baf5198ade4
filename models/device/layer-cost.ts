import type { Model } from '../nets/model.ts';
import {
  BRANCH_WIDTH,
  FUSION_WIDTH,
  SPECTRAL_HIDDEN,
  STATES,
  STUDENT_CHANNELS,
  STUDENT_FEATURES,
  THERMAL_FRAMES,
} from '../nets/widths.ts';

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

/** Layers of a trained student or teacher. */
export function layersOf(
  model: Pick<Model, 'kind' | 'imagePx' | 'labels' | 'heads' | 'senses' | 'bands'>,
): LayerCost[] {
  const widths = { material: model.labels.length, state: STATES, quality: 1 };
  const heads = (inputs: number) => model.heads.map((head) => denseCost(head, inputs, widths[head]));
  const image = { height: model.imagePx, width: model.imagePx, channels: 3 };
  const [, channels] = STUDENT_CHANNELS;
  if (model.kind === 'student') {
    return [
      ...convolutions('visual', image),
      denseCost('features', channels, STUDENT_FEATURES),
      ...heads(STUDENT_FEATURES),
    ];
  }
  const branches: Record<string, LayerCost[]> = {
    visual: [...convolutions('visual', image), denseCost('visual/features', channels, BRANCH_WIDTH.visual!)],
    thermal: [
      ...convolutions('thermal', { height: 32, width: 32, channels: THERMAL_FRAMES }),
      denseCost('thermal/features', channels, BRANCH_WIDTH.thermal!),
    ],
    spectral: [
      denseCost('spectral/hidden', 2 * model.bands, SPECTRAL_HIDDEN),
      denseCost('spectral/features', SPECTRAL_HIDDEN, BRANCH_WIDTH.spectral!),
    ],
  };
  const fusedInputs = model.senses.reduce((sum, sense) => sum + BRANCH_WIDTH[sense]!, 0);
  return [
    ...model.senses.flatMap((sense) => branches[sense]!),
    denseCost('fusion', fusedInputs, FUSION_WIDTH),
    ...heads(FUSION_WIDTH),
  ];
}

/** The two convolutions that student and teacher branches share. */
function convolutions(sense: string, input: Shape): LayerCost[] {
  const [first, second] = STUDENT_CHANNELS;
  const one = conv(`${sense}/conv1`, input, first, [3, 3], 2);
  const two = conv(`${sense}/conv2`, one.output, second, [3, 3], 1);
  return [one.layer, two.layer];
}

function strided(input: Shape, channels: number, stride: number): Shape {
  return { height: Math.ceil(input.height / stride), width: Math.ceil(input.width / stride), channels };
}

function volume({ height, width, channels }: Shape): number {
  return height * width * channels;
}
