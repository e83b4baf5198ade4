import type { z } from 'zod';
import { type Path, type SettingProblem, valueAt, withValueAt } from './path.ts';

/**
 * Problems that the schema cannot see, in a file that the schema refuses: values that are refused are replaced by legal ones
 * in two ways, and what is wrong in the same words with both has nothing to do with them. Empty where no legal value is known.
 */
export function problemsBehind<T>(
  value: unknown,
  schema: z.ZodType<T>,
  issues: readonly z.core.$ZodIssue[],
  problemsOf: (parsed: T) => readonly SettingProblem[],
): SettingProblem[] {
  const behind = (steps: readonly number[]): readonly SettingProblem[] => {
    for (const step of steps) {
      const parsed = schema.safeParse(issues.reduce((v, issue) => legalised(v, issue, step), value));
      if (parsed.success) return problemsOf(parsed.data);
    }
    return [];
  };
  const [low, high] = [behind(SMALL_STEPS), behind(LARGE_STEPS)];
  const nameOf = ({ path, message, cure }: SettingProblem) => JSON.stringify([path, message, cure]);
  const known = new Set(high.map(nameOf));
  return low.filter((problem) => known.has(nameOf(problem)));
}

/** How far inside its range a refused number is put: ranges are as narrow as a share and as wide as a year. */
const SMALL_STEPS = [0.5, 1];
const LARGE_STEPS = [1000, 10, 2, 1];

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
