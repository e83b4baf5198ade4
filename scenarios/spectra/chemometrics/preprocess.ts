import { sgg } from 'ml-savitzky-golay-generalized';
import { at } from '../../../sim/record/must.ts';

/** What chemometrics does to reflectance before a classifier: absorbance, Savitzky-Golay derivatives, standard normal variate. */

/** Rows of equal length, values row by row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

export function matrixOf(rows: readonly ArrayLike<number>[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  const values = new Float64Array(rows.length * columns);
  rows.forEach((row, i) => {
    values.set(Array.from(row), i * columns);
  });
  return { rows: rows.length, columns, values };
}

export function rowOf(matrix: Matrix, row: number): Float64Array {
  return matrix.values.subarray(row * matrix.columns, (row + 1) * matrix.columns);
}

/** Reflectance below this reads as this: a detector cannot tell darker from dark. */
const DARKEST = 0.002;

/** -ln R of one spectrum. */
export function absorbance(reflectance: ArrayLike<number>): Float64Array {
  return Float64Array.from(reflectance, (r) => -Math.log(Math.max(r, DARKEST)));
}

/** Standard normal variate: mean 0 and standard deviation 1 within the spectrum (Barnes et al. 1989). */
export function snv(spectrum: ArrayLike<number>): Float64Array {
  let mean = 0;
  for (let i = 0; i < spectrum.length; i++) mean += at(spectrum, i);
  mean /= spectrum.length;
  let square = 0;
  for (let i = 0; i < spectrum.length; i++) square += (at(spectrum, i) - mean) * (at(spectrum, i) - mean);
  const sd = Math.sqrt(square / spectrum.length) || 1;
  return Float64Array.from(spectrum, (v) => (v - mean) / sd);
}

/**
 * Savitzky-Golay filter (1964) of a quadratic over `points` (odd, at least 5); derivatives per sample. At the ends the value of the
 * nearest full window stands in.
 */
export function savitzkyGolay(
  spectrum: ArrayLike<number>,
  points: number,
  derivative: 0 | 1 | 2,
): Float64Array {
  const half = (points - 1) / 2;
  const out = sgg(Float64Array.from(spectrum), 1, { windowSize: points, derivative, polynomial: 2 });
  const last = out.length - 1 - half;
  return out.fill(at(out, half), 0, half).fill(at(out, last), last + 1);
}

export type Preprocessing = 'raw' | 'snv' | 'snv-d1' | 'snv-d2';

/** Points of the derivative window: 9 samples, 45 nm at a step of 5 nm. */
const WINDOW = 9;

/** Applies a named preprocessing to a reflectance spectrum. */
export function preprocess(reflectance: ArrayLike<number>, name: Preprocessing): Float64Array {
  if (name === 'raw') return Float64Array.from(reflectance);
  const a = absorbance(reflectance);
  if (name === 'snv') return snv(a);
  return snv(savitzkyGolay(a, WINDOW, name === 'snv-d1' ? 1 : 2));
}

/** Angle between two spectra in radians (spectral angle mapper, Kruse et al. 1993). */
export function spectralAngle(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let dot = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; i++) {
    dot += at(a, i) * at(b, i);
    aa += at(a, i) * at(a, i);
    bb += at(b, i) * at(b, i);
  }
  return Math.acos(Math.min(Math.max(dot / Math.sqrt(aa * bb || 1), -1), 1));
}
