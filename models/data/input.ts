import type { Normaliser } from '../nets/model.ts';
import { THERMAL_FRAME_COUNT, THERMAL_PX } from './dataset.ts';
import { viewIndex } from './views.ts';

/**
 * Streams to network inputs, one row at a time. The same three functions serve training, evaluation and the live
 * classifier, so that a network never sees a stream prepared in another way than it was trained on.
 */

/** Zero point and scale of images: (u - 128) / 64, so that the int8 student takes u - 128 as it is. */
export const IMAGE_ZERO = 128;
export const IMAGE_SCALE = 64;

const THERMAL_PIXELS = THERMAL_PX * THERMAL_PX;
const CENTIKELVIN = 100;
/** Floor of a standard deviation that inputs are divided by. */
const MIN_SD = 1e-6;

/** RGB bytes at `from` -> row `row` of images [N, px, px, 3]. */
export function imageRow(
  out: Float32Array,
  row: number,
  rgb: Uint8Array,
  from: number,
  px: number,
  view = 0,
): void {
  const index = viewIndex(px, view);
  let to = row * px * px * 3;
  for (let pixel = 0; pixel < px * px; pixel++) {
    const source = from + index[pixel]! * 3;
    for (let channel = 0; channel < 3; channel++) {
      out[to++] = (rgb[source + channel]! - IMAGE_ZERO) / IMAGE_SCALE;
    }
  }
}

/**
 * Reference of a thermal look in hundredths of a kelvin: the mean border pixel of the last frame, which is the belt after
 * the flash has died away. An uncooled camera tells differences to 50 mK but the absolute temperature only to a kelvin or
 * two, and halls are warm and cold: networks see kelvin above the belt.
 */
export function beltCentikelvin(centikelvin: Int16Array, from: number): number {
  const last = from + (THERMAL_FRAME_COUNT - 1) * THERMAL_PIXELS;
  const edge = THERMAL_PX - 1;
  let sum = 0;
  for (let i = 0; i < edge; i++) {
    sum += centikelvin[last + i]! + centikelvin[last + edge * THERMAL_PX + i + 1]!;
    sum += centikelvin[last + (i + 1) * THERMAL_PX]! + centikelvin[last + i * THERMAL_PX + edge]!;
  }
  return sum / (4 * edge);
}

/** Thermal frames (hundredths of a kelvin, [8, 32, 32] at `from`) -> row of thermal [N, 32, 32, 8], standardised. */
export function thermalRow(
  out: Float32Array,
  row: number,
  centikelvin: Int16Array,
  from: number,
  { thermalMeanK, thermalSdK }: Normaliser,
  view = 0,
): void {
  const index = viewIndex(THERMAL_PX, view);
  const start = row * THERMAL_PIXELS * THERMAL_FRAME_COUNT;
  const belt = beltCentikelvin(centikelvin, from);
  for (let frame = 0; frame < THERMAL_FRAME_COUNT; frame++) {
    const mean = belt + thermalMeanK[frame]! * CENTIKELVIN;
    const scale = 1 / (thermalSdK[frame]! * CENTIKELVIN);
    const source = from + frame * THERMAL_PIXELS;
    for (let pixel = 0; pixel < THERMAL_PIXELS; pixel++) {
      out[start + pixel * THERMAL_FRAME_COUNT + frame] =
        (centikelvin[source + index[pixel]!]! - mean) * scale;
    }
  }
}

/** Reflectance [bands] at `from` -> row of spectra [N, 2 bands]: standardised bands, then the standard normal variate. */
export function spectrumRow(
  out: Float32Array,
  row: number,
  reflectance: Float32Array,
  from: number,
  { spectrumMean, spectrumSd }: Normaliser,
): void {
  const bands = spectrumMean.length;
  let sum = 0;
  let squares = 0;
  for (let band = 0; band < bands; band++) {
    const value = reflectance[from + band]!;
    sum += value;
    squares += value * value;
  }
  const mean = sum / bands;
  const sd = Math.max(Math.sqrt(Math.max(squares / bands - mean * mean, 0)), MIN_SD);
  const start = row * 2 * bands;
  for (let band = 0; band < bands; band++) {
    const value = reflectance[from + band]!;
    out[start + band] = (value - spectrumMean[band]!) / spectrumSd[band]!;
    out[start + bands + band] = (value - mean) / sd;
  }
}
