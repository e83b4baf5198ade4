import { conv, denseCost, depthwise, type LayerCost, type Shape } from './layer-cost.ts';
import data from './mlperf-tiny.json' with { type: 'json' };

/**
 * The four reference networks of MLPerf Tiny (mlcommons/tiny: ResNet8, MobileNetV1 0.25, DS-CNN, fully connected
 * autoencoder; layouts from memory, held by their published MAC counts) and energies measured on real devices
 * (mlcommons/tiny_results_v0.7 .. v1.3 on GitHub, energy division).
 */
export type TinyNet = 'IC' | 'VWW' | 'KWS' | 'AD';
export const TINY_NETS: readonly TinyNet[] = ['IC', 'VWW', 'KWS', 'AD'];

export interface MeasuredDevice {
  readonly id: string;
  readonly name: string;
  readonly kind: 'microcontroller' | 'accelerator';
  /** Clock, supply and round of the results: the same chip spans a factor of three over these. */
  readonly conditions: string;
  /** uJ per inference. */
  readonly energyUj: Readonly<Partial<Record<TinyNet, number>>>;
  /** Inferences per second. */
  readonly ratePerS: Readonly<Partial<Record<TinyNet, number>>>;
  /** Memory for weights and for activations (data sheets, from memory). */
  readonly flashBytes: number;
  readonly ramBytes: number;
  /** Reported beside the others, but the acceptance limits do not apply (too few points). */
  readonly reportedOnly?: boolean;
}

export const MEASURED_DEVICES = data.devices as readonly MeasuredDevice[];

/** Layers of a reference network. */
export function tinyNet(net: TinyNet): LayerCost[] {
  return { IC: resNet8, VWW: mobileNet, KWS: dsCnn, AD: autoencoder }[net]();
}

/** ResNet8 for 32x32x3 images: 12.50 MMAC. */
function resNet8(): LayerCost[] {
  const layers: LayerCost[] = [];
  const add = ({ layer, output }: { layer: LayerCost; output: Shape }) => {
    layers.push(layer);
    return output;
  };
  let x = add(conv('conv', { height: 32, width: 32, channels: 3 }, 16, [3, 3], 1));
  for (const [channels, stride] of [
    [16, 1],
    [32, 2],
    [64, 2],
  ] as const) {
    const shortcut = x;
    x = add(conv(`stack${channels}/a`, x, channels, [3, 3], stride));
    x = add(conv(`stack${channels}/b`, x, channels, [3, 3], 1));
    if (stride === 2) add(conv(`stack${channels}/shortcut`, shortcut, channels, [1, 1], stride));
  }
  return [...layers, denseCost('dense', 64, 10)];
}

/** MobileNetV1 with width 0.25 for 96x96x3 images: 7.49 MMAC. */
function mobileNet(): LayerCost[] {
  const layers: LayerCost[] = [];
  const first = conv('conv', { height: 96, width: 96, channels: 3 }, 8, [3, 3], 2);
  layers.push(first.layer);
  let x = first.output;
  const blocks: readonly (readonly [number, number])[] = [
    [16, 1],
    [32, 2],
    [32, 1],
    [64, 2],
    [64, 1],
    [128, 2],
    ...Array.from({ length: 5 }, () => [128, 1] as const),
    [256, 2],
    [256, 1],
  ];
  blocks.forEach(([channels, stride], i) => {
    const spread = depthwise(`block${i}/depthwise`, x, stride);
    const point = conv(`block${i}/pointwise`, spread.output, channels, [1, 1], 1);
    layers.push(spread.layer, point.layer);
    x = point.output;
  });
  return [...layers, denseCost('dense', 256, 2)];
}

/** DS-CNN for 49x10 spectrograms: 2.66 MMAC. */
function dsCnn(): LayerCost[] {
  const layers: LayerCost[] = [];
  const first = conv('conv', { height: 49, width: 10, channels: 1 }, 64, [10, 4], 2);
  layers.push(first.layer);
  let x = first.output;
  for (let i = 0; i < 4; i++) {
    const spread = depthwise(`block${i}/depthwise`, x, 1);
    const point = conv(`block${i}/pointwise`, spread.output, 64, [1, 1], 1);
    layers.push(spread.layer, point.layer);
    x = point.output;
  }
  return [...layers, denseCost('dense', 64, 12)];
}

/** Fully connected autoencoder on 640 values: 0.264 MMAC. */
function autoencoder(): LayerCost[] {
  const widths = [640, 128, 128, 128, 128, 8, 128, 128, 128, 128, 640];
  return widths.slice(1).map((outputs, i) => denseCost(`dense${i}`, widths[i]!, outputs));
}
