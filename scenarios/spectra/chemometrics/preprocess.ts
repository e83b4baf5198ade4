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
 * Savitzky-Golay filter (1964) of a quadratic (derivative 0, 1) or cubic-exact second derivative over `points` (odd);
 * derivatives per sample. The ends use the nearest full window.
 */
export function savitzkyGolay(
  spectrum: ArrayLike<number>,
  points: number,
  derivative: 0 | 1 | 2,
): Float64Array {
  const half = (points - 1) / 2;
  const weights = filterWeights(half, derivative);
  const n = spectrum.length;
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const centre = Math.min(Math.max(i, half), n - 1 - half);
    let sum = 0;
    for (let j = -half; j <= half; j++) sum += at(weights, j + half) * at(spectrum, centre + j);
    out[i] = sum;
  }
  return out;
}

/** Least-squares weights of a parabola through 2 half + 1 equidistant points. */
function filterWeights(half: number, derivative: 0 | 1 | 2): Float64Array {
  const n = 2 * half + 1;
  let s2 = 0;
  let s4 = 0;
  for (let j = -half; j <= half; j++) {
    s2 += j * j;
    s4 += j * j * j * j;
  }
  const determinant = n * s4 - s2 * s2;
  return Float64Array.from({ length: n }, (_, i) => {
    const j = i - half;
    if (derivative === 1) return j / s2;
    if (derivative === 2) return (2 * (n * j * j - s2)) / determinant;
    return (s4 - s2 * j * j) / determinant;
  });
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
