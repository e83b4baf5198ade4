import data from './bale-prices.json' with { type: 'json' };

/**
 * Dated bale prices, US national averages, and the step
 * function that a buyer pays by. Money stays in the source's currency; a scenario states its own exchange rate.
 */
export interface BalePrice {
  readonly grade: string;
  readonly date: string;
  readonly usdPerTonne: number;
}

/** 1 US cent per pound in USD per tonne. */
export const usCentPerLbInUsdPerTonne = 1000 / 0.45359237 / 100;
const shortTonsPerTonne = 1000 / 907.185;

// JSON has no tuples, only lists of grade, month and price.
const lists = data as unknown as Readonly<
  Record<'usCentPerLb' | 'usdPerShortTon', [grade: string, date: string, price: number][]>
>;

export const balePrices: readonly BalePrice[] = [
  ...lists.usCentPerLb.map(([grade, date, cents]) => ({
    grade,
    date,
    usdPerTonne: cents * usCentPerLbInUsdPerTonne,
  })),
  ...lists.usdPerShortTon.map(([grade, date, usd]) => ({
    grade,
    date,
    usdPerTonne: usd * shortTonsPerTonne,
  })),
];

/** USD per tonne of a grade in a month ('2024-08'). Throws with the months that exist. */
export function balePrice(grade: string, date: string): number {
  const found = balePrices.find((p) => p.grade === grade && p.date === date);
  if (found !== undefined) return found.usdPerTonne;
  const known = balePrices.filter((p) => p.grade === grade).map((p) => p.date);
  const cure = known.length > 0 ? `months known: ${known.join(', ')}` : 'no such grade in the table';
  throw new Error(`prices: no price of ${grade} for ${date}; ${cure}`);
}

export interface PriceTier {
  readonly minPurity: number;
  readonly priceEurPerKg: number;
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
