import type { Sense } from '../../sim/record/frames.ts';
import { SENSES, type SenseRegistry, type Sensors } from '../../sim/senses/registry.ts';
import { stateOfSense } from '../../sim/senses/sensors.ts';
import type { SenseInputs } from '../nets/inputs.ts';

/** What networks take of sensors: the frames of each sense as they are, pictures averaged down to `imagePx` a side. */
export function sensorInputs(
  sensors: Sensors,
  senses: readonly Sense[],
  imagePx: number,
  registry: SenseRegistry = SENSES,
): SenseInputs {
  const entries = senses.map((sense) => {
    const { input, shape } = registry.need(sense);
    const own = shape(stateOfSense(sensors, sense));
    return [sense, { input, shape: input.kind === 'picture' ? [imagePx, imagePx, 3] : own }] as const;
  });
  return Object.fromEntries(entries);
}
