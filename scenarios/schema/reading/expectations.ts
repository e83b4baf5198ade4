import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../bin/bundle.mjs';

/** A commit by its hash and date (ISO 8601). */
interface Commit {
  readonly on: string;
  readonly commit: string;
}

/** A sentence of an expectation that a figure of the answer can hold or refute. */
export interface Claim {
  readonly says: string;
  /** Where the figure stands in the answer, to the letter: the last `mean (95 % interval lo to hi)` of it, or its first number. */
  readonly figure: string;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** What was expected of a question, when that was written, and what was found. */
export interface Expectation {
  readonly question: string;
  readonly expected: string;
  /** SHA-256 of `expected` (hex): a text that was changed afterwards is another expectation. */
  readonly sha256: string;
  readonly written: Commit;
  /** The first commit that holds a result, of whatever form; null before the first run. */
  readonly firstResult: Commit | null;
  /** Why the expectation does not count as one that was made before its result; null where it does. */
  readonly notBlind: string | null;
  /** What was found, as it was kept last; null before the first run. */
  readonly answer: string | null;
  /** What was found before, in older worlds or by other means, the oldest first: a changed verdict stands beside the old one. */
  readonly earlier?: readonly { readonly answer: string; readonly verdict: Verdict; readonly why: string }[];
  readonly claims: readonly Claim[];
}

export type Verdict = 'held' | 'refuted' | 'not settled' | 'not run';

/** All expectations of question files and plans, those that were replaced too, in the order of the files. */
export function expectations(): Expectation[] {
  const path = join(root, 'scenarios', 'results', 'expectations.json');
  return JSON.parse(readFileSync(path, 'utf8')) as Expectation[];
}

const number = String.raw`([+-]?\d[\d,]*(?:\.\d+)?)`;
const withInterval = new RegExp(
  String.raw`${number} [^()]*?\(95 % interval ${number} to ${number}\)|${number} \(95 % interval ${number} to ${number}\)`,
  'g',
);

/** The figure that a claim is held against, as mean and interval. Throws where it has no number. */
export function figureOf(text: string): { mean: number; lo: number; hi: number } {
  const plain = (digits: string | undefined) => Number(digits?.replaceAll(',', ''));
  const found = [...text.matchAll(withInterval)].at(-1);
  if (found) {
    const [mean, lo, hi] = found.slice(1).filter((digits) => digits !== undefined);
    return { mean: plain(mean), lo: plain(lo), hi: plain(hi) };
  }
  const only = plain(text.match(new RegExp(number))?.[1]);
  if (Number.isNaN(only)) throw new Error(`expectation: no figure in "${text}"`);
  return { mean: only, lo: only, hi: only };
}

/** Held when the whole interval keeps the limits, refuted when all of it breaks one, else not settled. */
export function verdictBy(
  { lo, hi }: { readonly lo: number; readonly hi: number },
  limits: { readonly atLeast?: number | undefined; readonly atMost?: number | undefined },
): Verdict {
  const { atLeast = -Infinity, atMost = Infinity } = limits;
  if (lo >= atLeast && hi <= atMost) return 'held';
  return hi < atLeast || lo > atMost ? 'refuted' : 'not settled';
}

export function judged({ figure, ...limits }: Claim): Verdict {
  return verdictBy(figureOf(figure), limits);
}

/** Of all claims: refuted where one is, held where all are. */
export function verdictOf({ answer, claims }: Pick<Expectation, 'answer' | 'claims'>): Verdict {
  if (answer === null) return 'not run';
  return together(claims.map(judged));
}

/** Of several verdicts: refuted where one is, held where all are, not settled where there are none. */
export function together(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('refuted')) return 'refuted';
  return verdicts.length > 0 && verdicts.every((one) => one === 'held') ? 'held' : 'not settled';
}

/** The verdict in words, with whether it was a prediction at all: `refuted; not blind`. */
export function verdictText(expectation: Expectation): string {
  const verdict = verdictOf(expectation);
  return expectation.notBlind === null ? verdict : `${verdict}; not blind`;
}

/**
 * The expectation of a question as a reader is told of it: as one made before the first run where the register knows it for that,
 * not blind where it says so, and plainly as expected where it is none of the shipped questions.
 */
export function expectedText(question: string, expected: string): string {
  const text = expected.trim().split(/\s+/).join(' ');
  const known = expectations().find((one) => one.question === question && one.expected === text);
  if (known === undefined) return `Expected: ${expected}`;
  return known.notBlind === null
    ? `Expected before the first run: ${expected}`
    : `Expected, but not blind (${known.notBlind}): ${expected}`;
}
