import type { ItemState } from '../../materials/item.ts';
import { traitsOf } from '../form/traits.ts';

/** How a thing lies over the coil. */
export interface Placement {
  /** Mean distance of the nearest wall from the belt, over the ring of the coil, m. */
  readonly riseM: number;
  /** Share 0..1 of the reading of an endless plate that a thing of this size gives. */
  readonly coverage: number;
  /** Least spatial frequency of the currents that fit into the thing, 1/m. */
  readonly edgePerM: number;
}

/** How far crumpling lifts a wholly soft thing off the belt, m (estimate). */
const CRUMPLE_RISE_M = 0.005;
/** A thing is tilted by this share of its pitch, as the camera sees it lie (`form/scene.ts`). */
const PITCH_SHARE = 0.3;
/**
 * Coverage 1 - exp(-0.88 x^3) of a disc of x coil radii, and 3 min(1, 1 / x) disc radii for its least spatial frequency: fitted to
 * coaxial discs of 0.25-4 coil radii and 20-20,000 S that were solved ring by ring with mutual inductances (`placement.test.ts` does it
 * again). Doubt: 20 % of the amplitude at half a coil radius from the coil, 35 % at 0.3 and 25 % at 0.8 of it; 0.08 rad of the phase. Magnetic
 * pieces smaller than the coil, which their own poles weaken, take the same factor: a guess.
 */
const COVERAGE = 0.88;
const EDGE = 3;
/** A strip feels the coil over at most this many coil radii to either side of the middle (estimate). */
const REACH = 2;

/**
 * How an item lies over a coil of mean radius `radiusM` when its centre misses the axis by `missM`. A rectangle of half-sizes w <= l
 * takes part as a disc of the same w w l (its moment in an even field); the currents' width is that of the shorter side.
 */
export function placementOf(item: ItemState, radiusM: number, missM: number): Placement {
  const traits = traitsOf(item.shape);
  const halfLengthM = item.lengthM / 2;
  const halfWidthM = item.widthM / 2;
  const reachM = Math.min(radiusM, halfWidthM);
  // The wall of a round body of radius R rises by y^2 / (2 R); the mean of y^2 over a ring is half its radius squared.
  const curveM = (traits.round * reachM * reachM) / (4 * halfWidthM);
  const tiltM = halfLengthM * Math.sin(PITCH_SHARE * Math.abs(item.pitchRad));
  const riseM = curveM + tiltM + traits.soft * item.crumple * CRUMPLE_RISE_M;
  // A miss brings an edge nearer; a thing that is smaller than the coil hardly notices, for the field is even in the middle.
  const shorterM = Math.min(halfWidthM, halfLengthM);
  const nearerM = Math.abs(missM) * Math.min(1, shorterM / radiusM);
  const seenM = Math.max(shorterM - nearerM, shorterM / 2);
  const longM = Math.min(Math.max(halfWidthM, halfLengthM), REACH * radiusM);
  const x = seenM / radiusM;
  const volume = x * x * Math.max(x, longM / radiusM);
  const edgePerM = (EDGE * Math.min(1, 1 / x)) / seenM;
  return { riseM, coverage: -Math.expm1(-COVERAGE * volume), edgePerM };
}
