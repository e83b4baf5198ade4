import { canonicalJson, sha256Hex } from '../record/canonical.ts';
import { type Cost, FREE, type Sense } from '../record/frames.ts';
import { stateProblems } from './interface/problems.ts';
import type { StateProblem, Wear } from './interface/sense.ts';
import {
  SENSES,
  type SenseRegistry,
  type Sensors,
  STANDARD_SENSES,
  type StandardSense,
  type StandardSensors,
  type StateOf,
} from './registry.ts';

/** Sensors as the registry sees them, when it may hold senses of its own. */
type States = Readonly<Record<Sense, object | null | undefined>>;

/** The standard senses in good order; every other sense is absent. */
export function defaultSensors(): StandardSensors {
  const fresh = <Name extends StandardSense>(name: Name) => [name, SENSES.need(name).fresh()] as const;
  return Object.fromEntries(STANDARD_SENSES.map(fresh)) as { [Name in StandardSense]: StateOf<Name> };
}

/** Names of the senses that the sensors have, in the order of the sensors. */
export function sensesOf(sensors: Sensors): Sense[] {
  return Object.entries(sensors).flatMap(([sense, state]) => (state ? [sense] : []));
}

/** State of one sense; throws when the sensors lack it. */
export function stateOfSense(sensors: Sensors, sense: Sense): object {
  const states: States = sensors;
  const state = Object.hasOwn(states, sense) ? states[sense] : null;
  if (state) return state;
  const has = sensesOf(sensors).join(', ') || 'none';
  throw new Error(
    `sensors: have no sense '${sense}', only ${has}. Cure: add sensors.${sense}, or look without it`,
  );
}

/** The states that are there, each changed by `change`; absent senses are left out. */
function mapStates(sensors: Sensors, change: (sense: Sense, state: object) => object): Sensors {
  const states: States = sensors;
  return Object.fromEntries(
    Object.entries(states).flatMap(([sense, state]) => (state ? [[sense, change(sense, state)]] : [])),
  );
}

/** Hash of the sensors' own state: equal keys and item give equal frames. 16 hex digits; a sense that is absent counts for nothing. */
export function sensorKey(sensors: Sensors): string {
  return sha256Hex(canonicalJson(mapStates(sensors, (_, state) => state))).slice(0, 16);
}

/** What one look of a sense costs; throws when the sensors lack it. */
export function lookCost(sensors: Sensors, sense: Sense, registry: SenseRegistry = SENSES): Cost {
  return registry.need(sense).cost(stateOfSense(sensors, sense));
}

/** What one look with several senses of one robot costs: they look one after the other. */
export function costOfLook(
  sensors: Sensors,
  senses: readonly Sense[],
  registry: SenseRegistry = SENSES,
): Cost {
  return senses.reduce((sum, sense) => {
    const { energyJ, timeUs } = lookCost(sensors, sense, registry);
    return { energyJ: sum.energyJ + energyJ, timeUs: sum.timeUs + timeUs };
  }, FREE);
}

/** Sensors as wear of lens and lamp leaves them. */
export function wornSensors(sensors: Sensors, wear: Wear, registry: SenseRegistry = SENSES): Sensors {
  return mapStates(sensors, (sense, state) => registry.need(sense).worn(state, wear));
}

/** Everything that makes sensors impossible, by sense; throws on a sense that is unknown. */
export function sensorProblems(
  sensors: Sensors,
  registry: SenseRegistry = SENSES,
): (StateProblem & { readonly sense: Sense })[] {
  const states: States = sensors;
  return Object.entries(states).flatMap(([sense, state]) => {
    const model = registry.need(sense);
    return state ? stateProblems(model, state).map((problem) => ({ sense, ...problem })) : [];
  });
}

/** Throws when a sensor's state is impossible, with every problem. */
export function checkSensors(sensors: Sensors, registry: SenseRegistry = SENSES): void {
  const problems = sensorProblems(sensors, registry);
  if (problems.length === 0) return;
  const words = problems.map(
    ({ sense, key, message, got, cure }) =>
      `sensors.${sense}.${key}: ${message}, got ${JSON.stringify(got)}. ${cure}`,
  );
  throw new Error(words.join('\n'));
}
