import { describe, expect, it } from 'vitest';
import { meanInterval } from '../../../scenarios/stats/interval.ts';
import { type Nested, nestedInterval } from '../../../scenarios/stats/nested.ts';
import { normal } from '../../../sim/kernel/random/distributions.ts';
import { stream, type Uniform } from '../../../sim/kernel/random/random.ts';

/** A design of worlds x draws x trainings whose levels vary by these standard deviations around 1. */
function drawn(random: Uniform, worlds: number, [world, draw, training]: readonly number[]): Nested {
  const many = <T>(count: number, make: () => T) => Array.from({ length: count }, make);
  return many(worlds, () => {
    const own = normal(random, 1, world!);
    return many(2, () => {
      const labels = normal(random, own, draw!);
      return many(2, () => normal(random, labels, training!));
    });
  });
}

describe('an interval over worlds, draws of labels and trainings', () => {
  it.each([
    ['worlds differ most', [1, 0.5, 0.5]],
    ['worlds do not differ', [0, 0.3, 1]],
    ['only trainings differ', [0, 0, 1]],
  ])('covers the truth in 95 +- 2 of 100, and the next world as often: %s', (name, sds) => {
    const random = stream({ seed: 1, replication: 0, path: 'nested', purpose: name as string });
    const experiments = 1000;
    const covered = { mean: 0, next: 0 };
    for (let i = 0; i < experiments; i++) {
      const nested = drawn(random, 5, sds as number[]);
      const { lo, hi, nextLo, nextHi } = nestedInterval(nested.slice(0, 4));
      if (lo <= 1 && 1 <= hi) covered.mean++;
      const next = nested[4]!.flat().reduce((total, value) => total + value, 0) / 4;
      if (nextLo <= next && next <= nextHi) covered.next++;
    }
    for (const count of [covered.mean, covered.next]) {
      expect(count / experiments).toBeGreaterThanOrEqual(0.93);
      expect(count / experiments).toBeLessThanOrEqual(0.97);
    }
  });

  it('finds the spread of each level again', () => {
    const random = stream({ seed: 2, replication: 0, path: 'nested', purpose: 'levels' });
    const { sd, mean } = nestedInterval(drawn(random, 4000, [1, 0.6, 0.3]));
    expect(mean).toBeCloseTo(1, 1);
    expect(sd.world).toBeCloseTo(1, 1);
    expect(sd.draw).toBeCloseTo(0.6, 1);
    expect(sd.training).toBeCloseTo(0.3, 1);
  });

  it('is the interval of the means of worlds, however many trainings stand behind each', () => {
    const nested = [[[1, 2]], [[4, 4]], [[0, 5]]];
    const plain = meanInterval([1.5, 4, 2.5]);
    const { lo, hi, df } = nestedInterval(nested);
    expect(df).toBe(2);
    expect(lo).toBeCloseTo(plain.lo, 12);
    expect(hi).toBeCloseTo(plain.hi, 12);
  });

  it('takes draws of labels as clusters where there is one world, and predicts no other', () => {
    const { df, nextLo } = nestedInterval([
      [
        [1, 2],
        [3, 4],
        [5, 9],
      ],
    ]);
    expect(df).toBe(2);
    expect(nextLo).toBe(-Infinity);
  });

  it('refuses what is not balanced, and knows no spread of one value', () => {
    expect(() => nestedInterval([[[1, 2]], [[1]]])).toThrow('as many');
    expect(() => nestedInterval([])).toThrow('as many');
    const one = nestedInterval([[[1]]]);
    expect(one).toMatchObject({ mean: 1, halfWidth: Infinity, lo: -Infinity, detectable: Infinity });
  });
});
