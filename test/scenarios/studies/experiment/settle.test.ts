import { describe, expect, it } from 'vitest';
import { meanInterval } from '../../../../scenarios/stats/interval.ts';
import { unsettled } from '../../../../scenarios/studies/experiment/settle.ts';

const text = (values: number[]) => unsettled('a minus b', 'valueEur', meanInterval(values))[0]?.text;

it('a settled difference says nothing', () => expect(text([1, 1.1, 0.9])).toBeUndefined());

it('an open one says how many days more would settle it, in words that have an end', () => {
  const open = 'a minus b, EUR a run: not settled; ';
  expect(text([3, -1, 2, 0])).toBe(`${open}about 12 more days would settle it if the difference is as seen.`);
  expect(text([100, -99.9, 100, -99.9])).toBe(
    `${open}more than 10000 more days would be needed if the difference is as seen.`,
  );
  expect(text([0, 0, 0])).toBe(`${open}no difference was seen, and more days like these would not show one.`);
  expect(text([5])).toBe(`${open}one day says nothing of the spread between days; play two at least.`);
});

describe('an effect by a line through points', () => {
  /** Mean 1 over ten days; variances of the mean by days and by the scatter of points. */
  const open = (byDays: number, byPoints: number) => {
    const sd = Math.sqrt(10 * byDays);
    const halfWidth = 1.96 * Math.sqrt(byDays + byPoints);
    const bounds = { halfWidth, lo: 1 - halfWidth, hi: 1 + halfWidth, confidence: 0.95 };
    const interval = { mean: 1, sd, n: 10, ...bounds, scatterShare: byPoints / (byDays + byPoints) };
    const [told] = unsettled('a', 'valueEur', interval);
    return [told?.moreDays, told?.text];
  };

  // For 1 to be settled, both parts may add up to (1 / 1.96)^2 = 0.26.
  it.each([
    // 0.06 is left to the points, a fifth of what they have now.
    [0.2, 0.3, null, /about 5\.0 times as many points would settle it/],
    // 0.16 is left to the days: 4 / 0.16 = 25 of them.
    [0.4, 0.1, 15, /about 15 more days would settle it/],
    [0.3, 0.1, 9, /about 9 more days would settle it/],
    [0.3, 0.4, null, /neither more days nor more points alone/],
  ])('days %d and points %d', (byDays, byPoints, days, text) => {
    const [moreDays, said] = open(byDays, byPoints);
    expect(moreDays).toBe(days);
    expect(said).toMatch(text);
  });
});

it('an open one over several trainings says how many trainings, or days, would settle it', () => {
  const sd = { training: 1, day: 1, rest: 0 };
  const of = (halfWidth: number, trainingShare: number) => {
    const bounds = { halfWidth, lo: 1 - halfWidth, hi: 1 + halfWidth, confidence: 0.95 };
    const crossed = { trainings: 3, df: 4, sd, trainingShare };
    return unsettled('a', 'valueEur', { mean: 1, sd: 1, n: 10, ...bounds, crossed })[0];
  };
  // Half-width 2 at 1.96: variance 1.04, of which 0.94 is that of trainings; 0.16 may be: 6 times as many.
  expect(of(2, 0.9)?.text).toMatch(/not settled; about 18 trainings instead of 3 would settle it/);
  expect(of(1.2, 0.1)).toMatchObject({ moreDays: 6, text: expect.stringContaining('about 6 more days') });
  expect(of(3, 0.5)?.text).toContain('neither more days nor more trainings alone would settle it');
});
