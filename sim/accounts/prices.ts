/** A step of what a buyer pays: the price from a purity on, and where it comes from a table, the grade and the share of its price. */
export interface PriceTier {
  readonly minPurity: number;
  readonly priceEurPerKg: number;
  readonly grade?: string | undefined;
  readonly share?: number | undefined;
}

/** Price by purity 0..1: that of the highest threshold reached; below all of them the lowest tier's price. */
export function tierPrice(tiers: readonly PriceTier[], purity: number): number {
  return tierAt(tiers, purity).priceEurPerKg;
}

/** The price step that a purity reaches; see `tierPrice`. */
export function tierAt(tiers: readonly PriceTier[], purity: number): PriceTier {
  let best: PriceTier | null = null;
  let lowest = tiers[0]!;
  for (const tier of tiers) {
    if (tier.minPurity < lowest.minPurity) lowest = tier;
    if (purity >= tier.minPurity && (best === null || tier.minPurity > best.minPurity)) best = tier;
  }
  return best ?? lowest;
}

/** The best price that any purity can get. */
export function topPrice(tiers: readonly PriceTier[]): number {
  return tiers.reduce((top, tier) => Math.max(top, tier.priceEurPerKg), -Infinity);
}
