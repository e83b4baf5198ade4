/** Evenly spaced wavelengths, nm. */
export interface Grid {
  readonly fromNm: number;
  readonly toNm: number;
  readonly stepNm: number;
}

/** Finest step worth computing: bands are 20 nm wide and 5 nm does as well as 1 (materials.md 0.4). */
const FINEST_NM = 5;

/** The even grid inside measured wavelengths and inside what the `extended` instrument answers. */
export function gridFor(wavelengthsNm: ArrayLike<number>, low = 900, high = 2450): Grid {
  const n = wavelengthsNm.length;
  const steps = Array.from({ length: n - 1 }, (_, i) => wavelengthsNm[i + 1]! - wavelengthsNm[i]!);
  const stepNm = Math.max(FINEST_NM, Math.round(medianOf(steps)));
  const fromNm = Math.ceil(Math.max(wavelengthsNm[0]!, low) / stepNm) * stepNm;
  const last = Math.min(wavelengthsNm[n - 1]!, high);
  return { fromNm, toNm: fromNm + Math.floor((last - fromNm) / stepNm) * stepNm, stepNm };
}

/** Wavelengths of a grid. */
export function wavelengthsIn(grid: Grid): Float64Array {
  const count = Math.round((grid.toNm - grid.fromNm) / grid.stepNm) + 1;
  return Float64Array.from({ length: count }, (_, i) => grid.fromNm + i * grid.stepNm);
}

/** Means over one step of the grid where the measured spectrum is finer, linear interpolation where it is coarser. */
export function resample(
  wavelengthsNm: ArrayLike<number>,
  values: ArrayLike<number>,
  grid: Grid,
): Float64Array {
  const half = grid.stepNm / 2;
  return wavelengthsIn(grid).map((nm) => {
    const middle = interpolate(wavelengthsNm, values, nm);
    return (
      (interpolate(wavelengthsNm, values, nm - half) +
        2 * middle +
        interpolate(wavelengthsNm, values, nm + half)) /
      4
    );
  });
}

/** Linear interpolation; the ends repeat. */
export function interpolate(xs: ArrayLike<number>, ys: ArrayLike<number>, x: number): number {
  let low = 0;
  let high = xs.length - 1;
  if (x <= xs[0]!) return ys[0]!;
  if (x >= xs[high]!) return ys[high]!;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (xs[middle]! <= x) low = middle;
    else high = middle;
  }
  return ys[low]! + ((ys[high]! - ys[low]!) * (x - xs[low]!)) / (xs[high]! - xs[low]!);
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}
