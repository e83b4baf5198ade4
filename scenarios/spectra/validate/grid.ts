import { at } from '../../../sim/record/must.ts';
import { InputError } from '../../errors.ts';

/** Evenly spaced wavelengths, nm. */
export interface Grid {
  readonly fromNm: number;
  readonly toNm: number;
  readonly stepNm: number;
}

/** Finest step worth computing: bands are 20 nm wide; 10 nm did as well as 5 nm (measured, USGS and Knaeps). */
const FINEST_NM = 5;

/** What the `extended` instrument answers and the band tables cover, nm. */
const LOWEST_NM = 900;
const HIGHEST_NM = 2450;

/** Twice the derivative window of 9 points: in a shorter spectrum most of the derivative is its repeated end. */
const FEWEST_POINTS = 18;

/** The even grid inside measured wavelengths and inside what the `extended` instrument answers. */
export function gridFor(wavelengthsNm: ArrayLike<number>): Grid {
  const n = wavelengthsNm.length;
  const steps = Array.from({ length: n - 1 }, (_, i) => at(wavelengthsNm, i + 1) - at(wavelengthsNm, i));
  const stepNm = Math.max(FINEST_NM, Math.round(medianOf(steps)));
  const fromNm = Math.ceil(Math.max(at(wavelengthsNm, 0), LOWEST_NM) / stepNm) * stepNm;
  const last = Math.min(at(wavelengthsNm, n - 1), HIGHEST_NM);
  return { fromNm, toNm: fromNm + Math.floor((last - fromNm) / stepNm) * stepNm, stepNm };
}

/** The grid of a file of measured spectra; throws InputError where there is too little to compare. */
export function comparableGrid(wavelengthsNm: ArrayLike<number>, file: string): Grid {
  const grid = gridFor(wavelengthsNm);
  const where = `${file}:1`;
  if (grid.toNm <= grid.fromNm) {
    throw new InputError({
      what: `wavelengths must overlap ${LOWEST_NM}-${HIGHEST_NM} nm`,
      got: `${wavelengthsNm[0]}-${wavelengthsNm[wavelengthsNm.length - 1]}`,
      where,
      cure: 'Measure in that range; give nm, not um',
    });
  }
  const points = wavelengthsIn(grid).length;
  if (points < FEWEST_POINTS) {
    throw new InputError({
      what: `needs at least ${FEWEST_POINTS} bands, ${grid.stepNm} nm apart, within ${LOWEST_NM}-${HIGHEST_NM} nm`,
      got: points,
      where,
      cure: 'Measure a wider range, or in smaller steps; readings of a few LEDs are no spectrum to validate',
    });
  }
  return grid;
}

/** Wavelengths of a grid. */
export function wavelengthsIn(grid: Grid): Float64Array {
  const count = Math.round((grid.toNm - grid.fromNm) / grid.stepNm) + 1;
  return Float64Array.from({ length: count }, (_, i) => grid.fromNm + i * grid.stepNm);
}

/**
 * A measured spectrum on the grid: its mean over one step where several samples lie in that step, linear interpolation
 * where they do not, so that a spectrum that is on the grid already stays as it is.
 */
export function resample(
  wavelengthsNm: ArrayLike<number>,
  values: ArrayLike<number>,
  grid: Grid,
): Float64Array {
  const last = at(wavelengthsNm, wavelengthsNm.length - 1);
  return wavelengthsIn(grid).map((nm) => {
    // Shorter at the ends: a window with one side cut off would shift the axis.
    const half = Math.min(grid.stepNm / 2, nm - at(wavelengthsNm, 0), last - nm);
    const second = wavelengthsNm[firstAbove(wavelengthsNm, nm - half) + 1];
    const finer = second !== undefined && second <= nm + half;
    return finer
      ? meanBetween(wavelengthsNm, values, nm - half, nm + half)
      : interpolate(wavelengthsNm, values, nm);
  });
}

/** Mean of the line through the samples, from one wavelength to another: unlike a mean of samples it keeps the axis where they are uneven. */
function meanBetween(xs: ArrayLike<number>, ys: ArrayLike<number>, from: number, to: number): number {
  let [x, y, area] = [from, interpolate(xs, ys, from), 0];
  const goTo = (nextX: number, nextY: number) => {
    area += ((nextX - x) * (nextY + y)) / 2;
    [x, y] = [nextX, nextY];
  };
  for (let i = firstAbove(xs, from); at(xs, i) < to; i++) goTo(at(xs, i), at(ys, i));
  goTo(to, interpolate(xs, ys, to));
  return area / (to - from);
}

/** Linear interpolation; the ends repeat. */
export function interpolate(xs: ArrayLike<number>, ys: ArrayLike<number>, x: number): number {
  const above = firstAbove(xs, x);
  if (above === 0) return at(ys, 0);
  if (above === xs.length) return at(ys, above - 1);
  const below = above - 1;
  return (
    at(ys, below) + ((at(ys, above) - at(ys, below)) * (x - at(xs, below))) / (at(xs, above) - at(xs, below))
  );
}

/** Index of the first of ascending numbers that is greater than x; their count if none is. */
function firstAbove(xs: ArrayLike<number>, x: number): number {
  let [low, high] = [0, xs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(xs, middle) > x) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return (at(sorted, Math.floor(middle)) + at(sorted, Math.ceil(middle))) / 2;
}
