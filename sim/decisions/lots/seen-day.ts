import type { PriceTier } from '../../accounts/prices.ts';

/** One output whose whole day is sold as one lot, at the price of its purity. */
export interface PooledOutput {
  readonly tiers: readonly PriceTier[];
  readonly contaminantEurPerKg: number;
  /** [K] 1 where it accepts a label. */
  readonly accepts: Uint8Array;
}

/** One look at every item. */
export interface Rung {
  /** [items, K] probabilities of the labels. */
  readonly belief: Float64Array;
  /** Joules that this look takes from the battery beside those before it. */
  readonly energyJ: number;
}

/** Things of other days, and what each further look said of them. */
export interface Examples {
  /** [examples] which label each is of. */
  readonly label: Int32Array;
  /** By look: [examples, K] probabilities of the labels; nothing of the first. */
  readonly beliefs: readonly Float64Array[];
}

/** Blocks of a day that are one stretch: nobody knows before first looks which things of it are worth looking at. */
export const blocksPerStretch = 45;

/** A day as robots of one kind see it. */
export interface SeenDay {
  readonly labels: number;
  readonly outputs: readonly PooledOutput[];
  readonly rungs: readonly Rung[];
  /** What further looks say of a thing of a label is taken to be what they said of these; the day's own things where there are none. */
  readonly examples?: Examples;
  readonly massKg: Float64Array;
  /** [items] which label each item is. */
  readonly truth: Int32Array;
  /** [items] block of the day in which it comes; 1 where a grip would hold it. */
  readonly block: Int32Array;
  readonly holds: Uint8Array;
  readonly residueEurPerKg: number;
  /** [items] battery-side joules that a successful pick takes on average. */
  readonly pickJ: Float64Array;
  /** Joules of all batteries over the day, with what they may save of standing by; and of standing by in each block. */
  readonly joules: number;
  readonly awakeJ: Float64Array;
}
