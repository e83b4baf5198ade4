import { expect, test } from 'vitest';
import { missChance } from '../../../../../sim/decisions/lots/bound/miss-chance.ts';
import { TailTable } from '../../../../../sim/decisions/lots/bound/tail-table.ts';
import { stream } from '../../../../../sim/kernel/random/random.ts';
import { binomial } from '../binomial.ts';

/** Things of one kind in a lot: grams, how probably each is wrong, and how many they are. */
interface Kind {
  readonly grams: number;
  readonly wrong: number;
  readonly count: number;
}

/** [grams] how probably so much of a lot is wrong. */
function wrongGrams(lot: readonly Kind[]): Float64Array {
  return lot.reduce((before, { grams, wrong, count }) => {
    const after = new Float64Array(before.length + grams * count);
    binomial(count, wrong).forEach((chance, n) => {
      for (let g = 0; g < before.length; g++) after[g + n * grams]! += chance * before[g]!;
    });
    return after;
  }, Float64Array.of(1));
}

/** By how much a lot misses a step more often than is said, at the step where that is least. */
function spare(lot: readonly Kind[]): number {
  const sum = (f: (kind: Kind) => number) => lot.reduce((total, kind) => total + kind.count * f(kind), 0);
  const mean = sum(({ grams, wrong }) => grams * wrong);
  const kg2 = sum(({ grams, wrong }) => grams * grams * wrong * (1 - wrong));
  const kg3 = sum(({ grams, wrong }) => grams * grams * grams * wrong * (1 - wrong));
  const shares = wrongGrams(lot);
  let [missed, least] = [1, Infinity];
  shares.forEach((share, grams) => {
    missed -= share;
    // A step is reached where no more than so many grams are wrong; further above it than four standard deviations nothing is missed.
    const overKg = grams - mean;
    if (overKg > 4 * Math.sqrt(kg2)) return;
    least = Math.min(
      least,
      missed - missChance({ overKg, leastKg2: kg2, mostKg2: kg2, mostKg3: kg3 }, tails),
    );
  });
  return least;
}

const tails = new TailTable();
const random = stream({ seed: 3, replication: 0, path: 'test', purpose: 'lots that miss' });
const between = (from: number, to: number) => from + (to - from) * random.next();
const spread = (from: number, to: number) => Math.exp(between(Math.log(from), Math.log(to)));

function kindOf(mostWrong: number): Kind {
  return {
    grams: Math.ceil(spread(0.5, 60)),
    wrong: spread(0.002, mostWrong),
    count: Math.ceil(spread(1, 120)),
  };
}

/** A lot that differs in one kind. */
function changed(lot: readonly Kind[], mostWrong: number): Kind[] {
  const at = Math.floor(between(0, lot.length));
  return lot.map((kind, n) =>
    n !== at
      ? kind
      : {
          grams: Math.max(1, Math.round(kind.grams + between(-2, 2))),
          wrong: Math.min(mostWrong, kind.wrong * between(0.7, 1.4)),
          count: Math.max(1, Math.round(kind.count * between(0.6, 1.6))),
        },
  );
}

/** The lots among many that miss least often against what is said, and what is found from each by changing it. */
function found(mostWrong: number, first: () => Kind[]): number {
  const lots = Array.from({ length: 6000 }, first).map((lot) => ({ lot, least: spare(lot) }));
  lots.sort((a, b) => a.least - b.least);
  return lots.slice(0, 10).reduce((lowest, start) => {
    let best = start;
    for (let n = 0; n < 200; n++) {
      const lot = changed(best.lot, mostWrong);
      const least = spare(lot);
      if (least < best.least) best = { lot, least };
    }
    return Math.min(lowest, best.least);
  }, Infinity);
}

test('no lot of things that are probably right misses a step less often, also of those that come nearest', () => {
  const kinds = (mostWrong: number) =>
    Array.from({ length: Math.ceil(between(0, 4)) }, () => kindOf(mostWrong));
  expect(found(0.5, () => kinds(0.5))).toBeGreaterThan(-1e-9);
});

test('nor of lots in which things are probably wrong', () => {
  const lots = () => [
    ...Array.from({ length: Math.ceil(between(0, 2)) }, () => kindOf(0.5)),
    { ...kindOf(0.5), wrong: between(0.5, 0.97), count: Math.ceil(spread(1, 20)) },
  ];
  expect(found(0.97, lots)).toBeGreaterThan(-1e-9);
});

test('it says most of what there is of a lot of many things', () => {
  const lot = [
    { grams: 2, wrong: 0.05, count: 150 },
    { grams: 3, wrong: 0.08, count: 150 },
    { grams: 5, wrong: 0.03, count: 50 },
  ];
  const kg2 = 150 * 4 * 0.0475 + 150 * 9 * 0.0736 + 50 * 25 * 0.0291;
  const kg3 = 150 * 8 * 0.0475 + 150 * 27 * 0.0736 + 50 * 125 * 0.0291;
  const shares = wrongGrams(lot);
  const mean = 2 * 7.5 + 3 * 12 + 5 * 1.5;
  for (const sds of [0, 0.5, 1]) {
    const grams = Math.floor(mean + sds * Math.sqrt(kg2));
    const missed = shares.subarray(grams + 1).reduce((a, b) => a + b, 0);
    const said = missChance({ overKg: grams - mean, leastKg2: kg2, mostKg2: kg2, mostKg3: kg3 }, tails);
    expect(said / missed).toBeGreaterThan(0.65);
  }
});

test('a lot of which nothing is in doubt misses a step where it lies below', () => {
  const sure = { leastKg2: 0, mostKg2: 0, mostKg3: 0 };
  expect(missChance({ ...sure, overKg: -1e-6 }, tails)).toBe(1);
  expect(missChance({ ...sure, overKg: 0 }, tails)).toBe(0);
});

test('where it is only known between what the doubt lies, it holds for all between', () => {
  for (let n = 0; n < 2000; n++) {
    const [a, b] = [spread(0.01, 1), spread(0.01, 1)];
    const [leastKg2, mostKg2, mostKg3] = [Math.min(a, b), Math.max(a, b), spread(1e-3, 1)];
    const overKg = between(-2, 2);
    const kg2 = between(leastKg2, mostKg2);
    const one = missChance({ overKg, leastKg2: kg2, mostKg2: kg2, mostKg3: mostKg3 * random.next() }, tails);
    expect(missChance({ overKg, leastKg2, mostKg2, mostKg3 }, tails)).toBeLessThanOrEqual(one + 1e-12);
  }
});
