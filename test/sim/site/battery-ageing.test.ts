import { describe, expect, test } from 'vitest';
import {
  calendarDamage,
  capacityLoss,
  cycleDamage,
  depthStress,
  rainflow,
  stayDamage,
  TurningPoints,
  temperatureStress,
} from '../../../sim/site/robot/battery-ageing.ts';

const yearS = 365 * 86_400;
const at = (celsius: number) => celsius + 273.15;

/** Damage of a year: one cycle of that depth a day around 50 %, and lying at 50 %. */
const yearDamage = (depth: number, celsius: number) =>
  365 * cycleDamage(depth, 0.5, at(celsius), 1) + calendarDamage(yearS, 0.5, at(celsius));

/** Years until 20 % are lost. */
function yearsTo80(perYear: number): number {
  let [lo, hi] = [0, 100];
  for (let i = 0; i < 80; i++) {
    const mid = (lo + hi) / 2;
    if (capacityLoss(mid * perYear) < 0.2) lo = mid;
    else hi = mid;
  }
  return lo;
}

describe('battery ageing (Xu et al. 2018, LMO)', () => {
  test.each([
    [1, 5.88235e-5],
    [0.8, 2.97977e-5],
    [0.5, 1.33108e-5],
    [0.1, 3.1178e-6],
  ])('stress of depth %f is %f', (depth, expected) => {
    expect(depthStress(depth) / expected).toBeCloseTo(1, 5);
  });

  test('stress of temperature', () => {
    expect(temperatureStress(at(35))).toBeCloseTo(1.955236, 6);
    expect(temperatureStress(at(15))).toBeCloseTo(0.48819, 6);
    expect(temperatureStress(at(25))).toBe(1);
  });

  test('calendar only at 50 %, 25 C', () => {
    const f = calendarDamage(yearS, 0.5, at(25));
    expect(f).toBeCloseTo(0.0130559, 7);
    expect([1, 5, 10].map((y) => capacityLoss(y * f))).toEqual([
      expect.closeTo(0.057879, 6),
      expect.closeTo(0.117039, 6),
      expect.closeTo(0.172858, 6),
    ]);
  });

  test('one 0.8 cycle a day', () => {
    expect(yearDamage(0.8, 25)).toBeCloseTo(0.023932, 6);
    expect(capacityLoss(yearDamage(0.8, 25))).toBeCloseTo(0.076611, 6);
    expect(yearsTo80(yearDamage(0.8, 25))).toBeCloseTo(6.8496, 3);
    expect(yearsTo80(yearDamage(0.8, 35))).toBeCloseTo(3.5032, 3);
    expect(yearsTo80(yearDamage(0.5, 25))).toBeCloseTo(9.1504, 3);
  });

  test('rainflow of the ASTM E1049 example', () => {
    const counted = rainflow([-2, 1, -3, 5, -1, 3, -4, 4, -2]);
    const by = new Map<number, number>();
    for (const { depth, count } of counted) by.set(depth, (by.get(depth) ?? 0) + count);
    expect([...by].sort((a, b) => a[0] - b[0])).toEqual([
      [3, 0.5],
      [4, 1.5],
      [6, 0.5],
      [8, 1],
      [9, 0.5],
    ]);
  });

  test('turning points leave out what lies on the way', () => {
    const points = new TurningPoints();
    for (const v of [0.5, 0.6, 0.7, 0.7, 0.4, 0.3, 0.9]) points.add(v);
    expect(points.closed()).toEqual([0.5, 0.7, 0.3, 0.9]);
  });

  test('a day of full cycles ages more than a day of lying', () => {
    const lying = stayDamage([0.5], 86_400, at(25));
    expect(stayDamage([0.9, 0.1, 0.9, 0.1], 86_400, at(25))).toBeGreaterThan(2 * lying);
  });
});
