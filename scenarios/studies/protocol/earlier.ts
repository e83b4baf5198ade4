import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../../../sim/record/must.ts';
import { root } from '../../bin/bundle.mjs';
import { type Columns, textsOf } from '../../report/columns.ts';
import type { Interval } from '../../stats/interval.ts';
import type { Comparison } from './document.ts';

/** A comparison of a complete run of a protocol, as it was told then. */
type Told = Pick<Comparison, 'a' | 'b' | 'labelledPerMaterial'> & {
  readonly points: Pick<Interval, 'mean' | 'lo' | 'hi'>;
};

/** A complete run of a protocol that comes with looptwin, on data that no longer are; present ones are told from their results file. */
export interface EarlierRun {
  readonly ended: string;
  /** Commit that holds its results file. */
  readonly commit: string;
  /** Networks that were tested on the test items, counted in that file and its versions before. */
  readonly opened: number;
  readonly testItems: number;
  /** What was another world than that of the run before. */
  readonly changed: string;
  readonly comparisons: readonly Told[];
}

/** The complete runs of a protocol so far, the first one first; none for a protocol of the user's own. */
export function earlierRuns(protocol: string): EarlierRun[] {
  const path = join(root, 'scenarios', 'results', `${protocol}-runs.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as EarlierRun[]) : [];
}

/** What a difference in points says: more, less, or nothing that could be told from chance. */
function direction({ lo, hi }: Told['points']): 'more' | 'less' | 'no clear difference' {
  if (lo > 0) return 'more';
  return hi < 0 ? 'less' : 'no clear difference';
}

/** A comparison with what each run said of it. */
interface Row {
  readonly name: string;
  readonly told: readonly (Told | undefined)[];
}

/** What all runs say together: their common answer, or that it is not settled. */
export function together(told: readonly (Told | undefined)[]): string {
  const answers = new Set(told.flatMap((one) => (one === undefined ? [] : [direction(one.points)])));
  return answers.size === 1 ? must([...answers][0], 'answer') : 'not settled';
}

function rowsOf(runs: readonly EarlierRun[]): Row[] {
  const key = ({ a, b, labelledPerMaterial }: Told) => `${a} - ${b}, ${labelledPerMaterial} labels`;
  const names = [...new Set(runs.flatMap(({ comparisons }) => comparisons.map(key)))];
  return names.map((name) => ({
    name,
    told: runs.map(({ comparisons }) => comparisons.find((one) => key(one) === name)),
  }));
}

export const signed = (x: number) => `${x > 0 ? '+' : ''}${x.toFixed(1)}`;

/** A difference in points with its interval: `+6.1 (5.7 to 6.5)`. */
export const range = ({ mean, lo, hi }: Told['points']) =>
  `${signed(mean)} (${lo.toFixed(1)} to ${hi.toFixed(1)})`;

/** A share as whole percent with its interval, where it has one: `71 % (66 to 76)`. */
export function percentRange({ mean, lo, hi }: Interval): string {
  const [middle, low, high] = [mean, lo, hi].map((x) => (100 * x).toFixed(0));
  return Number.isFinite(lo) ? `${middle} % (${low} to ${high})` : `${middle} %`;
}

/** Runs side by side, a comparison a row: heads and texts of a table. */
export function sideBySide(runs: readonly EarlierRun[]): readonly [string[], string[][]] {
  const columns: Columns<Row> = [
    ['points of material accuracy', ({ name }) => name],
    ...runs.map(({ ended }, run): Columns<Row>[number] => [
      `run of ${ended}`,
      ({ told }) => {
        const one = told[run];
        return one === undefined ? '-' : range(one.points);
      },
    ]),
    ['together', ({ told }) => together(told)],
  ];
  return textsOf(columns, rowsOf(runs));
}

/** How often the test items were opened, and what changed between the runs, a sentence each. */
export function openedText(runs: readonly EarlierRun[]): string {
  const opened = runs.reduce((sum, run) => sum + run.opened, 0);
  const items = must(runs[0], 'run').testItems;
  const [, ...later] = runs;
  const changes = later.map(({ ended, changed }) => `Changed before the run of ${ended}: ${changed}.`);
  return [
    `In ${runs.length} earlier runs, in another world, the same ${items} test items were opened ${opened} times, once for each network tested.`,
    ...changes,
  ].join(' ');
}
