import { vertex } from '../../../scenarios/spectra/chemometrics/bands.ts';
import { savitzkyGolay } from '../../../scenarios/spectra/chemometrics/preprocess.ts';
import { at } from '../../../sim/record/must.ts';

/** Minima of the second derivative of -ln R on a 1 nm grid (21 points): band centres that no hull moves. */
export function secondDerivativeMinima(
  reflectance: ArrayLike<number>,
  fromNm: number,
  least: number,
): number[] {
  const a = Float64Array.from(reflectance, (r) => -Math.log(Math.max(r, 1e-3)));
  const d2 = savitzkyGolay(a, 21, 2);
  const found: number[] = [];
  for (let i = 11; i < d2.length - 11; i++) {
    if (at(d2, i) < at(d2, i - 1) && at(d2, i) <= at(d2, i + 1) && at(d2, i) < -least)
      found.push(fromNm + vertex(d2, i, 3));
  }
  return found;
}
