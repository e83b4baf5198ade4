import type { TailTable } from './tail-table.ts';

/** What is known of a lot that may miss a step: kg that are right beyond what it asks for on average, at most; and its sums of `LotSums`. */
export interface Missing {
  readonly overKg: number;
  readonly leastKg2: number;
  readonly mostKg2: number;
  readonly mostKg3: number;
}

/**
 * How probably a lot misses a step at least: it does where more is wrong in it than the step allows (`leastTails`); and where the lot lies below the
 * step on average, also what Cantelli's inequality says.
 */
export function missChance({ overKg, leastKg2, mostKg2, mostKg3 }: Missing, tails: TailTable): number {
  // Both grow less probable the further the step is away, in standard deviations, and the more single things weigh.
  const most = overKg < 0 ? mostKg2 : leastKg2;
  const smooth =
    leastKg2 > 0 ? tails.tail(overKg / Math.sqrt(most), mostKg3 / (leastKg2 * Math.sqrt(leastKg2))) : 0;
  return overKg < 0 ? Math.max(smooth, (overKg * overKg) / (mostKg2 + overKg * overKg)) : smooth;
}
