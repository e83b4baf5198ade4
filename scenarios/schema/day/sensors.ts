import { z } from 'zod';
import { defaultSensors, type Sensors } from '../../../sim/senses/sensors.ts';
import { INSTRUMENTS } from '../../../sim/senses/spectral/presets.ts';
import type { SpecProblem } from '../../../sim/world.ts';
import { sensorRanges } from './sensor-ranges.ts';

const instruments = Object.keys(INSTRUMENTS);

/**
 * A schema that takes exactly the keys and types of `value` and fills in what is left out from it. `path` names the value
 * (`visual.sizePx`): a number has the range of that name; a test holds that none is forgotten.
 */
export function schemaLike(value: unknown, path = ''): z.ZodType {
  if (typeof value === 'number') return number(path).default(value);
  if (typeof value === 'boolean') return z.boolean().default(value);
  if (typeof value === 'string') return z.enum(instruments).default(value);
  if (Array.isArray(value)) return list(value as number[], path).default(value as number[]);
  if (value === null || typeof value !== 'object') {
    throw new TypeError(`no schema for a default of type ${value === null ? 'null' : typeof value}`);
  }
  const shape = Object.entries(value).map(([key, inner]) => {
    return [key, schemaLike(inner, path === '' ? key : `${path}.${key}`)] as const;
  });
  return z.strictObject(Object.fromEntries(shape)).prefault({});
}

function number(path: string): z.ZodNumber {
  const range = sensorRanges[path];
  if (range === undefined) return z.number();
  return (range.whole ? z.int() : z.number()).min(range.least).max(range.most);
}

/** Lists that are filled from the start keep their length; those that are empty may grow. */
function list(value: readonly number[], path: string): z.ZodArray<z.ZodNumber> {
  const entries = z.array(number(path));
  return value.length === 0 ? entries : entries.length(value.length);
}

/** State of a robot's three sensors: new and clean unless a scenario says otherwise (`sensors.visual.lensDirt: 0.4`). */
export const sensorsSchema = (schemaLike(defaultSensors()) as z.ZodType<Sensors>).describe(
  'state of the three sensors',
);

/** Wavelengths that do not rise, or that the instrument does not answer; `path` leads to the sensors. */
export function sensorProblems({ spectral }: Sensors, path: SpecProblem['path']): SpecProblem[] {
  const { instrument, fromNm, toNm } = spectral;
  const [lowest, highest] = INSTRUMENTS[instrument].rangeNm;
  const at = (key: 'fromNm' | 'toNm', message: string, cure: string): SpecProblem => ({
    path: [...path, 'spectral', key],
    message,
    got: spectral[key],
    cure,
  });
  const problems: SpecProblem[] = [];
  if (fromNm < lowest) problems.push(at('fromNm', `${instrument} answers from ${lowest} nm`, 'raise it'));
  if (toNm > highest) problems.push(at('toNm', `${instrument} measures up to ${highest} nm`, 'Lower it'));
  if (fromNm >= toNm)
    problems.push(at('toNm', 'wavelengths must rise', `set it above fromNm, which is ${fromNm}`));
  return problems;
}
