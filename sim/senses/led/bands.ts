import { at } from '../../record/must.ts';
import { responsivityAt } from './photodiode.ts';
import type { LedState } from './state.ts';

/** Half width at half maximum of a Gaussian in standard deviations: sqrt(2 ln 2). */
const HALF_WIDTH_PER_SIGMA = Math.sqrt(2 * Math.LN2);
/** Standard deviations at which an LED's spectrum ends: beyond lies 2e-9 of its light. */
const REACH = 6;

/** Spectrum of one lit LED: Gaussian on the wavelength with a width of its own on either side, area 1. */
export interface Emission {
  readonly peakNm: number;
  /** Standard deviations on the short-wave and on the long-wave side, nm. */
  readonly shortNm: number;
  readonly longNm: number;
}

/** The spectrum with the given peak and full width at half maximum, nm. */
export function emissionOf(peakNm: number, widthNm: number, shortSideShare: number): Emission {
  const sigmas = widthNm / HALF_WIDTH_PER_SIGMA;
  return { peakNm, shortNm: sigmas * shortSideShare, longNm: sigmas * (1 - shortSideShare) };
}

/**
 * Where a photodiode answers, and how: two places in each nanometre, first all the lower, then all the upper ones. Items are
 * tables of 1 nm with straight lines between, and the two points of Gauss see such a line as its integral does.
 */
export interface AnswerGrid {
  /** Whole nanometres from here on, and their number. */
  readonly fromNm: number;
  readonly cells: number;
  readonly wavelengthsNm: Float64Array;
  /** A/W at each place. */
  readonly responsivity: Float64Array;
}

/** Gauss points of an interval of length 1, as distances from its lower end: (3 - sqrt 3) / 6 and (3 + sqrt 3) / 6. */
const GAUSS = [(3 - Math.sqrt(3)) / 6, (3 + Math.sqrt(3)) / 6] as const;

/** Ends of the optical tables of items, nm. */
const ITEMS_FROM_NM = 400;
const ITEMS_TO_NM = 2500;

/** The grid on which the bands of a photodiode with the given curve are summed up. */
export function answerGrid(curve: Pick<LedState, 'responsivityNm' | 'responsivityAPerW'>): AnswerGrid {
  const { responsivityNm } = curve;
  const fromNm = Math.max(Math.floor(at(responsivityNm, 0)), ITEMS_FROM_NM);
  const toNm = Math.min(Math.ceil(at(responsivityNm, responsivityNm.length - 1)), ITEMS_TO_NM);
  const cells = Math.max(0, toNm - fromNm);
  const wavelengthsNm = new Float64Array(2 * cells);
  for (let i = 0; i < cells; i++) {
    wavelengthsNm[i] = fromNm + i + GAUSS[0];
    wavelengthsNm[cells + i] = fromNm + i + GAUSS[1];
  }
  return { fromNm, cells, wavelengthsNm, responsivity: responsivityAt(curve, wavelengthsNm) };
}

/**
 * What the photodiode makes of one watt of an LED that comes back from a surface: integral of R L S over the wavelength, A/W.
 * `answers`: R S, reflectance times responsivity, at each place of the grid.
 */
export function answerTo(emission: Emission, { fromNm, cells }: AnswerGrid, answers: Float64Array): number {
  const { peakNm, shortNm, longNm } = emission;
  let sum = 0;
  for (let comb = 0; comb < GAUSS.length; comb++) {
    const first = comb * cells;
    const place = peakNm - fromNm - GAUSS[comb]!;
    const below = Math.min(Math.floor(place), cells - 1);
    const above = Math.max(Math.floor(place) + 1, 0);
    sum += fallingSum(answers, first + below, -1, below + 1, place - below, shortNm);
    sum += fallingSum(answers, first + above, 1, cells - above, above - place, longNm);
  }
  return sum / (GAUSS.length * Math.sqrt(Math.PI / 2) * (shortNm + longNm));
}

/**
 * Sum of values times one half of a Gaussian, from the place nearest to its peak (`awayNm` from it) outwards by 1 nm. From place to
 * place the Gaussian falls by a factor that itself falls by a constant one: two products instead of an exponential.
 */
function fallingSum(
  values: Float64Array,
  start: number,
  step: 1 | -1,
  most: number,
  awayNm: number,
  sigmaNm: number,
): number {
  const count = Math.min(most, Math.floor(REACH * sigmaNm - awayNm) + 1);
  const square = 2 * sigmaNm * sigmaNm;
  const bend = Math.exp(-2 / square);
  let light = Math.exp((-awayNm * awayNm) / square);
  let fall = Math.exp(-(2 * awayNm + 1) / square);
  let sum = 0;
  for (let i = 0, k = start; i < count; i++, k += step) {
    sum += light * values[k]!;
    light *= fall;
    fall *= bend;
  }
  return sum;
}

/** Second radiation constant h c / k in nm K (CODATA 2018). */
const C2_NM_K = 1.438776877e7;

/** Shares with which the wavelengths of a grid enter the answer to a black body's light of that temperature, K. */
export function ambientShares(
  { wavelengthsNm, responsivity }: AnswerGrid,
  temperatureK: number,
): Float64Array {
  const shares = wavelengthsNm.map((nm, i) => {
    const um = nm / 1000;
    return responsivity[i]! / (um * um * um * um * um * Math.expm1(C2_NM_K / (nm * temperatureK)));
  });
  const total = shares.reduce((sum, share) => sum + share, 0) || 1;
  return shares.map((share) => share / total);
}
