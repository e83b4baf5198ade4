import { z } from 'zod';
import type { Problem } from '../errors.ts';
import { didYouMean } from './nearest.ts';
import { type Path, showPath, valueAt } from './path.ts';
import type { Source } from './source.ts';

/** Where a value of the merged scenario was written: `depot.yaml:12 robots[2].batteryWh`, or the --set that made it. */
export function placeOf(path: Path, chain: readonly Source[], sets: readonly Path[]): string {
  const shown = showPath(path);
  const startsWith = (long: Path, short: Path) => short.every((step, i) => long[i] === step);
  const set = sets.find((s) => startsWith(path, s) || (path.length > 0 && startsWith(s, path)));
  if (set !== undefined) return `--set ${shown}`;
  let best = { file: chain[chain.length - 1]?.file ?? 'scenario', line: 1, depth: -1 };
  for (const source of [...chain].reverse()) {
    const at = source.locate(path);
    if (at.depth > best.depth) best = { file: source.file, ...at };
  }
  return `${best.file}:${best.line}${shown === '' ? '' : ` ${shown}`}`;
}

type JsonSchema = {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
  anyOf?: JsonSchema[];
};

/** Keys that the schema allows at a path, for `Did you mean`. */
function keysAt(schema: JsonSchema, path: Path): string[] {
  let here: JsonSchema | undefined = schema;
  for (const step of path) {
    const next: JsonSchema | boolean | undefined =
      typeof step === 'number' ? here?.items : (here?.properties?.[step] ?? here?.additionalProperties);
    here = typeof next === 'object' ? next : undefined;
  }
  const options = here?.anyOf ?? (here ? [here] : []);
  return options.flatMap((option) => Object.keys(option.properties ?? {}));
}

type Words = Pick<Problem, 'what' | 'cure'>;

const kindOf = (value: unknown): string =>
  value === null ? 'nothing' : Array.isArray(value) ? 'a list' : typeof value;

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

function word(issue: z.core.$ZodIssue, value: unknown): Words {
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined)
        return { what: 'is missing', cure: `Add it: a value of type ${issue.expected}` };
      if (issue.expected === 'int') return { what: 'must be an integer', cure: 'Write a whole number' };
      return {
        what: `must be ${issue.expected}, not ${kindOf(value)}`,
        cure: `Write a value of type ${issue.expected}`,
      };
    case 'too_small':
    case 'too_big':
      return bound(issue);
    case 'invalid_value':
      return {
        what: `must be one of ${issue.values.join(', ')}`,
        cure: didYouMean(String(value), issue.values.map(String)),
      };
    default:
      return { what: issue.message, cure: '' };
  }
}

/**
 * Every issue of a failed parse as a problem with file, line, path, what was got and a cure.
 * `value` is the merged scenario, `chain` the files it came from, `sets` the paths given by --set.
 */
export function problemsFrom(
  error: z.ZodError,
  schema: z.ZodType,
  value: unknown,
  chain: readonly Source[],
  sets: readonly Path[],
): Problem[] {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return error.issues.flatMap((issue): Problem[] => {
    const path = issue.path as Path;
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        what: 'unknown key',
        got: key,
        where: placeOf([...path, key], chain, sets),
        cure: didYouMean(key, keysAt(json, path)),
      }));
    }
    const got = valueAt(value, path);
    const { what, cure } = word(issue, got);
    const problem = { what, where: placeOf(path, chain, sets), ...(cure ? { cure } : {}) };
    return [got === undefined || typeof got === 'object' ? problem : { ...problem, got }];
  });
}
