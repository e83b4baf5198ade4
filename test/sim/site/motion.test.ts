import { describe, expect, test } from 'vitest';
import { accelerationEnergyJ, cruiseEnergyJ, dutyCycle, socAfter } from '../../oracles/motion.ts';

const robotA = { massKg: 20, friction: 0.3, deviceW: 10 };
const robotB = { massKg: 70, friction: 0.22, deviceW: 20 };

describe('motion energy (Open-RMF rmf_battery)', () => {
  test('100 m of robot A cost 5886 + 1428.6 J and leave 0.99294', () => {
    const joules = cruiseEnergyJ(robotA, 100, 0.7);
    expect(joules).toBeCloseTo(5886 + 1428.57, 1);
    expect(socAfter(1, joules, 12, 24)).toBeCloseTo(0.99294, 4);
  });

  test('15 km of robot A go below empty in the formula: -0.05824', () => {
    const joules = cruiseEnergyJ(robotA, 15_000, 0.7);
    expect(joules).toBeCloseTo(882_900 + 214_285.7, 0);
    expect(socAfter(1, joules, 12, 24)).toBeCloseTo(-0.05824, 4);
  });

  test('20 km of robot B leave 0.00999', () => {
    const joules = cruiseEnergyJ(robotB, 20_000, 1);
    expect(joules).toBeCloseTo(3_021_480 + 400_000, 0);
    expect(socAfter(1, joules, 24, 40)).toBeCloseTo(0.00999, 4);
  });

  test('starting and braking cost m v2', () => {
    expect(accelerationEnergyJ(robotA, 0.7)).toBeCloseTo(9.8, 12);
  });
});

describe('duty cycle', () => {
  test('60 and 20 kJ, 25 W load, 6 W sun', () => {
    const cycle = dutyCycle(60_000, 20_000, 25, 6);
    expect(cycle.onS).toBeCloseTo(2105.26, 2);
    expect(cycle.offS).toBeCloseTo(6666.67, 2);
    expect(cycle.duty).toBe(0.24);
  });

  test('half a watt of sleep lengthens the night and lowers the duty', () => {
    const cycle = dutyCycle(60_000, 20_000, 25, 6, 0.5);
    expect(cycle.offS).toBeCloseTo(7272.73, 2);
    expect(cycle.duty).toBeCloseTo(0.22449, 5);
  });

  test('outside its range it says so', () => {
    expect(() => dutyCycle(60_000, 20_000, 5, 6)).toThrow(/needs sleepW < sunW < loadW, got 0 < 6 < 5/);
  });
});
