import { describe, expect, it, test } from 'vitest';
import { learningRateAt, untilPlateau } from '../../models/training/schedule.ts';

test('the learning rate climbs to its peak in a twentieth of the steps and falls as half a cosine to nothing at the end', () => {
  const [steps, peak] = [200, 0.003];
  const at = (step: number) => learningRateAt(step, steps, peak) / peak;
  for (let step = 0; step < 10; step++) expect(at(step)).toBeCloseTo((step + 1) / 10, 12);
  expect(at(10)).toBe(1);
  expect(at(10 + 190 / 2)).toBeCloseTo(0.5, 12);
  expect(at(steps)).toBeCloseTo(0, 12);
  for (let step = 10; step < steps; step++) expect(at(step + 1)).toBeLessThan(at(step));
});

describe('a training until it no longer improves', () => {
  const plateau = { window: 2, gain: 0.01, coolDown: 0.5 };

  it('keeps its rate while it improves, then cools down over half of the steps so far', () => {
    const schedule = untilPlateau(10_000, 0.01, plateau);
    const curve = [0.1, 0.2, 0.3, 0.4, 0.4, 0.4];
    curve.forEach((accuracy, i) => {
      schedule.judged(500 * (i + 1), accuracy);
    });
    // The mean of the last two (0.4) is held against that of the two before (0.35), then against 0.4.
    expect(schedule.plateau()).toBe(null);
    schedule.judged(3500, 0.4);
    expect(schedule.plateau()).toBe(3500);
    expect(schedule.steps()).toBe(5250);
    expect(schedule.rateAt(3499)).toBe(0.01);
    expect(schedule.rateAt(3500 + 875)).toBeCloseTo(0.005, 12);
    expect(schedule.rateAt(5249)).toBeLessThan(1e-5);
  });

  it('cools down in time where it never levels off, and says that no plateau was reached', () => {
    const schedule = untilPlateau(3000, 0.01, plateau);
    for (let i = 1; i <= 6; i++) schedule.judged(500 * i, 0.1 * i);
    expect(schedule.plateau()).toBe(null);
    expect(schedule.steps()).toBe(3000);
    expect(schedule.rateAt(1999)).toBe(0.01);
    expect(schedule.rateAt(2500)).toBeCloseTo(0.005, 12);
  });

  it('is not moved by what validation says while it cools down', () => {
    const schedule = untilPlateau(10_000, 0.01, plateau);
    for (let i = 1; i <= 4; i++) schedule.judged(500 * i, 0.5);
    const { steps } = schedule;
    const before = steps();
    schedule.judged(2500, 0.9);
    expect(steps()).toBe(before);
  });
});
