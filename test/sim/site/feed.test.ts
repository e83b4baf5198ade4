import { describe, expect, test } from 'vitest';
import { arrivalRate } from '../../../sim/world.ts';
import { depot } from '../run/kit.ts';

const { feed, site } = depot();
const open = { ...site, openHour: 8, closeHour: 17 };
const surges = [
  { fromHour: 9, toHour: 11, factor: 2 },
  { fromHour: 10, toHour: 12, factor: 1.5 },
];
const rate = (hour: number) => arrivalRate(open, { ...feed, ratePerHour: 360, surges }, hour);

describe('items per second', () => {
  test('none before the site opens and from its closing on', () => {
    expect([0, 7.99, 17, 23.5].map(rate)).toEqual([0, 0, 0, 0]);
  });

  test('the hourly rate while it is open, multiplied by every surge of the hour', () => {
    expect([8, 9, 10, 11, 12, 16.99].map(rate)).toEqual([0.1, 0.2, 0.1 * 2 * 1.5, 0.1 * 1.5, 0.1, 0.1]);
  });
});
