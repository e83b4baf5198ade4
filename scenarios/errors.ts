import type { JsonValue } from '../sim/record/json.ts';

/** One thing in the user's input that cannot be used: what, what was got, where, and what cures it. */
export interface InputProblem {
  readonly what: string;
  readonly got?: unknown;
  /** File, path and line as far as known: `depot.yaml:12 robots[2].batteryWh`. */
  readonly where?: string;
  readonly cure?: string;
}

const shown = (value: unknown): string =>
  value === undefined ? 'nothing' : (JSON.stringify(value as JsonValue) ?? String(value)).slice(0, 120);

/** One line of text for one problem. */
export function wordProblem(problem: InputProblem): string {
  const place = problem.where ? `${problem.where}: ` : '';
  const got = 'got' in problem ? `, got ${shown(problem.got)}` : '';
  const cure = problem.cure ? `. ${problem.cure}` : '';
  return `${place}${problem.what}${got}${cure}`;
}

/** The input cannot be used (exit code 2); carries every problem found, not only the first. */
export class InputError extends Error {
  readonly problems: readonly InputProblem[];
  constructor(problems: InputProblem | readonly InputProblem[]) {
    const list = Array.isArray(problems) ? (problems as readonly InputProblem[]) : [problems as InputProblem];
    super(list.map(wordProblem).join('\n'));
    this.name = 'InputError';
    this.problems = list;
  }
}

/** It ran, and the answer is no (exit code 1): verify differs, a golden result is missed. */
export class GateError extends Error {
  override readonly name = 'GateError';
}

/** The user stopped it (exit code 130); says what is left of the work, and where if that is not the cache. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
  readonly kept: string;
  constructor(kept = 'what was finished is kept') {
    super(`stopped by the user; ${kept}`);
    this.kept = kept;
  }
}
