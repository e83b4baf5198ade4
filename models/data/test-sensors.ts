import type { TestCondition as Other } from '../../sim/senses/interface/sense.ts';
import { SENSES, type Sensors, STANDARD_SENSES } from '../../sim/senses/registry.ts';
import { defaultSensors } from '../../sim/senses/sensors.ts';

/**
 * Under which sensors a model is tested. `clean`: as in training. `shifted`: what no training item had: other lamps, an
 * aged and dirty optic, another gain (out of distribution). `faulty`: dead rows and bands, frames that miss the item.
 */
export const TEST_CONDITIONS = ['clean', 'shifted', 'faulty'] as const satisfies readonly ('clean' | Other)[];
export type TestCondition = (typeof TEST_CONDITIONS)[number];

/** The standard senses under a condition of a test. */
export function testSensors(condition: TestCondition): Sensors {
  if (condition === 'clean') return defaultSensors();
  return Object.fromEntries(STANDARD_SENSES.map((name) => [name, SENSES.need(name).tested(condition)]));
}
