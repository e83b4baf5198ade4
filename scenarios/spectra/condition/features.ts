import type { Stream } from '../../../sim/record/frames.ts';
import { at } from '../../../sim/record/must.ts';
import type { NetworkInput } from '../../../sim/senses/interface/sense.ts';
import { preprocess } from '../chemometrics/preprocess.ts';

/** Plain statistics of a frame, the same for every material: nothing in them knows what condition does to a frame. */

/** Features of one frame by the kind of its sense. */
export function featuresOf({ values, shape }: Stream, { kind }: NetworkInput): number[] {
  if (kind === 'picture') return pictureFeatures(values, at(shape, 0));
  if (kind === 'film') return filmFeatures(values, at(shape, 0), at(shape, 1));
  return vectorFeatures(values);
}

/** Points of a sorted list of numbers that say where it lies and how wide it is. */
const QUANTILES = [0.03, 0.25, 0.5, 0.75, 0.97] as const;

function spread(values: Float64Array): number[] {
  const sorted = values.slice().sort();
  const quantiles = QUANTILES.map((q) => at(sorted, Math.floor(q * (sorted.length - 1))));
  let mean = 0;
  for (const value of values) mean += value / values.length;
  return [mean, ...quantiles];
}

/** Whether a pixel lies in the middle half of a frame, each way. */
const central = (place: number, side: number) => place >= side / 4 && place < (3 * side) / 4;

/** One number a pixel for lightness and two for colour, of the middle or the whole of an RGB frame. */
function channelsOf(rgb: ArrayLike<number>, side: number, middle: boolean): Float64Array[] {
  const found: number[][] = [[], [], []];
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (middle && !(central(x, side) && central(y, side))) continue;
      const from = 3 * (y * side + x);
      const [r, g, b] = [at(rgb, from), at(rgb, from + 1), at(rgb, from + 2)];
      found[0]?.push((r + g + b) / 3);
      found[1]?.push(r - g);
      found[2]?.push((r + g) / 2 - b);
    }
  }
  return found.map((channel) => Float64Array.from(channel));
}

/** Mean steps of lightness between pixels that lie `lag` apart, in the middle: texture, fine and coarse. */
function texture(rgb: ArrayLike<number>, side: number, lag: number): number[] {
  const light = (x: number, y: number) => {
    const from = 3 * (y * side + x);
    return (at(rgb, from) + at(rgb, from + 1) + at(rgb, from + 2)) / 3;
  };
  let [steps, bends, count] = [0, 0, 0];
  for (let y = Math.ceil(side / 4); y < (3 * side) / 4; y++) {
    for (let x = Math.ceil(side / 4); x < (3 * side) / 4; x++) {
      const here = light(x, y);
      const [right, below] = [light(x + lag, y), light(x, y + lag)];
      steps += Math.abs(right - here) + Math.abs(below - here);
      bends +=
        Math.abs(right + light(x - lag, y) - 2 * here) + Math.abs(below + light(x, y - lag) - 2 * here);
      count += 2;
    }
  }
  return [Math.log1p(steps / count), Math.log1p(bends / count)];
}

function pictureFeatures(rgb: ArrayLike<number>, side: number): number[] {
  const [middle, whole] = [channelsOf(rgb, side, true), channelsOf(rgb, side, false)];
  return [
    ...middle.flatMap(spread),
    ...whole.flatMap(spread),
    ...[1, 2, 4].flatMap((lag) => texture(rgb, side, lag)),
  ];
}

/** Level, spread and course of the middle of a film against its border. */
function filmFeatures(film: ArrayLike<number>, frames: number, side: number): number[] {
  const features: number[] = [];
  for (let f = 0; f < frames; f++) {
    const middle: number[] = [];
    let [border, count] = [0, 0];
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        const value = at(film, (f * side + y) * side + x);
        if (central(x, side) && central(y, side)) middle.push(value);
        else if (x < 2 || y < 2 || x >= side - 2 || y >= side - 2) {
          border += value;
          count += 1;
        }
      }
    }
    const [mean = 0, low = 0, , median = 0, , high = 0] = spread(Float64Array.from(middle));
    features.push(mean - border / count, median - low, high - median);
  }
  return features;
}

/** Bands that are averaged into one feature. */
const BANDS_PER_FEATURE = 4;

function thinned(values: ArrayLike<number>): number[] {
  return Array.from({ length: Math.floor(values.length / BANDS_PER_FEATURE) }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < BANDS_PER_FEATURE; k++) sum += at(values, i * BANDS_PER_FEATURE + k);
    return sum / BANDS_PER_FEATURE;
  });
}

/** A spectrum as it is and as chemometrics takes it; a short vector as it is. */
function vectorFeatures(values: ArrayLike<number>): number[] {
  if (values.length < 32) return Array.from(values);
  return [...thinned(values), ...thinned(preprocess(values, 'snv-d1'))];
}
