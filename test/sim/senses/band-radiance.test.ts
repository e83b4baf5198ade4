import { expect, test } from 'vitest';
import {
  apparentTemperature,
  bandRadiance,
  planckBand,
  radianceSlope,
} from '../../../sim/senses/thermal/band-radiance.ts';
import { defaultThermograph } from '../../../sim/senses/thermal/state.ts';
import { apparent } from '../../../sim/senses/thermal/thermograph.ts';

/** Radiance in 8-14 um, W/m2/sr, and its slope (computed independently, by Planck's law). */
const printed = [
  [273.15, 35.152, 0.6374],
  [293.15, 49.373, 0.7858],
  [300, 54.934, 0.8379],
  [313.15, 66.613, 0.9388],
  [333.15, 86.932, 1.0932],
  [373.15, 136.778, 1.3973],
] as const;

test('band radiance and slope within 0.1 % of the printed values', () => {
  for (const [tempK, radiance, slope] of printed) {
    expect(Math.abs(planckBand(tempK) / radiance - 1)).toBeLessThan(0.001);
    expect(Math.abs(bandRadiance(tempK) / radiance - 1)).toBeLessThan(0.001);
    expect(Math.abs(radianceSlope(tempK) / slope - 1)).toBeLessThan(0.001);
  }
});

test('the band is no T^4: effective exponent 4.58 at 300 K', () => {
  const n = (Math.log(bandRadiance(301)) - Math.log(bandRadiance(299))) / Math.log(301 / 299);
  expect(Math.abs(n - 4.58)).toBeLessThan(0.02);
});

test('apparent temperature inverts the radiance', () => {
  for (let t = 230; t < 500; t += 7.3) expect(apparentTemperature(bandRadiance(t))).toBeCloseTo(t, 6);
});

test('worked example: 60 C seen with emissivity 0.94 reads 57.9 C, with 0.05 reads 22.4 C', () => {
  const state = { ...defaultThermograph(), airTransmission: 1, reflectedTempK: 293.15 };
  expect(apparent(333.15, 0.94, 0, 293.15, state) - 273.15).toBeCloseTo(57.9, 1);
  expect(apparent(333.15, 0.05, 0, 293.15, state) - 273.15).toBeCloseTo(22.4, 1);
});

test('a bare metal mirrors its surroundings: no reflected term, no reading', () => {
  const warm = { ...defaultThermograph(), reflectedTempK: 320 };
  const cold = { ...defaultThermograph(), reflectedTempK: 280 };
  expect(apparent(300, 0.05, 0, 293, warm) - apparent(300, 0.05, 0, 293, cold)).toBeGreaterThan(30);
});
