import { at } from '../../record/must.ts';
import type { LedState } from './state.ts';

/** The responsivity of a photodiode between the wavelengths of its table. */

type Curve = Pick<LedState, 'responsivityNm' | 'responsivityAPerW'>;

/**
 * Slope of the curve at each place of its table (Steffen 1990, Astron. Astrophys. 239, 443): a cubic between two places that
 * never leaves their values. The ends are flat, so that the curve has no corner where it meets the nothing outside.
 */
function slopesOf({ responsivityNm: xs, responsivityAPerW: ys }: Curve): number[] {
  const rise = (i: number) => (at(ys, i + 1) - at(ys, i)) / (at(xs, i + 1) - at(xs, i));
  return xs.map((x, i) => {
    if (i === 0 || i === xs.length - 1) return 0;
    const [before, after] = [rise(i - 1), rise(i)];
    const [toLeft, toRight] = [x - at(xs, i - 1), at(xs, i + 1) - x];
    const middle = (before * toRight + after * toLeft) / (toLeft + toRight);
    const least = Math.min(Math.abs(before), Math.abs(after), 0.5 * Math.abs(middle));
    return (Math.sign(before) + Math.sign(after)) * least;
  });
}

/** Responsivity in A/W at the given wavelengths, nm; 0 outside the table. */
export function responsivityAt(curve: Curve, wavelengthsNm: ArrayLike<number>): Float64Array {
  const { responsivityNm: xs, responsivityAPerW: ys } = curve;
  const slopes = slopesOf(curve);
  const out = new Float64Array(wavelengthsNm.length);
  let i = 0;
  for (let k = 0; k < out.length; k++) {
    const nm = at(wavelengthsNm, k);
    if (nm < at(xs, 0) || nm > at(xs, xs.length - 1)) continue;
    if (nm < at(xs, i)) i = 0;
    while (i < xs.length - 2 && at(xs, i + 1) < nm) i++;
    const width = at(xs, i + 1) - at(xs, i);
    const t = (nm - at(xs, i)) / width;
    const s = 1 - t;
    const low = at(ys, i) * (1 + 2 * t) + at(slopes, i) * width * t;
    const high = at(ys, i + 1) * (1 + 2 * s) - at(slopes, i + 1) * width * s;
    out[k] = s * s * low + t * t * high;
  }
  return out;
}
