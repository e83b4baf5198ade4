import { at } from '../../../sim/record/must.ts';
import { savitzkyGolay } from './preprocess.ts';

/** One absorption band of a spectrum. */
export interface BandMinimum {
  readonly nm: number;
  /** 1 - R / continuum. */
  readonly depth: number;
}

/** Smallest prominence of a minimum that counts as a band (chosen above the ripple of the smoothed USGS spectra). */
const PROMINENCE = 0.008;

/**
 * Band minima of a reflectance spectrum on a grid of 1 nm from `fromNm`: Savitzky-Golay 15 points, upper convex hull over
 * the given range, local minima of R/hull with prominence >= 0.008, parabola over 9 points. The measured
 * bands in the tests were found by the same procedure: a hull over another range moves broad bands by up to 25 nm.
 */
export function bandMinima(reflectance: ArrayLike<number>, fromNm: number): BandMinimum[] {
  const smooth = savitzkyGolay(reflectance, 15, 0);
  const ratio = removeHull(smooth);
  const found: BandMinimum[] = [];
  for (let i = 1; i < ratio.length - 1; i++) {
    if (!(at(ratio, i) < at(ratio, i - 1) && at(ratio, i) <= at(ratio, i + 1))) continue;
    if (prominence(ratio, i) < PROMINENCE) continue;
    found.push({ nm: fromNm + vertex(ratio, i, 4), depth: 1 - at(ratio, i) });
  }
  return found;
}

/** R divided by its upper convex hull. */
export function removeHull(r: ArrayLike<number>): Float64Array {
  const hull: number[] = [];
  for (let i = 0; i < r.length; i++) {
    while (hull.length >= 2) {
      const [a, b] = [at(hull, hull.length - 2), at(hull, hull.length - 1)];
      if ((b - a) * (at(r, i) - at(r, a)) - (at(r, b) - at(r, a)) * (i - a) < 0) break;
      hull.pop();
    }
    hull.push(i);
  }
  const out = new Float64Array(r.length);
  for (let h = 1; h < hull.length; h++) {
    const [a, b] = [at(hull, h - 1), at(hull, h)];
    for (let i = a; i <= b; i++) out[i] = at(r, i) / (at(r, a) + ((at(r, b) - at(r, a)) * (i - a)) / (b - a));
  }
  return out;
}

/** How far one must climb from a minimum before it goes lower: the lower of both sides. */
function prominence(ratio: Float64Array, place: number): number {
  const lowest = at(ratio, place);
  const climb = (step: number) => {
    let highest = lowest;
    for (let i = place + step; i >= 0 && i < ratio.length && at(ratio, i) >= lowest; i += step) {
      highest = Math.max(highest, at(ratio, i));
    }
    return highest;
  };
  return Math.min(climb(-1), climb(1)) - lowest;
}

/** Place of the vertex of the parabola through 2 half + 1 points around a place; stays within them. */
export function vertex(values: ArrayLike<number>, place: number, half: number): number {
  const from = Math.max(place - half, 0);
  const to = Math.min(place + half, values.length - 1);
  const window = Float64Array.from({ length: to - from + 1 }, (_, i) => at(values, from + i));
  const points = window.length % 2 === 1 ? window.length : window.length - 1;
  const centre = (points - 1) / 2;
  const slope = at(savitzkyGolay(window, points, 1), centre);
  const curve = at(savitzkyGolay(window, points, 2), centre);
  const shift = curve === 0 ? 0 : -slope / curve;
  return from + centre + Math.min(Math.max(shift, -centre), centre);
}
