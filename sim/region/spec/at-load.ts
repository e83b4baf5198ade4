import { hermite, monotoneSlopes } from './monotone-cubic.ts';

/** Something that was measured at a load. */
export interface AtLoad {
  readonly loadKgPerH: number;
}

/** The two neighbours of a load among those measured, which rise, and how far it lies from the first to the second; beyond the ends twice the end. */
export function betweenLoads<T extends AtLoad>(
  loads: readonly T[],
  loadKgPerH: number,
): { readonly low: T; readonly high: T; readonly weight: number } {
  if (loads.length === 0) throw new Error('betweenLoads: needs at least one load, got none');
  const after = loads.findIndex((entry) => entry.loadKgPerH >= loadKgPerH);
  const end = after === 0 ? loads[0]! : loads[loads.length - 1]!;
  if (after <= 0) return { low: end, high: end, weight: 0 };
  const [low, high] = [loads[after - 1]!, loads[after]!];
  return { low, high, weight: (loadKgPerH - low.loadKgPerH) / (high.loadKgPerH - low.loadKgPerH) };
}

/**
 * A number between two loads, on the monotone cubic through all that were measured, as kilograms are: a straight line would cut off the
 * bend where robots become busy all the time. Held constant beyond the ends.
 */
export function numberAtLoad<T extends AtLoad>(
  loads: readonly T[],
  loadKgPerH: number,
  of: (load: T) => number,
): number {
  const { low, high, weight } = betweenLoads(loads, loadKgPerH);
  if (low === high) return of(low);
  const [first, second] = [loads.indexOf(low), loads.indexOf(high)];
  const slopes = monotoneSlopes(
    loads.map((load) => load.loadKgPerH),
    loads.map(of),
  );
  const [a, b, c, d] = hermite(high.loadKgPerH - low.loadKgPerH, weight);
  return a * of(low) + b * slopes[first]! + c * of(high) + d * slopes[second]!;
}
