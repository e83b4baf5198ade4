import { expect, test } from 'vitest';
import {
  equilibriumMoisture,
  paperMoisture,
  relaxMoisture,
  woodMoisture,
} from '../../../sim/materials/moisture.ts';

test('wood at 20 C: the printed isotherm', () => {
  // Relative humidity, per cent of dry mass (Hailwood-Horrobin with the Wood Handbook's coefficients, FPL-GTR-190).
  const printed = [
    [0.1, 2.5],
    [0.3, 6.2],
    [0.5, 9.3],
    [0.65, 12.0],
    [0.8, 16.0],
    [0.9, 20.5],
    [0.95, 23.9],
  ] as const;
  for (const [rh, percent] of printed)
    expect(Math.abs(100 * woodMoisture(293.15, rh) - percent)).toBeLessThan(0.1);
});

test('paper holds 6.7 % at 50 % humidity, and every isotherm rises with humidity', () => {
  expect(100 * paperMoisture(0.5)).toBeCloseTo(6.7, 1);
  for (const id of [
    'wood',
    'paper',
    'cotton',
    'viscose',
    'wool',
    'pa',
    'pet',
    'pla',
    'polar',
    'concrete',
    'gypsum',
  ]) {
    let last = -1;
    for (let rh = 0; rh <= 0.95; rh += 0.05) {
      const u = equilibriumMoisture(id, 293, rh);
      expect(u).toBeGreaterThan(last);
      last = u;
    }
  }
});

test('relaxation is exact: two halves are one whole', () => {
  const whole = relaxMoisture(0.02, 0.1, 0.004, 7200);
  const halves = relaxMoisture(relaxMoisture(0.02, 0.1, 0.004, 3600), 0.1, 0.004, 3600);
  expect(halves).toBeCloseTo(whole, 12);
});

test('an unknown isotherm names the known ones', () => {
  expect(() => equilibriumMoisture('stone', 293, 0.5)).toThrow(/unknown isotherm "stone".*wood/);
});
