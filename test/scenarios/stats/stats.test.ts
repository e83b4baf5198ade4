import { describe, expect, it } from 'vitest';
import {
  holm,
  meanInterval,
  pairedInterval,
  pairedPValue,
  ratioInterval,
  tQuantile,
} from '../../../scenarios/stats/interval.ts';
import { precisionOf, replicationsNeeded } from '../../../scenarios/stats/replications.ts';
import { mser5 } from '../../../scenarios/stats/warm-up.ts';
import { normal } from '../../../sim/kernel/random/distributions.ts';
import { stream } from '../../../sim/kernel/random/random.ts';
import { knConstants, selectBest } from './procedures/selection.ts';
import { welchInterval } from './procedures/welch.ts';

const A = [10.2, 11.8, 9.7, 12.4, 10.9];
const B = [9.6, 11.1, 9.2, 11.5, 10.5];

describe('intervals', () => {
  it('a ratio of sums: the t interval where the denominators are equal, no width where all pairs agree', () => {
    const ratio = ratioInterval(A, [2, 2, 2, 2, 2]);
    const mean = meanInterval(A.map((value) => value / 2));
    expect(ratio.mean).toBeCloseTo(mean.mean, 12);
    expect(ratio.halfWidth).toBeCloseTo(mean.halfWidth, 12);
    expect(ratioInterval([1, 2, 3], [2, 4, 6])).toMatchObject({ mean: 0.5, n: 3 });
    // One day has all of the revenue: without it there is no ratio to speak of.
    expect(ratioInterval([1, 2, 3], [2, 0, 0])).toMatchObject({ mean: 3, lo: -Infinity, hi: Infinity });
    expect(ratioInterval([1, 2, 3], [2, 4, 6]).halfWidth).toBeCloseTo(0, 12);
    expect(() => ratioInterval([1], [1, 2])).toThrow('got 1 and 2');
  });

  it('t quantiles agree with the printed tables', () => {
    expect(tQuantile(0.975, 4)).toBeCloseTo(2.776445, 5);
    expect(tQuantile(0.995, 30)).toBeCloseTo(2.749996, 5);
  });

  it('pairing narrows the interval of the worked example', () => {
    const paired = pairedInterval(A, B);
    expect(paired.mean).toBeCloseTo(0.62, 10);
    expect(paired.sd).toBeCloseTo(0.192354, 6);
    expect(paired.lo).toBeCloseTo(0.38116, 5);
    expect(paired.hi).toBeCloseTo(0.85884, 5);
    const welch = welchInterval(A, B);
    expect(welch.lo).toBeCloseTo(-0.90799, 3);
    expect(welch.hi).toBeCloseTo(2.14799, 3);
  });

  it('a single value has an endless interval, an empty list is refused', () => {
    const endless = { sd: 0, n: 1, halfWidth: Infinity, lo: -Infinity, hi: Infinity };
    expect(meanInterval([3])).toMatchObject({ mean: 3, ...endless });
    expect(ratioInterval([3], [2])).toMatchObject({ mean: 1.5, ...endless });
    expect(() => meanInterval([])).toThrow('at least one value');
    expect(() => meanInterval([1, Number.NaN])).toThrow('value 1 must be finite, got NaN');
    expect(() => pairedInterval([1], [1, 2])).toThrow('got 1 and 2');
  });

  it('p-values: 1 without a difference, small with a clear one', () => {
    expect(pairedPValue(A, A)).toBe(1);
    expect(pairedPValue(A, B)).toBeLessThan(0.005);
  });

  it('Holm multiplies the smallest p-value by the number of tests and never decreases', () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
  });
});

describe('warm-up', () => {
  it('MSER-5 drops the ten high values of the vector', () => {
    const series = [
      ...new Array<number>(10).fill(30),
      ...Array.from({ length: 90 }, (_, i) => (i % 2 ? 12 : 10)),
    ];
    const answer = mser5(series);
    expect(answer.deleted).toBe(10);
    expect(answer.statistic).toBeCloseTo(0.00222222, 8);
    expect(answer.mean).toBeCloseTo(11, 10);
    expect(answer.tooShort).toBe(false);
  });

  it('says so when the series is still falling', () => {
    expect(mser5(Array.from({ length: 100 }, (_, i) => 100 - i)).tooShort).toBe(true);
  });
});

describe('replication rule', () => {
  const values = [100, 104, 97, 110, 92, 103, 99, 101, 106, 95, 100, 102, 98];
  it('follows the worked precisions and asks for 8 of 13', () => {
    const expected = [
      0.08695, 0.08703, 0.08444, 0.06439, 0.05241, 0.04385, 0.03978, 0.03789, 0.03381, 0.03056,
    ];
    expected.forEach((d, index) => {
      expect(precisionOf(values.slice(0, index + 3), { target: 0.05, kind: 'relative' })).toBeCloseTo(d, 5);
    });
    expect(replicationsNeeded([values], { target: 0.05, kind: 'relative' })).toEqual({ needed: 8, run: 13 });
  });
  it('does not decide before the look-ahead is complete', () => {
    expect(replicationsNeeded([values.slice(0, 12)], { target: 0.05, kind: 'relative' })).toBeNull();
  });
});

describe('Kim-Nelson selection', () => {
  it('constants', () => {
    expect(knConstants(2, 0.05, 10).eta).toBeCloseTo(0.33405, 6);
    expect(knConstants(2, 0.05, 10).h2).toBeCloseTo(6.0129, 4);
    expect(knConstants(5, 0.05, 10).eta).toBeCloseTo(0.634967, 6);
    expect(knConstants(5, 0.05, 10).h2).toBeCloseTo(11.42941, 5);
    expect(knConstants(10, 0.05, 20).eta).toBeCloseTo(0.302934, 6);
    expect(knConstants(10, 0.05, 20).h2).toBeCloseTo(11.51148, 5);
  });

  it('finds the best of five in at least 95 of 100 trials, with equal spread and one delta apart', () => {
    let right = 0;
    for (let trial = 0; trial < 100; trial++) {
      const streams = Array.from({ length: 5 }, (_, system) =>
        stream({ seed: 1, replication: trial, path: `system${system}`, purpose: 'kn' }),
      );
      const { survivors } = selectBest(5, (system) => normal(streams[system]!, system === 3 ? 1 : 0, 1), {
        alpha: 0.05,
        delta: 1,
        firstStage: 10,
      });
      if (survivors.length === 1 && survivors[0] === 3) right++;
    }
    expect(right).toBeGreaterThanOrEqual(95);
  });
});
