import { must } from '../../../sim/record/must.ts';
import { GateError } from '../../errors.ts';
import type { Interval } from '../../stats/interval.ts';
import { type Answer, answerOfArms, answerOfPerceptions } from './answer.ts';
import type { CellRow, DoneCell, FailedCell } from './cell.ts';
import {
  boundOf,
  commonDays,
  type Difference,
  difference,
  differencesOfVariants,
  mainOf,
  type PointEstimate,
  pointEstimate,
  type Told,
  variantsOf,
} from './compare.ts';
import { fingerprintOf } from './fingerprint.ts';
import { confidence, type Quantities } from './quantities.ts';
import type { Unsettled } from './settle.ts';
import type { StudyHead } from './study.ts';

/** One day under one variant of one point: every quantity in the unit of its name. */
export interface ReplicationRow extends Quantities {
  readonly point: string;
  readonly replication: number;
  readonly seed: number;
  readonly perception: string;
  readonly maintenance: string;
  readonly boundEur: number;
  readonly eventHash: string;
  /** False for a day that the answer leaves out, because another point failed on it. */
  readonly counted: boolean;
}

/** A cell that failed, with the name of its point. */
export interface Failure extends Omit<FailedCell, 'point' | 'status'> {
  readonly point: string;
}

/** The document of `looptwin experiment --json`, whatever is compared. */
export interface ExperimentDocument
  extends Pick<
    StudyHead,
    'kind' | 'scenario' | 'title' | 'question' | 'expected' | 'seed' | 'quantity' | 'replications'
  > {
  readonly fingerprint: string;
  /** Points x days that were asked for; `replications` = days that all points have: the answer is over these. */
  readonly cells: number;
  readonly confidence: number;
  readonly points: readonly PointEstimate[];
  readonly differences: readonly Difference[];
  /** What no policy can exceed, of the first point. */
  readonly boundEur: Interval;
  readonly failures: readonly Failure[];
  /** What of the answer is not settled, and how many days more would settle it. */
  readonly unsettled: readonly Unsettled[];
  readonly answer: string;
  readonly rows: readonly ReplicationRow[];
}

/** What is told of: the ways of seeing of the one point, or the main variant of each. */
function toldOf({ kind, points }: StudyHead, cells: readonly (DoneCell[] | undefined)[]): Told[] {
  const [first] = points;
  return kind === 'perceptions' && first && cells[0] ? variantsOf(first, cells[0]) : mainOf(points, cells);
}

function differencesOf({ kind }: StudyHead, told: readonly Told[]): Difference[] {
  if (kind === 'perceptions') return differencesOfVariants(told);
  const [first, ...others] = told;
  return first === undefined ? [] : others.map((one) => difference(one, first));
}

function answerOf(
  { kind, quantity }: StudyHead,
  points: readonly PointEstimate[],
  differences: readonly Difference[],
  days: number,
): Answer {
  return kind === 'perceptions'
    ? answerOfPerceptions(points, differences, days)
    : answerOfArms(points, differences, quantity, days);
}

function rowsOf({ points, seed }: StudyHead, rows: readonly CellRow[], days: ReadonlySet<number>) {
  return rows.flatMap((row): ReplicationRow[] => {
    if (row.status === 'failed') return [];
    const { name, variants } = must(points[row.point], 'point');
    const { replication, boundEur } = row;
    return row.days.map(({ eventHash, quantities }, index) => ({
      ...{ point: name, replication, seed },
      ...must(variants[index], 'variant'),
      ...quantities,
      ...{ boundEur, eventHash, counted: days.has(replication) },
    }));
  });
}

function failuresOf({ points }: StudyHead, rows: readonly CellRow[]): Failure[] {
  return rows.flatMap((row) => {
    if (row.status === 'done') return [];
    const { status: _, ...failed } = row;
    return [{ ...failed, point: must(points[row.point], 'point').name }];
  });
}

/** A failure in words, with the command that repeats it. */
export function failureText({ point, replication, seed, error, command }: Failure): string {
  return `${point}, day ${replication}, seed ${seed} failed: ${error}\n  again: ${command}`;
}

/** How many cells failed, in words. */
export function failedText({ failures, cells }: Pick<ExperimentDocument, 'failures' | 'cells'>): string {
  return `${failures.length} of ${cells} ${cells === 1 ? 'cell' : 'cells'} failed`;
}

/**
 * The document of a study from the rows of its cells, in whatever order they come and wherever they were played. Throws
 * GateError where no day is left that all points have.
 */
export function documentOf(head: StudyHead, played: readonly CellRow[]): ExperimentDocument {
  const rows = [...played].sort((a, b) => a.point - b.point || a.replication - b.replication);
  const failures = failuresOf(head, rows);
  const counted = commonDays(head, rows);
  const first = counted.find((days) => days !== undefined);
  if (first === undefined || first.length === 0)
    throw new GateError(
      [
        `${failedText({ failures, cells: rows.length })}: no day is left to compare`,
        ...failures.map(failureText),
      ].join('\n'),
    );
  const told = toldOf(head, counted);
  const points = told.map(pointEstimate);
  const differences = differencesOf(head, told);
  const boundEur = boundOf(first);
  const fingerprint = fingerprintOf(head, { cells: counted, points, differences, boundEur });
  const { kind, scenario, title, question, expected, seed, quantity } = head;
  return {
    ...{ kind, scenario, title, question, expected, fingerprint, seed },
    ...{
      cells: rows.length,
      replications: first.length,
      confidence,
      quantity,
      points,
      differences,
      boundEur,
      failures,
    },
    ...answerOf(head, points, differences, first.length),
    rows: rowsOf(head, rows, new Set(first.map(({ replication }) => replication))),
  };
}
