import { z } from 'zod';
import { kept } from '../../../sim/kernel/core/kept.ts';
import { lazily } from '../../../sim/kernel/random/lazily.ts';
import {
  type AnySense,
  isStandard,
  SENSES,
  type SenseRegistry,
  type Sensors,
} from '../../../sim/senses/registry.ts';
import { sensorProblems } from '../../../sim/senses/sensors.ts';
import type { SpecProblem } from '../../../sim/world.ts';

/** More entries than any curve, board or list of faults needs. */
const LONGEST_LIST = 1000;

type Rules = Pick<AnySense, 'ranges' | 'choices' | 'resizable'>;

/**
 * A schema that takes exactly the keys and types of `value` and fills in what is left out from it. `path` names the value
 * within the state (`sizePx`): a number has the range of that name, a word its choices; a test holds that none is forgotten.
 */
function schemaLike(rules: Rules, value: unknown, path: string): z.ZodType {
  if (typeof value === 'number') return number(rules, path).default(value);
  if (typeof value === 'boolean') return z.boolean().default(value);
  if (typeof value === 'string') return z.enum([...(rules.choices?.[path] ?? [value])]).default(value);
  if (Array.isArray(value)) return list(rules, value, path);
  if (value === null || typeof value !== 'object') {
    throw new TypeError(`no schema for a default of type ${value === null ? 'null' : typeof value}`);
  }
  return objectLike(rules, value, path).prefault({});
}

function objectLike(rules: Rules, value: object, path: string): z.ZodObject {
  const fields = Object.entries(value).map(([key, inner]) => {
    return [key, schemaLike(rules, inner, path === '' ? key : `${path}.${key}`)] as const;
  });
  return z.strictObject(Object.fromEntries(fields));
}

function number({ ranges }: Rules, path: string): z.ZodNumber {
  const range = ranges[path];
  if (range === undefined) return z.number();
  return (range.whole ? z.int() : z.number()).min(range.least).max(range.most);
}

/** Lists that are filled from the start keep their length unless the sense says otherwise; those that are empty may grow. */
function list(rules: Rules, value: readonly unknown[], path: string): z.ZodType {
  const isWords = typeof value[0] === 'string';
  const words = rules.choices?.[path];
  const entries = z.array(isWords && words ? z.enum([...words]) : number(rules, path));
  const free = value.length === 0 || rules.resizable?.includes(path);
  return (free ? entries.max(LONGEST_LIST) : entries.length(value.length)).default(value as never);
}

/** Schema of the state of one sense; what is left out is filled in from `state`. */
export function stateSchemaOf<S extends object>(rules: Rules, state: S): z.ZodType<S> {
  // The fields are made from the very state that the type is of.
  return objectLike(rules, state, '') as unknown as z.ZodType<S>;
}

/**
 * Schema of a robot's sensors: `null` for a sense that the robot lacks. The standard senses are new and clean unless a scenario
 * says otherwise (`sensors.visual.lensDirt: 0.4`), every other one is absent unless it is named (`sensors.led: {}`): it is left
 * out, not null, so that a new sense changes no scenario, and no hash of one, that does not name it.
 */
export function sensorsSchemaOf({ all }: SenseRegistry): z.ZodType<Sensors> {
  const fields = all.map((sense) => {
    const state = objectLike(sense, sense.fresh(), '').nullable();
    return [sense.name, isStandard(sense.name) ? state.prefault({}) : state.optional()] as const;
  });
  const states = z.strictObject(Object.fromEntries(fields));
  // Thousands of robots that say nothing of their sensors share one value: parsed once, not once a robot.
  const fresh = lazily(() => states.parse({}));
  // The fields are made from the very states that the type is made from.
  return states.default(fresh) as unknown as z.ZodType<Sensors>;
}

/** The name of a sense. */
export const senseName = z.enum(SENSES.names as [string, ...string[]]);

/** State of a robot's sensors, of every sense that there is. */
export const sensorsSchema = sensorsSchemaOf(SENSES).describe(
  'state of the sensors by sense; null = the robot has no such sense',
);

/** Sensors, and the path that leads to them. */
export interface PlacedSensors {
  readonly sensors: Sensors;
  readonly path: SpecProblem['path'];
}

/** What the schema cannot see of sensors; those that many robots share are looked at once. */
export function settingProblems(placed: readonly PlacedSensors[]): SpecProblem[] {
  const found = new Map<Sensors, ReturnType<typeof sensorProblems>>();
  return placed.flatMap(({ sensors, path }) =>
    kept(found, sensors, sensorProblems).map(({ sense, key, message, got, cure }) => ({
      path: [...path, sense, ...key.split('.')],
      ...{ message, got, cure },
    })),
  );
}
