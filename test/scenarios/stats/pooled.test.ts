import { expect, test } from 'vitest';
import { tQuantile } from '../../../scenarios/stats/interval.ts';
import { pooledIntervals, pooledRise } from '../../../scenarios/stats/pooled.ts';
import { Noise } from '../../../sim/kernel/random/noise.ts';

test('two worlds that happen to agree get the scatter of all points', () => {
  const [lucky, other] = pooledIntervals([
    { mean: 1.6, se: 0, df: 1 },
    { mean: -0.3, se: 2, df: 1 },
  ]);
  const half = tQuantile(0.975, 2) * Math.sqrt(2);
  expect(lucky!.lo).toBeCloseTo(1.6 - half, 9);
  expect(other!.hi).toBeCloseTo(-0.3 + half, 9);
  expect(lucky!.df).toBe(2);
});

test('without a second world anywhere nothing is known', () => {
  const [only] = pooledIntervals([{ mean: 1, se: Infinity, df: 0 }]);
  expect(only).toMatchObject({ mean: 1, lo: -Infinity, hi: Infinity });
});

test('a rise by hand: what worlds have in common does not blur it', () => {
  // The second world lies 10 above the first; beside that the points scatter by 0, 1 and -1.
  const rise = pooledRise([
    [0, 10],
    [1, 12],
    [3, 12],
  ])!;
  expect(rise.mean).toBeCloseTo(2.5, 9);
  // Residuals: means 5, 6.5, 7.5 and 4/3, 34/3 about 19/3 leave +-0, -+0.5, +-0.5: squares add up to 1.
  expect(rise.df).toBe(2);
  expect(rise.se).toBeCloseTo(Math.sqrt(1 / 2), 9);
  expect(pooledRise([[1, 2]])).toBeNull();
  expect(pooledRise([[1], [2]])).toBeNull();
});

test('covers what it says, and little less where worlds are shared', () => {
  const random = new Noise(5);
  const coverage = (shared: number) => {
    let hits = 0;
    const times = 4000;
    for (let n = 0; n < times; n++) {
      const worlds = [shared * random.gaussian(), shared * random.gaussian()];
      const spreads = Array.from({ length: 5 }, () => {
        const [a, b] = worlds.map((world) => world + random.gaussian()) as [number, number];
        return { mean: (a + b) / 2, se: Math.abs(a - b) / 2, df: 1 };
      });
      const { lo, hi } = pooledIntervals(spreads)[0]!;
      if (lo <= 0 && hi >= 0) hits += 1;
    }
    return (100 * hits) / times;
  };
  expect(Math.abs(coverage(0) - 95)).toBeLessThan(1.2);
  expect(Math.abs(coverage(0.43) - 94.8)).toBeLessThan(1.2);
  expect(Math.abs(coverage(1) - 92.9)).toBeLessThan(1.3);
});
