import { expect, test } from 'vitest';
import { calibrationOf, type SaidDay } from '../../../../sim/decisions/lots/recalibrated.ts';
import { stream } from '../../../../sim/kernel/random/random.ts';

/** A day on which one look said of each item how probably it is of label 0, of two. */
const dayOf = (said: readonly number[], truth: readonly number[]): SaidDay => ({
  truth: Int32Array.from(truth),
  said: [said.map((p) => Float32Array.of(p, 1 - p))],
});

/** What a look said of a day, calibrated. */
const recalibrated = (day: SaidDay, look: number, others: readonly SaidDay[]) =>
  calibrationOf(day, look, others)(day.said[look]!);

test('without other days beliefs are brought to what was true that day, in their own order', () => {
  const belief = recalibrated(dayOf([0.1, 0.2, 0.3, 0.9], [1, 0, 1, 0]), 0, []);
  // Told 0.2 and 0.3, one of two was of label 0.
  expect([...belief]).toEqual([0, 1, 0.5, 0.5, 0.5, 0.5, 1, 0]);
});

test('with other days they are brought to what was true there, whatever is true today', () => {
  const other = dayOf([0.25, 0.25, 0.25, 0.25, 0.75, 0.75], [0, 1, 1, 1, 0, 0]);
  const belief = recalibrated(dayOf([0.25, 0.75, 0.5, 0.1], [0, 1, 0, 1]), 0, [other]);
  for (const [i, p] of [0.25, 1, 0.625, 0.25].entries()) expect(belief[2 * i]).toBeCloseTo(p, 12);
});

test('fitted to enough other days they are calibrated on a new one, and say less than where they are fitted to it', () => {
  const random = stream({ seed: 3, replication: 0, path: 'test', purpose: 'said days' });
  const day = (items: number) => {
    const said = Array.from({ length: items }, () => random.next());
    // What is said is too sure: the truth is half as far from even.
    return dayOf(
      said,
      said.map((p) => (random.next() < 0.5 + 0.5 * (Math.fround(p) - 0.5) ? 0 : 1)),
    );
  };
  const today = day(4000);
  const others = Array.from({ length: 8 }, () => day(4000));
  // Log-loss on the day, and what the beliefs themselves expect it to be.
  const losses = (belief: Float64Array) => {
    let [loss, expected] = [0, 0];
    today.truth.forEach((k, i) => {
      loss -= Math.log(Math.max(1e-9, belief[2 * i + k]!));
      for (const p of [belief[2 * i]!, belief[2 * i + 1]!]) expected -= p > 0 ? p * Math.log(p) : 0;
    });
    return [loss / today.truth.length, expected / today.truth.length] as const;
  };
  const [loss, expected] = losses(recalibrated(today, 0, others));
  const [, granted] = losses(recalibrated(today, 0, []));
  expect(Math.abs(loss - expected)).toBeLessThan(0.02);
  expect(granted).toBeLessThan(expected);
});
