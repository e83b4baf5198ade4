import type { JsonValue } from '../sim/record/json.ts';
import { oneLine } from './printable.ts';

/** One thing in the user's input that cannot be used: what, what was got, where, and what cures it. */
export interface InputProblem {
  readonly what: string;
  readonly got?: unknown;
  /** File, path and line as far as known: `depot.yaml:12 robots[2].batteryWh`. */
  readonly where?: string;
  readonly cure?: string;
}

/** Problems of one input that are written out; the others are counted. */
export const LISTED = 50;

/** Those that are written out, of too many: one of each kind (its words without names) before a second of any. */
export function fewOf<T>(problems: readonly T[], wordsOf: (problem: T) => string): readonly T[] {
  if (problems.length <= LISTED) return problems;
  const seen = new Map<string, number>();
  const ranked = problems.map((problem) => {
    const kind = wordsOf(problem).replace(/"[^"]*"/g, '');
    const rank = seen.get(kind) ?? 0;
    seen.set(kind, rank + 1);
    return { problem, rank };
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, LISTED)
    .map(({ problem }) => problem);
}

/** A word longer than this is cut in messages, a text after so many characters. */
const LONGEST_WORD = 300;
const LONGEST_TEXT = 1000;

/** A text on one line, as long as a person reads: words of a file can be as long as the file. */
function brief(text: string, most = LONGEST_TEXT): string {
  const words = text.slice(0, 2 * most).replace(/\S+/g, (word) => cut(word, LONGEST_WORD));
  return oneLine(cut(words, most));
}

const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most)}...` : text);

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return String(value);
  return brief(JSON.stringify(value as JsonValue) ?? String(value), 120);
}

/** One line of text for one problem. */
export function wordProblem(problem: InputProblem): string {
  const place = problem.where ? `${brief(problem.where)}: ` : '';
  const got = 'got' in problem ? `, got ${shown(problem.got)}` : '';
  const cure = problem.cure ? `. ${brief(problem.cure)}` : '';
  return `${place}${brief(problem.what)}${got}${cure}`;
}

/** The input cannot be used (exit code 2); carries the problems found, not only the first, and says the first of many. */
export class InputError extends Error {
  readonly problems: readonly InputProblem[];
  /** `inAll` = how many there are, if not all of them are given. */
  constructor(problems: InputProblem | readonly InputProblem[], inAll?: number) {
    const list = Array.isArray(problems) ? (problems as readonly InputProblem[]) : [problems as InputProblem];
    const more = (inAll ?? list.length) - LISTED;
    const rest = more > 0 ? [`${more} more problems: only the first ${LISTED} are listed`] : [];
    super([...list.slice(0, LISTED).map(wordProblem), ...rest].join('\n'));
    this.name = 'InputError';
    this.problems = list;
  }
}

/** The machine gave too little, of memory or of disk (exit code 1): the same command can succeed later or elsewhere. */
export class ShortageError extends Error {
  override readonly name = 'ShortageError';
  constructor(readonly problem: InputProblem) {
    super(wordProblem(problem));
  }
}

/** It ran, and the answer is no (exit code 1): verify differs, a golden result is missed. */
export class GateError extends Error {
  override readonly name = 'GateError';
}

/** The user stopped it (exit code 130); says what is left of the work, and where if that is not the cache. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
  constructor(readonly kept = 'finished work is kept') {
    super(`stopped by the user; ${kept}`);
  }
}
