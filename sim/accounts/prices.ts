/**
 * Dated bale prices, US national averages (RecyclingMarkets.net via Resource Recycling and NERC, excerpts), and the step
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

const centsPerLb: readonly (readonly [string, string, number])[] = [
  ['PET', '2021-04', 11.95],
  ['PET', '2022-05', 39.56],
  ['PET', '2023-10', 4.5],
  ['PET', '2024-08', 18.27],
  ['HDPE-natural', '2021-04', 81.88],
  ['HDPE-natural', '2022-05', 54.81],
  ['HDPE-natural', '2023-10', 44.63],
  ['HDPE-natural', '2024-08', 43.06],
  ['HDPE-natural', '2025-12', 46.81],
  ['HDPE-colour', '2022-05', 29.56],
  ['HDPE-colour', '2023-10', 3.25],
  ['HDPE-colour', '2024-08', 8.88],
  ['PP', '2021-04', 29.69],
  ['PP', '2024-08', 7.31],
  ['aluminium-cans', '2022-05', 114],
  ['aluminium-cans', '2024-08', 75.94],
  ['film', '2022-05', 22.5],
  ['film', '2024-08', 18.25],
];

/** Mixed paper was sold at -1.50 USD per short ton in Nov 2022: prices may be negative. */
const usdPerShortTon: readonly (readonly [string, string, number])[] = [
  ['OCC', '2021-04', 90],
  ['OCC', '2022-05', 129],
  ['OCC', '2024-08', 106],
  ['OCC', '2025-12', 46.88],
  ['mixed-paper', '2021-04', 34],
  ['mixed-paper', '2022-11', -1.5],
  ['mixed-paper', '2024-08', 70],
  ['mixed-paper', '2025-12', 20.31],
];

export const balePrices: readonly BalePrice[] = [
  ...centsPerLb.map(([grade, date, cents]) => ({
    grade,
    date,
    usdPerTonne: cents * usCentPerLbInUsdPerTonne,
  })),
  ...usdPerShortTon.map(([grade, date, usd]) => ({ grade, date, usdPerTonne: usd * shortTonsPerTonne })),
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
