import { expect, test } from 'vitest';
import { clockText } from '../../../sim/record/clock-text.ts';

test.each([
  [0, 0, '00:00:00'],
  [6, 5_025, '07:23:45'],
  [9.5, 7.999, '09:30:07'],
  [20, 4 * 3600 - 1, '23:59:59'],
  [20, 4 * 3600, 'day 2, 00:00:00'],
  [20, 53 * 3600 + 62, 'day 4, 01:01:02'],
])('a run that began at %d h shows after %d s %s', (startHour, seconds, text) => {
  expect(clockText(startHour, seconds * 1e6)).toBe(text);
});
