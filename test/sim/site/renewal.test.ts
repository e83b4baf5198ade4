import { describe, expect, test } from 'vitest';
import { gammaFunction, gammaQ, gammaWearFailure } from '../../../sim/site/upkeep/gamma-function.ts';
import {
  ageReplacementRate,
  blockReplacementRate,
  delayTimeFailure,
  delayTimeRate,
  detectionProbability,
  gammaWearMeanLife,
  minimalRepair,
  optimalAge,
  optimalInspection,
  oracleRate,
  renewalFunction,
  runToFailureRate,
} from '../../oracles/renewal.ts';

/** T*, C, run to failure, ratio and oracle in units of eta; half a last digit. */
const ages = [
  [1.5, 1, 10, 0.378144, 8.30162, 11.07732, 0.7494, 1.10773],
  [2, 1, 5, 0.510655, 4.08524, 5.6419, 0.7241, 1.12838],
  [2, 1, 10, 0.336451, 6.05612, 11.28379, 0.5367, 1.12838],
  [2.5, 200, 2000, 0.354574, 950.109, 2254.12, 0.4215, 225.412],
  [3, 1, 5, 0.50261, 3.0314, 5.59923, 0.5414, 1.11985],
  [3, 1, 10, 0.382456, 3.94935, 11.19847, 0.3527, 1.11985],
] as const;

describe('age replacement', () => {
  test.each(ages)('Weibull %f, costs %f / %f', (beta, planned, failure, age, rate, rtf, ratio, oracle) => {
    const life = { beta, eta: 1 };
    const costs = { planned, failure };
    expect(optimalAge(life, costs)).toBeCloseTo(age, 5);
    expect(ageReplacementRate(life, costs, age) / rate).toBeCloseTo(1, 5);
    expect(runToFailureRate(life, costs) / rtf).toBeCloseTo(1, 5);
    expect(ageReplacementRate(life, costs, age) / runToFailureRate(life, costs)).toBeCloseTo(ratio, 4);
    expect(oracleRate(life, costs) / oracle).toBeCloseTo(1, 5);
  });

  test('without wear-out or without a dearer failure, waiting is best', () => {
    expect(optimalAge({ beta: 1, eta: 1 }, { planned: 1, failure: 10 })).toBe(Infinity);
    expect(optimalAge({ beta: 3, eta: 1 }, { planned: 5, failure: 5 })).toBe(Infinity);
  });

  test('block replacement costs more than age replacement', () => {
    const life = { beta: 2, eta: 1 };
    expect(renewalFunction(life, 1)).toBeCloseTo(0.7537, 4);
    expect(blockReplacementRate(life, { planned: 1, failure: 10 }, 0.334)).toBeCloseTo(6.2143, 3);
  });

  test('minimal repair', () => {
    const { period, rate } = minimalRepair({ beta: 2, eta: 1 }, 1, 10);
    expect(period).toBeCloseTo(0.316228, 6);
    expect(rate).toBeCloseTo(6.32456, 5);
  });
});

describe('inspections', () => {
  test('P-F interval and delay time', () => {
    expect(detectionProbability(60, 90)).toBeCloseTo(0.6667, 4);
    expect(detectionProbability(60, 30)).toBe(1);
    expect(delayTimeFailure(60, 30)).toBeCloseTo(0.21306, 5);
    expect(delayTimeFailure(60, 90)).toBeCloseTo(0.48209, 5);
  });

  test('optimum of the delay-time model', () => {
    const costs = { failure: 2000, repair: 200, inspection: 20 };
    const tau = optimalInspection(1 / 200, 60, costs);
    expect(tau).toBeCloseTo(18.027, 2);
    expect(delayTimeRate(1 / 200, 60, costs, tau)).toBeCloseTo(3.33566, 5);
    expect(delayTimeRate(1 / 200, 60, costs, 1e9)).toBeCloseTo(10, 3);
  });
});

describe('gamma wear', () => {
  test('failure times of shape 0.1/h, rate 1, limit 10', () => {
    expect(gammaWearFailure(0.1, 1, 10, 50)).toBeCloseTo(0.029253, 6);
    expect(gammaWearFailure(0.1, 1, 10, 100)).toBeCloseTo(0.45793, 5);
    expect(gammaWearMeanLife(0.1, 1, 10)).toBeCloseTo(105.0, 2);
  });

  test('special functions at known points', () => {
    expect(gammaFunction(5)).toBeCloseTo(24, 10);
    expect(gammaFunction(0.5)).toBeCloseTo(Math.sqrt(Math.PI), 12);
    expect(gammaQ(1, 2)).toBeCloseTo(Math.exp(-2), 14);
    expect(gammaQ(3, 20)).toBeCloseTo(Math.exp(-20) * (1 + 20 + 200), 14);
  });
});
