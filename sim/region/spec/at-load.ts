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

/** A number between two loads by linear interpolation, held constant beyond the ends. */
export function numberAtLoad<T extends AtLoad>(
  loads: readonly T[],
  loadKgPerH: number,
  of: (load: T) => number,
): number {
  const { low, high, weight } = betweenLoads(loads, loadKgPerH);
  return of(low) + weight * (of(high) - of(low));
}
