import { describe, expect, test } from 'vitest';
import { type BatteryOutlook, BatteryValue } from '../../../sim/decisions/battery-value.ts';

const stepUs = 900e6;

/** A battery of 100 kJ above its stop threshold and `steps` quarters of an hour, by default without sun and without waiting. */
function outlookOf(
  steps: number,
  options: Partial<BatteryOutlook & { clearJ: number; cloudyJ: number }> = {},
) {
  const { clearJ = 0, cloudyJ = 0, ...others } = options;
  const sun = {
    ...{ cloudy: false, stepUs },
    clearJ: new Float64Array(steps).fill(clearJ),
    cloudyJ: new Float64Array(steps).fill(cloudyJ),
    cloudyNext: { afterClear: 0.2, afterCloudy: 0.8 },
  };
  return { sun, stopJ: 0, restartJ: 25e3, capacityJ: 100e3, standbyW: 0, ...others };
}

/** Things that gain v by the joule with v spread evenly up to 1e-4 EUR: 20 kJ of them in a step. */
const spendings = Array.from({ length: 50 }, (_, n) => {
  const eurPerJ = 1e-4 * ((n + 0.5) / 50);
  const energyJ = 20e3 * (1 - eurPerJ / 1e-4);
  return { eurPerJ, energyJ, gainEur: energyJ * (eurPerJ + (1e-4 - eurPerJ) / 2) };
});

describe('value of a battery', () => {
  test('without a sun it is the price at which what comes takes just the charge', () => {
    const value = new BatteryValue(outlookOf(8), spendings, 0);
    // 40 kJ for eight steps are 5 of 20 kJ a step: the best quarter of what comes.
    expect(value.eurPerJ(0, 0.4, false)).toBeGreaterThan(0.7e-4);
    expect(value.eurPerJ(0, 0.4, false)).toBeLessThan(0.8e-4);
    // Four steps are left for the same charge: the best half.
    expect(value.eurPerJ(4 * stepUs, 0.4, false)).toBeGreaterThan(0.45e-4);
    expect(value.eurPerJ(4 * stepUs, 0.4, false)).toBeLessThan(0.55e-4);
  });

  test('where all that comes can be had, a joule is worth next to nothing', () => {
    expect(new BatteryValue(outlookOf(4), spendings, 0).eurPerJ(0, 1, false)).toBeLessThan(0.02e-4);
  });

  test('falls with charge, and is higher under clouds, which stay for a while', () => {
    const value = new BatteryValue(outlookOf(20, { clearJ: 9e3, cloudyJ: 3e3, standbyW: 1 }), spendings, 0);
    const prices = [0.02, 0.1, 0.2, 0.4, 0.8].map((charge) => value.eurPerJ(0, charge, true));
    expect(prices).toEqual([...prices].sort((a, b) => b - a));
    for (const charge of [0.1, 0.3, 0.5])
      expect(value.eurPerJ(0, charge, true)).toBeGreaterThan(value.eurPerJ(0, charge, false));
  });

  test('a robot that would be off for long keeps a little charge, one that restarts at once spends it', () => {
    const sunny = { clearJ: 3e3, cloudyJ: 3e3, standbyW: 2 };
    const patient = new BatteryValue(outlookOf(20, { ...sunny, restartJ: 60e3 }), spendings, 0);
    const careless = new BatteryValue(outlookOf(20, { ...sunny, restartJ: 1 }), spendings, 0);
    expect(patient.eurPerJ(0, 0.005, true)).toBeGreaterThan(careless.eurPerJ(0, 0.005, true));
  });

  test('at closing time nothing is worth anything', () => {
    expect(new BatteryValue(outlookOf(0), spendings, 0).eurPerJ(0, 0.5, false)).toBe(0);
  });
});
