import { describe, expect, it } from 'vitest';
import {
  type Crossed,
  crossedInterval,
  crossedMinus,
  dayMeans,
  weighed,
} from '../../../scenarios/stats/crossed.ts';
import { meanInterval } from '../../../scenarios/stats/interval.ts';
import { normal } from '../../../sim/kernel/random/distributions.ts';
import { stream, type Uniform } from '../../../sim/kernel/random/random.ts';

/** So many trainings x days whose parts vary by these standard deviations around 1. */
function drawn(
  random: Uniform,
  [trainings, days]: readonly [number, number],
  [training, day, rest]: readonly [number, number, number],
): Crossed {
  const list = (count: number, sd: number) => Array.from({ length: count }, () => normal(random, 0, sd));
  const [ofTraining, ofDay] = [list(trainings, training), list(days, day)];
  return ofTraining.map((a) => ofDay.map((b) => 1 + a + b + normal(random, 0, rest)));
}

const cases: [string, [number, number], [number, number, number]][] = [
  ['both parts', [3, 10], [1, 1, 0.5]],
  ['trainings differ most', [3, 10], [2, 0.5, 0.5]],
  ['days differ most', [3, 10], [0.2, 2, 0.5]],
  ['trainings do not differ', [3, 10], [0, 1, 0.5]],
  ['few days', [3, 5], [1, 1, 0.5]],
  ['two trainings', [2, 20], [0.5, 2, 0.5]],
  ['only the rest', [3, 10], [0, 0, 1]],
];

describe('an interval over trainings and days', () => {
  it.each(cases)(
    'covers the truth in 95 +- 2 of 100, or more where nothing but noise differs: %s',
    (name, size, sds) => {
      const random = stream({ seed: 1, replication: 0, path: 'crossed', purpose: name });
      const experiments = 2000;
      let covered = 0;
      for (let i = 0; i < experiments; i++) {
        const { lo, hi } = crossedInterval(drawn(random, size, sds));
        if (lo <= 1 && 1 <= hi) covered++;
      }
      expect(covered / experiments).toBeGreaterThanOrEqual(0.93);
      if (sds[0] + sds[1] > 0) expect(covered / experiments).toBeLessThanOrEqual(0.97);
    },
  );

  it('covers what an interval over the days of one training, or over day means, does not', () => {
    const random = stream({ seed: 3, replication: 0, path: 'crossed', purpose: 'against' });
    const held = { crossed: 0, days: 0 };
    for (let i = 0; i < 1000; i++) {
      const values = drawn(random, [3, 10], [1, 1, 0.5]);
      const holds = ({ lo, hi }: { lo: number; hi: number }) => (lo <= 1 && 1 <= hi ? 1 : 0);
      held.crossed += holds(crossedInterval(values));
      held.days += holds(meanInterval(dayMeans(values)));
    }
    expect(held.days / 1000).toBeLessThan(0.75);
    expect(held.crossed / 1000).toBeGreaterThanOrEqual(0.93);
  });

  it('finds the spread of each part again', () => {
    const random = stream({ seed: 2, replication: 0, path: 'crossed', purpose: 'parts' });
    const { crossed, mean } = crossedInterval(drawn(random, [600, 600], [1, 0.6, 0.3]));
    expect(mean).toBeCloseTo(1, 0);
    expect(crossed?.sd.training).toBeCloseTo(1, 0);
    expect(crossed?.sd.day).toBeCloseTo(0.6, 1);
    expect(crossed?.sd.rest).toBeCloseTo(0.3, 1);
  });

  it('is the interval over the days where there is one training, or where trainings do not differ', () => {
    const days = [1.5, 2, 4, 3.25];
    const { halfWidth, mean } = meanInterval(days);
    expect(crossedInterval([days])).toEqual(meanInterval(days));
    const thrice = crossedInterval([days, days, days]);
    expect(thrice.mean).toBeCloseTo(mean, 12);
    expect(thrice.halfWidth).toBeCloseTo(halfWidth, 12);
    expect(thrice.crossed?.trainingShare).toBe(0);
  });

  it('has no end for one day, and refuses what is not crossed', () => {
    expect(crossedInterval([[1], [2]]).halfWidth).toBe(Infinity);
    expect(
      crossedInterval([
        [2, 2],
        [2, 2],
      ]).halfWidth,
    ).toBe(0);
    for (const bad of [[], [[]], [[1, 2], [1]], [[1, Number.NaN]]])
      expect(() => crossedInterval(bad)).toThrow();
  });
});

it('a difference is taken training by training, or against what needs no training', () => {
  const taught = [
    [5, 6],
    [7, 8],
  ];
  expect(crossedMinus(taught, [[1, 2]])).toEqual([
    [4, 4],
    [6, 6],
  ]);
  expect(crossedMinus([[1, 2]], taught)).toEqual([
    [-4, -4],
    [-6, -6],
  ]);
  expect(crossedMinus(taught, taught)).toEqual([
    [0, 0],
    [0, 0],
  ]);
});

it('a share of all that came counts by what came, and its scatter is that of the ratio', () => {
  const [shares, weights] = [[[1, 0.5, 0]], [[2, 6, 0]]];
  const [days] = weighed(shares, weights);
  const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  // 2 and 3 right of 2 and 6: 5 of 8, and nothing on the third day; each day adds (right - 5/8 of what came) / (8/3).
  expect(mean(days!)).toBeCloseTo(5 / 8, 12);
  expect(days!.map((x) => x - 5 / 8)).toEqual(
    [0.75 * 0.375, -2.25 * 0.125, 0].map((x) => expect.closeTo(x, 12)),
  );
  expect(weighed([[0.2, 0.4]], [[0, 0]])).toEqual([[0.2, 0.4]]);
  const even = [
    [0.2, 0.4],
    [0.6, 0.1],
  ];
  const alike = weighed(even, [
    [3, 3],
    [3, 3],
  ]);
  expect(alike).toEqual(even.map((row) => row.map((x) => expect.closeTo(x, 12))));
});
