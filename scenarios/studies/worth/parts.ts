import type { Sense } from '../../../sim/record/frames.ts';
import { SENSES, type Sensors } from '../../../sim/senses/registry.ts';
import { stateOfSense } from '../../../sim/senses/sensors.ts';
import type { PartsEur } from '../../own/parts.ts';
import type { Scenario } from '../../schema/day/scenario.ts';

/** What the parts of these senses cost, EUR: what a scenario says, what is told of the caller's senses, else what comes with each. */
export function partsEurOf(
  { investment }: { readonly investment: Pick<Scenario['investment'], 'sensorsEur'> },
  sensors: Sensors,
  senses: readonly Sense[],
  own: PartsEur = {},
): number {
  const told: Partial<PartsEur> = { ...own, ...investment.sensorsEur };
  const price = (sense: Sense) => told[sense] ?? SENSES.need(sense).partsEur(stateOfSense(sensors, sense));
  return senses.reduce((sum, sense) => sum + price(sense), 0);
}
