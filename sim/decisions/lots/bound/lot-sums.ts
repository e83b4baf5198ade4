/**
 * What a lot is like on average: kg; kg that are right beyond what its best step asks for; and over its things, of mass m and right with the
 * chance q, the sums of m2 q (1 - q), kg2, and of m3 q (1 - q), kg3.
 */
export type LotSums = readonly [kg: number, overKg: number, kg2: number, kg3: number];

/** What a thing adds to the sums of a lot whose best step asks for a purity. */
export function sumsOf(massKg: number, q: number, minPurity: number): LotSums {
  const kg2 = massKg * massKg * q * (1 - q);
  return [massKg, massKg * (q - minPurity), kg2, massKg * kg2];
}

/** The place of one of the sums. */
export type Side = 0 | 1 | 2 | 3;

/** Four other values in the same places. */
export function mapped(sums: LotSums, value: (sum: number, side: Side) => number): LotSums {
  return [value(sums[0], 0), value(sums[1], 1), value(sums[2], 2), value(sums[3], 3)];
}
