import { expect, test } from 'vitest';
import {
  annuityFactor,
  breakEvenPriceFactor,
  capitalPerYear,
  netPresentValue,
  paybackYears,
} from '../../../sim/score/investment.ts';

const robot = { capitalEur: 10_000, lifeYears: 3, interest: 0.1 };

test('the value of three years at 10 % is that of a hand calculation, to a cent', () => {
  // 1/1.1 + 1/1.21 + 1/1.331 = 2.48685; 4500 x 2.48685 - 10000 = 1190.83.
  expect(annuityFactor(robot)).toBeCloseTo(2.486852, 6);
  expect(netPresentValue(robot, 4500)).toBeCloseTo(1190.83, 2);
  expect(capitalPerYear(robot)).toBeCloseTo(4021.15, 2);
  expect(paybackYears(robot, 4500)).toBeCloseTo(2.2222, 4);
});

test('without interest money keeps its value, and what gains nothing never pays back', () => {
  expect(netPresentValue({ ...robot, interest: 0 }, 4000)).toBe(2000);
  expect(paybackYears(robot, 0)).toBeNull();
  expect(paybackYears(robot, -5)).toBeNull();
  expect(paybackYears({ ...robot, capitalEur: 0 }, 0)).toBe(0);
});

test('at the break-even prices the value is 0', () => {
  const year = { gainEurPerYear: 3000, revenueEurPerYear: 5000 };
  const factor = breakEvenPriceFactor(robot, year)!;
  expect(factor).toBeCloseTo(1 + (4021.148 - 3000) / 5000, 6);
  expect(netPresentValue(robot, 3000 + (factor - 1) * 5000)).toBeCloseTo(0, 6);
  expect(breakEvenPriceFactor(robot, { ...year, revenueEurPerYear: 0 })).toBeNull();
});
