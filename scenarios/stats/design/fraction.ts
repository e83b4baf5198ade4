import { at } from '../../../sim/record/must.ts';

/**
 * A fraction of a two-level factorial: some factors (the base) are varied in full, each other one is the product of some of
 * the base, so that it needs no points of its own. Sets of factors are bit masks; bit i is factor i.
 */
export interface Fraction {
  readonly factors: number;
  /** By generated factor: the base factors whose product it is. */
  readonly generators: ReadonlyMap<number, number>;
  /** Length of the shortest word of the defining relation: V = two-way interactions are apart, IV = main effects are. */
  readonly resolution: number;
}

export function sizeOf(mask: number): number {
  let size = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) size += 1;
  return size;
}

/** All words of the defining relation: products of generators that are 1 at every point. */
export function wordsOf(generators: ReadonlyMap<number, number>): number[] {
  const words = [...generators].reduce<number[]>(
    (known, [factor, product]) => known.flatMap((word) => [word, word ^ (1 << factor) ^ product]),
    [0],
  );
  return words.filter((word) => word !== 0);
}

function resolutionOf(generators: ReadonlyMap<number, number>): number {
  return Math.min(...wordsOf(generators).map(sizeOf), Number.POSITIVE_INFINITY);
}

/** The fraction of the given generators; without any it is the full factorial, of endless resolution. */
export function fractionOf(factors: number, generators: ReadonlyMap<number, number>): Fraction {
  return { factors, generators, resolution: resolutionOf(generators) };
}

/** The smallest fraction of at least a resolution: the last factors are generated, by the first products that will do. */
export function smallestFraction(factors: number, resolution: number): Fraction {
  for (let base = 1; base < factors; base++) {
    const products = Array.from({ length: 1 << base }, (_, mask) => mask)
      .filter((mask) => sizeOf(mask) >= resolution - 1)
      .sort((a, b) => sizeOf(a) - sizeOf(b) || a - b);
    const found = chosen(products, base, factors, resolution, [], [0]);
    if (found) return fractionOf(factors, new Map(found.map((product, i) => [base + i, product])));
  }
  return fractionOf(factors, new Map());
}

/**
 * Products for the factors from `next` on, each later in the list than the one before: which factor has which does not matter.
 * `words` = the defining relation so far, with the word that is always 1.
 */
function chosen(
  products: readonly number[],
  next: number,
  factors: number,
  resolution: number,
  earlier: readonly number[],
  words: readonly number[],
): readonly number[] | undefined {
  if (next === factors) return earlier;
  for (const [place, product] of products.entries()) {
    if (products.length - place < factors - next) return undefined;
    const more = words.map((word) => word ^ (1 << next) ^ product);
    if (more.some((word) => sizeOf(word) < resolution)) continue;
    const rest = products.slice(place + 1);
    const found = chosen(rest, next + 1, factors, resolution, [...earlier, product], [...words, ...more]);
    if (found) return found;
  }
  return undefined;
}

/** The points: by point, the place of each factor's level, 0 or 1. */
export function pointsOf({ factors, generators }: Fraction): number[][] {
  const base = Array.from({ length: factors }, (_, factor) => factor).filter((f) => !generators.has(f));
  return Array.from({ length: 1 << base.length }, (_, index) => {
    const point = new Array<number>(factors).fill(0);
    base.forEach((factor, place) => {
      point[factor] = (index >> (base.length - 1 - place)) & 1;
    });
    for (const [factor, product] of generators) {
      // A product of signs: level 1 is +, and an even number of minus signs makes a plus.
      const minus = base.filter((f) => (product >> f) & 1 && at(point, f) === 0).length;
      point[factor] = minus % 2 === 0 ? 1 : 0;
    }
    return point;
  });
}

/** Every main effect and two-way interaction, in classes that the points cannot tell apart; main effects stand first. */
export function aliasClasses({ factors, generators }: Fraction): number[][] {
  const singles = Array.from({ length: factors }, (_, i) => 1 << i);
  const pairs = singles.flatMap((a, i) => singles.slice(i + 1).map((b) => a | b));
  const relation = [0, ...wordsOf(generators)];
  const seen = new Set<number>();
  return [...singles, ...pairs].flatMap((effect) => {
    if (seen.has(effect)) return [];
    const all = relation
      .map((word) => effect ^ word)
      .filter((mask) => sizeOf(mask) === 1 || sizeOf(mask) === 2);
    const aliases = all.filter((mask) => mask !== effect).sort((a, b) => sizeOf(a) - sizeOf(b) || a - b);
    for (const mask of all) seen.add(mask);
    return [[effect, ...aliases]];
  });
}
