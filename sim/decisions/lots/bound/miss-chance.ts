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
 * For n things of one mass that are wrong with one chance p, of which up to k may be wrong, the first is Slud's inequality (Distribution
 * inequalities for the binomial law, Annals of Probability 5, 1977, pp. 404-412; conditions from memory) where n p <= k + 1 <= n (1 - p): a lot
 * misses as soon as it holds one wrong thing more than it may. For other lots it is taken to hold as well, which is not proven. It cannot hold for a
 * lot that keeps its step if all that is in doubt is wrong; that mattered for a few things that are probably wrong, which therefore count twice in
 * kg3. The test beside this searches for lots that miss less often than is said: it finds none by more than 0.003, which is by how much two
 * things do that are wrong to a half.
 */
export function missChance({ overKg, leastKg2, mostKg2, mostKg3 }: Missing): number {
  // The chance rises with kg2, and below the step may fall again: it is smallest at an end.
  const normal = Math.min(normalMiss(overKg, leastKg2, mostKg3), normalMiss(overKg, mostKg2, mostKg3));
  return overKg < 0 ? Math.max(normal, (overKg * overKg) / (mostKg2 + overKg * overKg)) : normal;
}

function normalMiss(overKg: number, kg2: number, kg3: number): number {
  return kg2 > 0 ? normalCdf(-(overKg + kg3 / kg2) / Math.sqrt(kg2)) : 0;
}
