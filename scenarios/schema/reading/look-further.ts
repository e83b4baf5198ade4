import type { z } from 'zod';
import { type Path, type SettingProblem, startsWith, valueAt, withValueAt } from './path.ts';

/**
 * Problems that the schema cannot see, in a file that the schema refuses: values that are refused or missing are replaced by
 * legal ones in two ways, and what is wrong in the same words with both has nothing to do with them. Empty where no legal value
 * is known. `defaults` is what the schema makes of an empty file; undefined if it has no such thing.
 */
export function problemsBehind<T>(
  value: unknown,
  schema: z.ZodType<T>,
  issues: readonly z.core.$ZodIssue[],
  problemsOf: (parsed: T) => readonly SettingProblem[],
  defaults: unknown,
): SettingProblem[] {
  const behind = (way: Way): readonly SettingProblem[] => {
    for (const step of way.steps) {
      const legal = madeLegal({ value, schema, issues, defaults }, way, step);
      if (legal === undefined) continue;
      const found = problemsOf(legal.data);
      return found.filter(({ path }) => !legal.filled.some((at) => startsWith(path, at)));
    }
    return [];
  };
  const [low, high] = [behind(LOW), behind(HIGH)];
  const nameOf = ({ path, message, cure }: SettingProblem) => JSON.stringify([path, message, cure]);
  const known = new Set(high.map(nameOf));
  return low.filter((problem) => known.has(nameOf(problem)));
}

/** One of the two ways to replace what is refused. */
interface Way {
  /** How far inside its range a refused number is put: ranges are as narrow as a share and as wide as a year. */
  readonly steps: readonly number[];
  /** Which of the values is taken that stand at the same place of other entries; and what is made of it. */
  readonly pick: number;
  readonly vary: (sample: unknown) => unknown;
}

const LOW: Way = { steps: [0.5, 1], pick: 0, vary: (sample) => sample };
const HIGH: Way = {
  steps: [1000, 10, 2, 1],
  pick: -1,
  vary: (sample) => (typeof sample === 'number' ? sample / 2 : sample),
};

interface Refused<T> {
  readonly value: unknown;
  readonly schema: z.ZodType<T>;
  readonly issues: readonly z.core.$ZodIssue[];
  readonly defaults: unknown;
}

/** Parts that are missing come to light one level after the other. */
const MOST_ROUNDS = 3;

/** What the schema reads once refused values have legal ones, and where values were filled in; undefined if it still refuses. */
function madeLegal<T>(
  { value, schema, issues, defaults }: Refused<T>,
  { pick, vary }: Way,
  step: number,
): { readonly data: T; readonly filled: readonly Path[] } | undefined {
  let legal = issues.reduce((v, issue) => legalised(v, issue, step), value);
  const filled: Path[] = [];
  for (let round = 0; round <= MOST_ROUNDS; round++) {
    const parsed = schema.safeParse(legal);
    if (parsed.success) return { data: parsed.data, filled };
    const refused = parsed.error.issues.map(({ path }) => path as Path);
    for (const found of parsed.error.issues) {
      const path = found.path as Path;
      const sample = samplesAt(legal, defaults, path, refused).at(pick);
      const legalHere = sample === undefined ? plainOf(found, vary) : vary(sample);
      if (legalHere === undefined) return undefined;
      legal = withValueAt(legal, path, legalHere);
      filled.push(path);
    }
  }
  return undefined;
}

/** A number that most numbers may be, where nothing else says what may stand there: 1, or what a way makes of it. */
function plainOf(issue: z.core.$ZodIssue, vary: Way['vary']): unknown {
  if (issue.code !== 'invalid_type') return undefined;
  return issue.expected === 'number' ? vary(1) : issue.expected === 'int' ? 1 : undefined;
}

/** Values that stand at a place of other entries of its list and are not refused, then of the defaults; of no list, the default. */
function samplesAt(value: unknown, defaults: unknown, path: Path, refused: readonly Path[]): unknown[] {
  const at = path.findLastIndex((step) => typeof step === 'number');
  const [list, rest] = [path.slice(0, Math.max(at, 0)), path.slice(at + 1)];
  const entriesOf = (whole: unknown): unknown[] => {
    const entries = valueAt(whole, list);
    return Array.isArray(entries) ? entries : [];
  };
  const isRefused = (entry: number) => refused.some((other) => startsWith(other, [...list, entry, ...rest]));
  const samples =
    at < 0
      ? [valueAt(defaults, path)]
      : [...entriesOf(value).filter((_, i) => !isRefused(i)), ...entriesOf(defaults)].map((entry) =>
          valueAt(entry, rest),
        );
  return samples.filter((sample) => sample !== undefined);
}

/** The value with what the issue is about replaced: a number inside its range, else left out for its default to come in. */
function legalised(value: unknown, issue: z.core.$ZodIssue, step: number): unknown {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.reduce((v, key) => without(v, [...path, key]), value);
  if (issue.code === 'too_small' && issue.origin === 'number')
    return withValueAt(value, path, Number(issue.minimum) + step);
  if (issue.code === 'too_big' && issue.origin === 'number') {
    const maximum = Number(issue.maximum);
    // A count of things that are then made is refused for its size: a legal one should be cheap to make.
    return withValueAt(value, path, maximum > 100 ? 10 + Math.min(step, 90) : maximum - step);
  }
  // An entry of a list cannot be left out, and there need be no other entry to take one from.
  if (issue.code === 'invalid_value' && typeof path.at(-1) === 'number')
    return withValueAt(value, path, issue.values.at(step < 2 ? 0 : -1));
  return without(value, path);
}

/** Takes a key out of its object; a list keeps its entries, so that their numbers stay. */
function without(value: unknown, path: Path): unknown {
  const key = path[path.length - 1];
  const owner = valueAt(value, path.slice(0, -1));
  if (typeof key !== 'string' || typeof owner !== 'object' || owner === null) return value;
  const rest = Object.fromEntries(Object.entries(owner).filter(([name]) => name !== key));
  return path.length === 1 ? rest : withValueAt(value, path.slice(0, -1), rest);
}
