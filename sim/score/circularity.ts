/**
 * Material Circularity Indicator (Ellen MacArthur Foundation and Granta, 2015/2019 method). Fractions 0..1 of a product's
 * mass; mass in kg.
 */
export interface CircularPart {
  readonly massKg: number;
  /** Recycled and reused share of the feedstock. */
  readonly recycledIn: number;
  readonly reusedIn: number;
  /** Biological share of the feedstock from sustained production (2019 revision). */
  readonly biologicalIn?: number;
  /** Shares collected for recycling, reuse, composting and energy recovery (the last two: 2019 revision). */
  readonly recycledOut: number;
  readonly reusedOut: number;
  readonly compostedOut?: number;
  readonly energyOut?: number;
  /** Efficiency of the recycling that takes the product, and of the one that made its feedstock. */
  readonly outEfficiency: number;
  readonly inEfficiency: number;
}

/** Mass flows of a part or a sum of parts, kg. */
export interface CircularFlows {
  readonly massKg: number;
  readonly virginKg: number;
  readonly wasteKg: number;
  readonly collectionWasteKg: number;
  readonly feedstockWasteKg: number;
}

/** Throws where the indicator is undefined: recycled feedstock from a process of efficiency 0. */
export function circularFlows(part: CircularPart): CircularFlows {
  const { massKg, recycledIn, reusedIn, recycledOut, reusedOut, outEfficiency, inEfficiency } = part;
  if (recycledIn > 0 && inEfficiency === 0) {
    throw new RangeError(
      `circularity: inEfficiency must be > 0 where recycledIn is (${recycledIn}), got 0; no process of efficiency 0 makes feedstock`,
    );
  }
  const lost = 1 - recycledOut - reusedOut - (part.compostedOut ?? 0) - (part.energyOut ?? 0);
  const collectionWasteKg = massKg * (1 - outEfficiency) * recycledOut;
  const feedstockWasteKg = recycledIn === 0 ? 0 : (massKg * (1 - inEfficiency) * recycledIn) / inEfficiency;
  return {
    massKg,
    virginKg: massKg * (1 - recycledIn - reusedIn - (part.biologicalIn ?? 0)),
    wasteKg: massKg * lost + (collectionWasteKg + feedstockWasteKg) / 2,
    collectionWasteKg,
    feedstockWasteKg,
  };
}

/** Flows of a product: the sum over its parts (one linear flow index is formed from the sums, never an average of indices). */
export function sumFlows(parts: readonly CircularFlows[]): CircularFlows {
  const sum = (of: (flows: CircularFlows) => number) => parts.reduce((total, p) => total + of(p), 0);
  return {
    massKg: sum((p) => p.massKg),
    virginKg: sum((p) => p.virginKg),
    wasteKg: sum((p) => p.wasteKg),
    collectionWasteKg: sum((p) => p.collectionWasteKg),
    feedstockWasteKg: sum((p) => p.feedstockWasteKg),
  };
}

/** LFI: 1 = all virgin in, all waste out; 0 = closed. */
export function linearFlowIndex(flows: CircularFlows): number {
  const { massKg, virginKg, wasteKg, collectionWasteKg, feedstockWasteKg } = flows;
  return (virginKg + wasteKg) / (2 * massKg + (feedstockWasteKg - collectionWasteKg) / 2);
}

/** MCI 0..1; `utility` = (lifetime / average) * (uses / average). */
export function circularityIndicator(flows: CircularFlows, utility = 1): number {
  return Math.max(0, 1 - (linearFlowIndex(flows) * 0.9) / utility);
}
