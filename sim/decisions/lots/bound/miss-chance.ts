import { normalCdf } from '../../../kernel/random/normal-cdf.ts';

/** What is known of a lot that may miss a step: kg that are right beyond what it asks for on average, at most; and its sums of `LotSums`. */
export interface Missing {
  readonly overKg: number;
  readonly leastKg2: number;
  readonly mostKg2: number;
  readonly mostKg3: number;
}

/**
 * How probably a lot misses a step at least: the normal chance that it would be missed if a whole thing more were right, of the mass kg3 / kg2; and
 * where the lot lies below the step on average, also what Cantelli's inequality says.
 *
 * For things of one mass and one chance q >= 1/2 the first is Slud's inequality (Distribution inequalities for the binomial law, Annals of
 * Probability 5, 1977, pp. 404-412), as a lot misses as soon as it holds one wrong thing more than it may. For things of different masses and
 * chances it is taken to hold as well. This is not proven; the test beside it searches for lots that miss less often, and finds none by more than
 * 0.003 but where nearly all doubt is of about a dozen things that are probably wrong, by 0.02.
 */
export function missChance({ overKg, leastKg2, mostKg2, mostKg3 }: Missing): number {
  // Its argument falls with kg2, and may rise again: it is largest at an end.
  const normal = Math.min(normalMiss(overKg, leastKg2, mostKg3), normalMiss(overKg, mostKg2, mostKg3));
  return overKg < 0 ? Math.max(normal, (overKg * overKg) / (mostKg2 + overKg * overKg)) : normal;
}

function normalMiss(overKg: number, kg2: number, kg3: number): number {
  return kg2 > 0 ? normalCdf(-(overKg + kg3 / kg2) / Math.sqrt(kg2)) : 0;
}
