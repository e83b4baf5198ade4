import type { QuantisedLayer, QuantisedStudent, RescaledLayer } from '../../models/export/quantise.ts';
import { rescale } from '../../models/export/rescale.ts';

/**
 * The quantised student in integers alone, as a microcontroller would run it: int8 values, int32 accumulators,
 * fixed-point rescale. Slow and plain: it is what the fast version and the C header are compared with.
 */
export interface IntegerAnswer {
  /** int32 accumulators of each head; times inputScale * weightScale[0] they are logits. */
  readonly accumulators: Readonly<Partial<Record<'material' | 'state' | 'quality', Int32Array>>>;
}

const LOWEST = -128;
const HIGHEST = 127;

/** Runs one image of 8-bit RGB [px, px, 3]. */
export function integerInference(q: QuantisedStudent, rgb: Uint8Array): IntegerAnswer {
  const side = q.imagePx;
  const image = Int8Array.from(rgb, (u) => u - 128);
  const one = integerConv(q.conv1, image, side, 2);
  const two = integerConv(q.conv2, one, side / 2, 1);
  const pooled = integerPool(q, two, q.conv2.outputs);
  const features = integerDense(q.features, pooled).map((sum, o) => clamp(rescaleTo(q.features, sum, o)));
  const active = Int8Array.from(features);
  const accumulators = Object.fromEntries(
    Object.entries(q.head).map(([name, layer]) => [name, integerDense(layer, active)]),
  );
  return { accumulators };
}

/** 3x3 convolution 'same': TensorFlow pads one row less at the top and left when the stride is 2. */
function integerConv(layer: RescaledLayer, input: Int8Array, side: number, stride: 1 | 2): Int8Array {
  const { inputs, outputs, weights, bias, inputZero } = layer;
  const outSide = side / stride;
  const before = stride === 1 ? 1 : 0;
  const output = new Int8Array(outSide * outSide * outputs);
  for (let y = 0; y < outSide; y++) {
    for (let x = 0; x < outSide; x++) {
      for (let o = 0; o < outputs; o++) {
        let sum = bias[o]!;
        for (let ky = 0; ky < 3; ky++) {
          const row = y * stride + ky - before;
          if (row < 0 || row >= side) continue;
          for (let kx = 0; kx < 3; kx++) {
            const column = x * stride + kx - before;
            if (column < 0 || column >= side) continue;
            const from = (row * side + column) * inputs;
            const tap = ((o * 3 + ky) * 3 + kx) * inputs;
            for (let i = 0; i < inputs; i++) sum += (input[from + i]! - inputZero) * weights[tap + i]!;
          }
        }
        output[(y * outSide + x) * outputs + o] = clamp(rescaleTo(layer, sum, o));
      }
    }
  }
  return output;
}

function integerPool(q: QuantisedStudent, input: Int8Array, channels: number): Int8Array {
  const pooled = new Int8Array(channels);
  for (let c = 0; c < channels; c++) {
    let sum = 0;
    for (let p = c; p < input.length; p += channels) sum += input[p]! - q.conv2.outputZero;
    pooled[c] = clamp(rescale(sum - q.pool.offset[c]!, q.pool.rescale[c]!) + LOWEST);
  }
  return pooled;
}

function integerDense(
  { inputs, outputs, weights, bias, inputZero }: QuantisedLayer,
  input: Int8Array,
): Int32Array {
  const sums = new Int32Array(outputs);
  for (let o = 0; o < outputs; o++) {
    let sum = bias[o]!;
    for (let i = 0; i < inputs; i++) sum += (input[i]! - inputZero) * weights[o * inputs + i]!;
    sums[o] = sum;
  }
  return sums;
}

function rescaleTo(layer: RescaledLayer, sum: number, channel: number): number {
  return rescale(sum, layer.rescale[channel]!) + layer.outputZero;
}

function clamp(value: number): number {
  return Math.max(LOWEST, Math.min(HIGHEST, value));
}
