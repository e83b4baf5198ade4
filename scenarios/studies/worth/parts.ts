import type { Sense } from '../../../sim/record/frames.ts';
import { SENSES, type Sensors } from '../../../sim/senses/registry.ts';
import { stateOfSense } from '../../../sim/senses/sensors.ts';
import type { PartsEur } from '../../own/parts.ts';

/** What the parts of these senses cost, EUR; those of the caller's senses are told. */
export function partsEurOf(sensors: Sensors, senses: readonly Sense[], own: PartsEur = {}): number {
  const price = (sense: Sense) => own[sense] ?? SENSES.need(sense).partsEur(stateOfSense(sensors, sense));
  return senses.reduce((sum, sense) => sum + price(sense), 0);
}
