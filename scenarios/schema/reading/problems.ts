import { z } from 'zod';
import { type InputProblem, LISTED } from '../../errors.ts';
import { didYouMean, oneOfThem } from './nearest.ts';
import { type Path, showPath, startsWith, valueAt } from './path.ts';
import type { Source } from './source.ts';

/** One value laid over a file: by `--set path=value`, or by an arm of an experiment, which stands in the file itself. */
export interface Setting {
  readonly path: Path;
  readonly value: unknown;
  /** Where in the file it stands; left out = it came by --set. */
  readonly writtenAt?: Path;
  /** Where its path and its value were written, if that is another file. */
  readonly where?: (part: 'path' | 'value') => string;
}

/**
 * Where a value of the merged scenario was written: `depot.yaml:12 robots[2].batteryWh`, or the --set or the arm that made
 * it.
 */
export function placeOf(
  path: Path,
  chain: readonly Source[],
  settings: readonly Setting[],
  part: 'path' | 'value' = 'value',
): string {
  const shown = showPath(path);
  const set = settings.find((s) => startsWith(path, s.path) || (path.length > 0 && startsWith(s.path, path)));
  if (set?.where !== undefined) return set.where(part);
  if (set?.writtenAt !== undefined) {
    const inside = path.slice(set.path.length);
    const bySet = settings.filter(({ writtenAt }) => writtenAt === undefined);
    return placeOf([...set.writtenAt, ...inside], chain, bySet);
  }
  if (set !== undefined) return `--set ${shown}`;
  // Who writes a list replaces the whole of it: what lies in it stands in no file that is extended.
  const list = path.findIndex((step) => typeof step === 'number');
  let best = { file: chain[chain.length - 1]?.file ?? 'scenario', line: 1, depth: -1 };
  for (const source of [...chain].reverse()) {
    const at = source.locate(path);
    if (at.depth > best.depth) best = { file: source.file, ...at };
    if (list >= 0 && at.depth >= list) break;
  }
  return `${best.file}:${best.line}${shown === '' ? '' : ` ${shown}`}`;
}

type JsonSchema = {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  const?: unknown;
  enum?: unknown[];
};

/** The alternatives of a schema that a value may have meant: those of its kind, all where its kind is unknown. */
function alternatives(schema: JsonSchema, value: unknown): JsonSchema[] {
  const all = schema.oneOf ?? schema.anyOf ?? [schema];
  const meant = all.filter(({ properties = {} }) =>
    Object.entries(properties).every(([key, { const: only, enum: some }]) => {
      const allowed = only === undefined ? some : [only];
      const got = valueAt(value, [key]);
      return allowed === undefined || got === undefined || allowed.includes(got);
    }),
  );
  return meant.length > 0 ? meant : all;
}

/** Keys that the schema allows at a path of the value, for `Did you mean`. */
function keysAt(schema: JsonSchema, path: Path, value: unknown): string[] {
  let here = alternatives(schema, value);
  path.forEach((step, i) => {
    const below = valueAt(value, path.slice(0, i + 1));
    here = here.flatMap((option) => {
      const next =
        typeof step === 'number' ? option.items : (option.properties?.[step] ?? option.additionalProperties);
      return typeof next === 'object' ? alternatives(next, below) : [];
    });
  });
  return [...new Set(here.flatMap((option) => Object.keys(option.properties ?? {})))];
}

type Words = Pick<InputProblem, 'what' | 'cure'>;

/** What the schema calls a type, in the words of a file. */
const TYPES: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a map',
  record: 'a map',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

const wordType = (type: string): string => TYPES[type] ?? `a value of type ${type}`;

const kindOf = (value: unknown): string =>
  value === null ? 'nothing' : Array.isArray(value) ? 'a list' : wordType(typeof value);

function bound(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Words {
  const small = issue.code === 'too_small';
  const limit = String(small ? issue.minimum : issue.maximum);
  if (issue.origin === 'array' || issue.origin === 'string') {
    const unit = issue.origin === 'array' ? 'entries' : 'characters';
    const least = small ? 'at least' : 'at most';
    return { what: `needs ${least} ${limit} ${unit}`, cure: `Write ${least} ${limit}` };
  }
  const sign = small ? (issue.inclusive ? '>=' : '>') : issue.inclusive ? '<=' : '<';
  return { what: `must be ${sign} ${limit}`, cure: `Write a number ${sign} ${limit}` };
}

/** A value that is none of the words it may be. */
function oneOf(words: readonly string[], value: unknown): Words {
  if (value === undefined) return { what: 'is missing', cure: `Add it: one of ${words.join(', ')}` };
  return { what: `must be one of ${words.join(', ')}`, cure: oneOfThem(String(value), words) };
}

/** A value that is none of several kinds: the words or numbers that it may be, else what the first kind says. */
function wordUnion(issue: z.core.$ZodIssueInvalidUnion, value: unknown): Words {
  if ('options' in issue && Array.isArray(issue.options)) return oneOf(issue.options.map(String), value);
  const nested = issue.errors.flat();
  const words = nested.flatMap((inner) => (inner.code === 'invalid_value' ? inner.values.map(String) : []));
  if (words.length > 0 && words.length === nested.length) return oneOf(words, value);
  const [first] = nested;
  return first === undefined ? { what: issue.message, cure: '' } : wordIssue(first, value);
}

/** What is wrong with a value, in words, from the issue that a schema found. */
export function wordIssue(issue: z.core.$ZodIssue, value: unknown): Words {
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) return { what: 'is missing', cure: `Add it: ${wordType(issue.expected)}` };
      if (typeof value === 'number' && !Number.isFinite(value))
        return { what: 'must be a finite number', cure: 'Write an ordinary number' };
      if (issue.expected === 'int') return { what: 'must be an integer', cure: 'Write a whole number' };
      return {
        what: `must be ${wordType(issue.expected)}, not ${kindOf(value)}`,
        cure: `Write ${wordType(issue.expected)}`,
      };
    case 'too_small':
    case 'too_big':
      return bound(issue);
    case 'invalid_value':
      return oneOf(issue.values.map(String), value);
    case 'invalid_union':
      return wordUnion(issue, value);
    default:
      return { what: issue.message, cure: '' };
  }
}

/**
 * The first issues of a failed parse as problems with file, line, path, what was got and a cure, and how many more there are.
 * `value` is the merged scenario, `chain` the files it came from, `settings` what was laid over them.
 */
export function problemsFrom(
  issues: readonly z.core.$ZodIssue[],
  schema: z.ZodType,
  value: unknown,
  chain: readonly Source[],
  settings: readonly Setting[],
): { readonly problems: InputProblem[]; readonly more: number } {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const wordings = issues.flatMap((issue): (() => InputProblem)[] => {
    const path = issue.path as Path;
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => () => ({
        what: 'unknown key',
        got: key,
        where: placeOf([...path, key], chain, settings, 'path'),
        cure: didYouMean(key, keysAt(json, path, value)),
      }));
    }
    const got = valueAt(value, path);
    const { what, cure } = wordIssue(issue, got);
    const where = () => placeOf(path, chain, settings);
    const shown = got === undefined || typeof got === 'object' ? {} : { got };
    return [() => ({ what, where: where(), ...(cure ? { cure } : {}), ...shown })];
  });
  const problems = wordings.slice(0, LISTED).map((wording) => wording());
  return { problems, more: wordings.length - problems.length };
}
