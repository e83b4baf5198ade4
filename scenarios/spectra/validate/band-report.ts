import { bandMinima } from '../chemometrics/bands.ts';
import { isDark, type LabelledSpectra } from './compare.ts';
import { type Grid, interpolate, medianOf, wavelengthsIn } from './grid.ts';

/** A band that the measured pieces of a class share, and where the synthetic ones have it. */
export interface BandPair {
  readonly code: string;
  readonly measuredNm: number;
  readonly measuredDepth: number;
  /** Nearest band of the synthetic pieces; NaN where they have none within 15 nm. */
  readonly syntheticNm: number;
}

/** Bands closer than this are the same band. */
const SAME_BAND_NM = 15;
/** A band is reported when at least this share of the pieces of a class show it. */
const COMMON = 0.4;

/** Band positions of each class: medians over its light pieces, on a 1 nm grid, hull over the measured range. */
export function bandReport(measured: LabelledSpectra, synthetic: LabelledSpectra, grid: Grid): BandPair[] {
  return [...new Set(measured.labels)].sort().flatMap((code) => {
    const seen = commonBands(measured, code, grid);
    const made = commonBands(synthetic, code, grid, 0.2);
    return seen.map((band) => {
      const near = made.filter((other) => Math.abs(other.nm - band.nm) <= SAME_BAND_NM);
      near.sort((a, b) => Math.abs(a.nm - band.nm) - Math.abs(b.nm - band.nm));
      return { code, measuredNm: band.nm, measuredDepth: band.depth, syntheticNm: near[0]?.nm ?? Number.NaN };
    });
  });
}

function commonBands(
  set: LabelledSpectra,
  code: string,
  grid: Grid,
  share = COMMON,
): { nm: number; depth: number }[] {
  const pieces = set.reflectance.filter((r, i) => set.labels[i] === code && !isDark(r));
  const all = pieces.flatMap((r) => bandMinima(fine(r, grid), grid.fromNm)).sort((a, b) => a.nm - b.nm);
  const groups: { nm: number; depth: number }[][] = [];
  for (const band of all) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && band.nm - last[0].nm <= SAME_BAND_NM) last.push(band);
    else groups.push([band]);
  }
  return groups
    .filter((group) => group.length >= share * pieces.length)
    .map((group) => ({ nm: medianOf(group.map((b) => b.nm)), depth: medianOf(group.map((b) => b.depth)) }));
}

/** The spectrum on 1 nm. */
function fine(r: Float64Array, grid: Grid): Float64Array {
  const xs = wavelengthsIn(grid);
  return Float64Array.from({ length: grid.toNm - grid.fromNm + 1 }, (_, i) =>
    interpolate(xs, r, grid.fromNm + i),
  );
}
