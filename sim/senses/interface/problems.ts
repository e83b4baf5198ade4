import type { Range, SenseModel, StateProblem } from './sense.ts';

/** What a state is held to. */
export type StateRules<S extends object> = Pick<SenseModel<S>, 'ranges' | 'choices' | 'problems'>;

type Values = Pick<SenseModel<object>, 'ranges' | 'choices'>;

/** Everything that makes a state impossible: numbers out of their range, unknown words, and what the room itself sees. */
export function stateProblems<S extends object>(rules: StateRules<S>, state: S): StateProblem[] {
  const values = valueProblems(rules, state, '');
  // What the room says of a state is worth reading only where each of its values is legal.
  return values.length > 0 ? values : rules.problems(state);
}

/** Numbers and words below `path`; a list is held to the range of its own path. */
function valueProblems(rules: Values, value: unknown, path: string): StateProblem[] {
  if (typeof value === 'number') return rangeProblems(path, rules.ranges[path], value);
  if (typeof value === 'string') return choiceProblems(path, rules.choices?.[path] ?? [], value);
  if (Array.isArray(value)) return value.flatMap((entry) => valueProblems(rules, entry, path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    valueProblems(rules, inner, path === '' ? key : `${path}.${key}`),
  );
}

function rangeProblems(key: string, range: Range | undefined, got: number): StateProblem[] {
  if (range === undefined) return [];
  const { least, most, whole = false } = range;
  if (whole && !Number.isInteger(got))
    return [{ key, message: 'must be an integer', got, cure: 'Write a whole number' }];
  if (got >= least && got <= most) return [];
  return [{ key, message: `must lie in ${least}..${most}`, got, cure: 'Set it within' }];
}

function choiceProblems(key: string, known: readonly string[], got: string): StateProblem[] {
  if (known.includes(got)) return [];
  return [{ key, message: `must be one of ${known.join(', ')}`, got, cure: 'Take one of them' }];
}

/** Rows or bands of a list that a frame of `count` of them does not have: an index beyond it would change nothing, or another row. */
export function beyondProblems(
  key: string,
  indexes: readonly number[],
  count: number,
  unit: string,
): StateProblem[] {
  return indexes
    .filter((index) => index >= count)
    .map((got) => ({
      key,
      message: `a frame has ${unit} 0..${count - 1}`,
      got,
      cure: `Name ${unit} that it has`,
    }));
}
