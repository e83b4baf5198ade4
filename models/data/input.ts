import { type FrameValues, sizeOf } from '../../sim/record/frames.ts';
import { rowSize, type SenseInput } from '../nets/inputs.ts';
import type { Moments } from '../nets/model.ts';
import type { StreamValues } from './dataset.ts';
import { shrinkImage } from './image.ts';
import { viewIndex } from './views.ts';

/**
 * Streams to network inputs, one row at a time. The same functions serve training, evaluation and the live classifier, so
 * that a network never sees a stream prepared in another way than it was trained on.
 */

/** Zero point and scale of images: (u - 128) / 64, so that the int8 student takes u - 128 as it is. */
export const IMAGE_ZERO = 128;
export const IMAGE_SCALE = 64;

/** Films are kept as hundredths of a kelvin above 0 degrees C: finer than a camera's noise, half of float's memory. */
export const CENTIKELVIN = 100;
const ZERO_CELSIUS_K = 273.15;
/** Floor of a standard deviation that inputs are divided by. */
const MIN_SD = 1e-6;

/** Room for the frames of `count` items as they are kept. */
export function emptyStream({ shape, input }: SenseInput, count: number): StreamValues {
  const length = count * sizeOf(shape);
  if (input.kind === 'picture') return new Uint8Array(length);
  return input.kind === 'film' ? new Int16Array(length) : new Float32Array(length);
}

/** Keeps one frame from `start`: pictures are averaged down to the shape, films held to what 16 bits can say (-54..600 degrees C). */
export function storeFrame(
  { shape, input }: SenseInput,
  frame: FrameValues,
  out: StreamValues,
  start: number,
): void {
  if (input.kind === 'picture') {
    shrinkImage(frame as Uint8Array, shape[0]!, out as Uint8Array, start);
  } else if (input.kind === 'vector') {
    out.set(frame, start);
  } else {
    storeFilm(frame, out, start);
  }
}

function storeFilm(frame: FrameValues, out: StreamValues, start: number): void {
  for (let i = 0; i < frame.length; i++) {
    const value = Math.round((frame[i]! - ZERO_CELSIUS_K) * CENTIKELVIN);
    out[start + i] = Math.max(-32768, Math.min(32767, value));
  }
}

/** The kept frame at `from` -> row `row` of the network's input; `moments` standardise all but pictures. */
export function inputRow(
  taken: SenseInput,
  out: Float32Array,
  row: number,
  values: StreamValues,
  from: number,
  moments: Moments | undefined,
  view = 0,
): void {
  const start = row * rowSize(taken);
  if (taken.input.kind === 'picture') {
    imageRow(out, start, values as Uint8Array, from, taken.shape[0]!, view);
  } else if (moments === undefined) {
    throw new Error(`input: a ${taken.input.kind} is standardised, and no moments were measured for it`);
  } else if (taken.input.kind === 'film') {
    filmRow(out, start, values as Int16Array, from, taken.shape, moments, view);
  } else {
    vectorRow(out, start, values as Float32Array, from, moments, taken.input.variate);
  }
}

function imageRow(
  out: Float32Array,
  start: number,
  rgb: Uint8Array,
  from: number,
  px: number,
  view: number,
): void {
  const index = viewIndex(px, view);
  let to = start;
  for (let pixel = 0; pixel < px * px; pixel++) {
    const source = from + index[pixel]! * 3;
    for (let channel = 0; channel < 3; channel++) {
      out[to++] = (rgb[source + channel]! - IMAGE_ZERO) / IMAGE_SCALE;
    }
  }
}

/**
 * Reference of a film [frames, side, side] in hundredths of a kelvin: the mean border pixel of the last frame, which is the belt
 * after the flash has died away. An uncooled camera tells differences to 50 mK but the absolute temperature only to a kelvin or
 * two, and halls are warm and cold: networks see kelvin above the belt.
 */
export function beltCentikelvin(centikelvin: Int16Array, from: number, shape: readonly number[]): number {
  const [frames = 0, side = 0] = shape;
  const last = from + (frames - 1) * side * side;
  const edge = side - 1;
  let sum = 0;
  for (let i = 0; i < edge; i++) {
    sum += centikelvin[last + i]! + centikelvin[last + edge * side + i + 1]!;
    sum += centikelvin[last + (i + 1) * side]! + centikelvin[last + i * side + edge]!;
  }
  return sum / (4 * edge);
}

/** Frames [frames, side, side] in hundredths of a kelvin -> [side, side, frames], standardised by frame. */
function filmRow(
  out: Float32Array,
  start: number,
  centikelvin: Int16Array,
  from: number,
  shape: readonly number[],
  moments: Moments,
  view: number,
): void {
  const [frames = 0, side = 0] = shape;
  const pixels = side * side;
  const index = viewIndex(side, view);
  const belt = beltCentikelvin(centikelvin, from, shape);
  for (let frame = 0; frame < frames; frame++) {
    const mean = belt + moments.mean[frame]! * CENTIKELVIN;
    const scale = 1 / (moments.sd[frame]! * CENTIKELVIN);
    const source = from + frame * pixels;
    for (let pixel = 0; pixel < pixels; pixel++) {
      out[start + pixel * frames + frame] = (centikelvin[source + index[pixel]!]! - mean) * scale;
    }
  }
}

/** Values [n] -> standardised, then, with `variate`, the standard normal variate of the row. */
function vectorRow(
  out: Float32Array,
  start: number,
  values: Float32Array,
  from: number,
  moments: Moments,
  variate: boolean,
): void {
  const count = moments.mean.length;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const value = values[from + i]!;
    sum += value;
    squares += value * value;
  }
  const mean = sum / count;
  const sd = Math.max(Math.sqrt(Math.max(squares / count - mean * mean, 0)), MIN_SD);
  for (let i = 0; i < count; i++) {
    const value = values[from + i]!;
    out[start + i] = (value - moments.mean[i]!) / moments.sd[i]!;
    if (variate) out[start + count + i] = (value - mean) / sd;
  }
}
