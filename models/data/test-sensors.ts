import { defaultSensors, type Sensors } from '../../sim/senses/sensors.ts';

/**
 * Under which sensors a model is tested. `clean`: as in training. `shifted`: what no training item had: other lamps, an
 * aged and dirty optic, another gain (out of distribution). `faulty`: dead rows and bands, frames that miss the item.
 */
export const TEST_CONDITIONS = ['clean', 'shifted', 'faulty'] as const;
export type TestCondition = (typeof TEST_CONDITIONS)[number];

export function testSensors(condition: TestCondition): Sensors {
  const good = defaultSensors();
  if (condition === 'clean') return good;
  if (condition === 'shifted') {
    return {
      visual: { ...good.visual, lightTempK: 4000, exposure: 0.8, lampAge: 0.5, lensDirt: 0.15 },
      thermal: { ...good.thermal, airTempK: good.thermal.airTempK + 8, lampAge: 0.3, lensDirt: 0.15 },
      spectral: {
        ...good.spectral,
        windowDirt: 0.15,
        axisOffsetNm: good.spectral.axisOffsetNm + 2,
        gainSpread: 0.1,
      },
    };
  }
  return {
    visual: { ...good.visual, deadRows: [20, 21, 22, 23], misregistration: 0.1 },
    thermal: { ...good.thermal, deadRows: [8, 9], misregistration: 0.1 },
    spectral: { ...good.spectral, deadBands: [30, 31, 32, 33, 34, 35] },
  };
}
