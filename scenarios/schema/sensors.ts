import { z } from 'zod';
import { defaultSensors, type Sensors } from '../../sim/sensing/sensors.ts';

/** A schema that takes exactly the keys and types of `value` and fills in what is left out from it. */
export function schemaLike(value: unknown): z.ZodType {
  if (typeof value === 'number') return z.number().default(value);
  if (typeof value === 'boolean') return z.boolean().default(value);
  if (typeof value === 'string') return z.string().default(value);
  if (Array.isArray(value)) return z.array(z.number()).default(value as number[]);
  if (value === null || typeof value !== 'object') {
    throw new TypeError(`no schema for a default of type ${value === null ? 'null' : typeof value}`);
  }
  const shape = Object.entries(value).map(([key, inner]) => [key, schemaLike(inner)] as const);
  return z.strictObject(Object.fromEntries(shape)).prefault({});
}

/** State of a robot's three sensors: new and clean unless a scenario says otherwise (`sensors.visual.lensDirt: 0.4`). */
export const sensorsSchema = (schemaLike(defaultSensors()) as z.ZodType<Sensors>).describe(
  'state of the three sensors',
);
