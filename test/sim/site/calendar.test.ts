import { describe, expect, test } from 'vitest';
import { dayIndex, dayOfYear, openSecondsBetween } from '../../../sim/site/day.ts';
import { arrivalTimeUs, longestWaitS } from '../../../sim/site/upkeep/calendar.ts';
import { depot } from '../run/kit.ts';

const { maintenance, site } = depot();
const window = { ...maintenance, fromHour: 8, toHour: 16 };
const atMidnight = { ...site, startHour: 0 };
const hours = (h: number, spec = window) => arrivalTimeUs(spec, atMidnight, h * 3600e6) / 3600e6;

describe('calendar of a technician', () => {
  test('who may come at any hour of some days comes at midnight, and never for rounding on the day before', () => {
    const seldom = { ...window, fromHour: 0, everyDays: 2.5 };
    const calls = Array.from({ length: 2000 }, (_, i) => 16.1 + (i * Math.SQRT2) / 500);
    for (const h of calls) expect(hours(h, seldom)).toBeCloseTo(48, 8);
  });

  test('the longest wait is found by trying each minute of ten days', () => {
    for (const [travelS, everyDays] of [
      [0, 0],
      [1234, 0],
      [20_000, 2.5],
      [100_000, 3.5],
    ] as const) {
      const spec = { ...window, travelS, everyDays };
      const open = { ...atMidnight, openHour: 7.25, closeHour: 18.5, durationS: 240 * 3600 };
      let longestS = 0;
      for (let us = 0; us <= open.durationS * 1e6; us += 60e6) {
        const thereUs = arrivalTimeUs(spec, open, us + travelS * 1e6);
        longestS = Math.max(longestS, openSecondsBetween(open, us, thereUs));
      }
      const found = longestWaitS(spec, open);
      expect(found).toBeGreaterThanOrEqual(longestS);
      expect(found).toBeLessThan(longestS + 62);
    }
  });

  test('inside the window at once, before it at its start, after it tomorrow', () => {
    expect(hours(9.5)).toBe(9.5);
    expect(hours(3)).toBe(8);
    expect(hours(16)).toBe(32);
    expect(hours(23)).toBe(32);
  });

  test('a boat twice a week: days 0, 3, 7, 10 ...', () => {
    const boat = { ...window, everyDays: 3.5 };
    expect(hours(9, boat)).toBe(9);
    expect(hours(17, boat)).toBe(3 * 24 + 8);
    expect(hours(3 * 24 + 9, boat)).toBe(3 * 24 + 9);
    expect(hours(4 * 24 + 1, boat)).toBe(7 * 24 + 8);
    expect(hours(7 * 24 + 20, boat)).toBe(10 * 24 + 8);
  });

  test('a site that starts in the morning counts from its first midnight', () => {
    const late = { ...site, startHour: 7 };
    expect(arrivalTimeUs(window, late, 0) / 3600e6).toBe(1);
    expect(arrivalTimeUs({ ...window, everyDays: 2 }, late, 20 * 3600e6) / 3600e6).toBe(2 * 24 + 8 - 7);
  });
});

test('a day begins at midnight, whenever the run began', () => {
  const evening = { ...site, startHour: 20, dayOfYear: 364 };
  const hours = [0, 3.9, 4, 27.9, 28, 52];
  expect(hours.map((h) => dayIndex(evening, h * 3600e6))).toEqual([0, 0, 1, 1, 2, 3]);
  expect(hours.map((h) => dayOfYear(evening, h * 3600e6))).toEqual([364, 364, 365, 365, 1, 2]);
});
