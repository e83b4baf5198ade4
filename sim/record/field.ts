import type { JsonObject, JsonValue } from './json.ts';

/**
 * What a value of the record may be, as plain data: types, JSON Schemas and the check at the edge are derived from it. `oneOf`
 * stands for records of several kinds: each has its own fields and a text `kind` that says which it is.
 */
export type Field =
  | keyof Leaf
  | readonly string[]
  | { readonly list: Field }
  | { readonly record: Fields }
  | { readonly oneOf: Readonly<Record<string, Fields>> };

export interface Fields {
  readonly [name: string]: Field;
}

/** `number` is finite, `whole` an integer from 0, `colour` a `#rrggbb`; a list of words stands for one of them. */
interface Leaf {
  readonly number: number;
  readonly whole: number;
  readonly text: string;
  readonly flag: boolean;
  readonly colour: string;
}

export type ValueOf<F> = F extends keyof Leaf
  ? Leaf[F]
  : F extends readonly string[]
    ? F[number]
    : F extends { readonly list: infer G }
      ? readonly ValueOf<G>[]
      : F extends { readonly record: infer R }
        ? RecordOf<R>
        : F extends { readonly oneOf: infer O }
          ? { readonly [K in keyof O]: { readonly kind: K } & RecordOf<O[K]> }[keyof O]
          : never;

export type RecordOf<R> = { readonly [K in keyof R]: ValueOf<R[K]> };

interface LeafRule {
  readonly wanted: string;
  readonly schema: JsonObject;
  readonly fits: (value: unknown) => boolean;
}

const colourPattern = /^#[0-9a-f]{6}$/i;

const leaves: Readonly<Record<keyof Leaf, LeafRule>> = {
  number: { wanted: 'a number', schema: { type: 'number' }, fits: Number.isFinite },
  whole: {
    wanted: 'a whole number >= 0',
    schema: { type: 'integer', minimum: 0 },
    fits: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  },
  text: { wanted: 'a text', schema: { type: 'string' }, fits: (value) => typeof value === 'string' },
  flag: {
    wanted: 'true or false',
    schema: { type: 'boolean' },
    fits: (value) => value === true || value === false,
  },
  colour: {
    wanted: 'a colour as #rrggbb',
    schema: { type: 'string', pattern: '^#[0-9A-Fa-f]{6}$' },
    fits: (value) => typeof value === 'string' && colourPattern.test(value),
  },
};

/** The JSON Schema of a field. */
export function schemaOf(field: Field): JsonObject {
  if (typeof field === 'string') return leaves[field].schema;
  if (isWords(field)) return { type: 'string', enum: field };
  if ('list' in field) return { type: 'array', items: schemaOf(field.list) };
  if ('oneOf' in field)
    return { oneOf: Object.keys(field.oneOf).map((kind) => schemaOf(recordOf(field.oneOf, kind))) };
  const properties = Object.entries(field.record).map(([name, own]) => [name, schemaOf(own)] as const);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: properties.map(([name]) => name),
    additionalProperties: false,
  };
}

/** The first thing that is wrong with a value, `data.soc must be a number, got "full"`; null when it fits. */
export function problemOf(field: Field, value: unknown, where: string): string | null {
  if (typeof field === 'string') {
    const { fits, wanted } = leaves[field];
    return fits(value) ? null : refusal(where, wanted, value);
  }
  if (isWords(field)) {
    return field.some((word) => word === value) ? null : refusal(where, `one of ${field.join(', ')}`, value);
  }
  if ('list' in field) return listProblem(field.list, value, where);
  if ('oneOf' in field) return kindProblem(field.oneOf, value, where);
  return recordProblem(field.record, value, where);
}

/** A record as text in JSON is foreign input: what has no field is refused as well, so that no name is misspelt unseen. */
function recordProblem(fields: Fields, value: unknown, where: string): string | null {
  if (!isObject(value)) return refusal(where, 'a record', value);
  for (const name in fields) {
    const problem = problemOf(fields[name] ?? 'text', value[name], `${where}.${name}`);
    if (problem !== null) return problem;
  }
  const unknown = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
  return unknown === undefined ? null : `${where}.${unknown} is no field of it`;
}

/** The fields of one kind of record, `kind` among them. */
function recordOf(kinds: Readonly<Record<string, Fields>>, kind: string): { readonly record: Fields } {
  return { record: { kind: [kind], ...kinds[kind] } };
}

function kindProblem(kinds: Readonly<Record<string, Fields>>, value: unknown, where: string): string | null {
  if (!isObject(value)) return refusal(where, 'a record', value);
  const names = Object.keys(kinds);
  const kind = names.find((name) => name === value.kind);
  if (kind === undefined) return refusal(`${where}.kind`, `one of ${names.join(', ')}`, value.kind);
  return problemOf(recordOf(kinds, kind), value, where);
}

function listProblem(field: Field, value: unknown, where: string): string | null {
  if (!Array.isArray(value)) return refusal(where, 'a list', value);
  for (let i = 0; i < value.length; i++) {
    const problem = problemOf(field, value[i], `${where}[${i}]`);
    if (problem !== null) return problem;
  }
  return null;
}

const longest = 60;

function refusal(where: string, wanted: string, value: unknown): string {
  const got = value === undefined ? 'nothing' : JSON.stringify(value);
  return `${where} must be ${wanted}, got ${got.length > longest ? `${got.slice(0, longest)} ...` : got}`;
}

/** `Array.isArray` does not narrow readonly arrays. */
function isWords(field: Field): field is readonly string[] {
  return Array.isArray(field);
}

function isObject(value: unknown): value is Readonly<Record<string, JsonValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
