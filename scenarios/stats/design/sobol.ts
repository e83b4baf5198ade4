import type { Uniform } from '../../../sim/kernel/random/random.ts';
import { at } from '../../../sim/record/must.ts';

/**
 * Primitive polynomials (degree, inner coefficients as bits) and first direction numbers of the dimensions after the first.
 * Source: S. Joe and F. Y. Kuo, Constructing Sobol sequences with better two-dimensional projections, SIAM J. Sci. Comput. 30
 * (2008), table new-joe-kuo-6.21201 (BSD licence), its first rows.
 */
const JOE_KUO: readonly (readonly [degree: number, inner: number, first: readonly number[]])[] = [
  [1, 0, [1]],
  [2, 1, [1, 3]],
  [3, 1, [1, 3, 1]],
  [3, 2, [1, 1, 1]],
  [4, 1, [1, 1, 3, 3]],
  [4, 4, [1, 3, 5, 13]],
  [5, 2, [1, 1, 5, 5, 17]],
  [5, 4, [1, 1, 5, 5, 5]],
  [5, 7, [1, 1, 7, 11, 19]],
  [5, 11, [1, 1, 5, 1, 1]],
  [5, 13, [1, 1, 1, 3, 11]],
];

/** More factors than this need more of the table. */
export const MOST_SOBOL_FACTORS = JOE_KUO.length + 1;

const BITS = 32;
const ONE = 0x1_0000_0000;

/** Direction numbers of a dimension as 32-bit fractions, the halves first. */
function directions(dimension: number): number[] {
  const row = JOE_KUO[dimension - 1];
  if (row === undefined) return Array.from({ length: BITS }, (_, bit) => (1 << (BITS - 1 - bit)) >>> 0);
  const [degree, inner, first] = row;
  const v = first.map((m, bit) => (m << (BITS - 1 - bit)) >>> 0);
  for (let bit = degree; bit < BITS; bit++) {
    let next = at(v, bit - degree) ^ (at(v, bit - degree) >>> degree);
    for (let k = 1; k < degree; k++) if ((inner >> (degree - 1 - k)) & 1) next ^= at(v, bit - k);
    v.push(next >>> 0);
  }
  return v;
}

/** The first points of the Sobol sequence (Gray code order): by point, a share in [0, 1) for each factor. */
export function sobolSequence(points: number, factors: number): number[][] {
  return shifted(points, factors, () => 0);
}

/**
 * Sobol points moved by a random digital shift, which keeps their balance and leaves no point in the corner. Powers of two
 * are balanced best. Throws for more factors than the table has.
 */
export function sobol(points: number, factors: number, random: Uniform): number[][] {
  const shifts = Array.from({ length: factors }, () => Math.floor(random.next() * ONE));
  return shifted(points, factors, (factor) => at(shifts, factor));
}

function shifted(points: number, factors: number, shiftOf: (factor: number) => number): number[][] {
  if (factors > MOST_SOBOL_FACTORS)
    throw new Error(`sobol: at most ${MOST_SOBOL_FACTORS} factors, got ${factors}`);
  const columns = Array.from({ length: factors }, (_, factor) => directions(factor));
  const here = columns.map((_, factor) => shiftOf(factor));
  return Array.from({ length: points }, (_, point) => {
    if (point > 0) {
      const bit = trailingZeros(point);
      columns.forEach((column, factor) => {
        here[factor] = (at(here, factor) ^ at(column, bit)) >>> 0;
      });
    }
    return here.map((bits) => (bits >>> 0) / ONE);
  });
}

const trailingZeros = (n: number) => BITS - 1 - Math.clz32(n & -n);
