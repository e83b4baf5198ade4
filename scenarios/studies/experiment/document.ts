import { must } from '../../../sim/record/must.ts';
import { GateError } from '../../errors.ts';
import { type JudgedRule, judgeRules } from '../../schema/reading/rules.ts';
import { crossedInterval } from '../../stats/crossed.ts';
import type { Interval } from '../../stats/interval.ts';
import { type Answer, answerOfArms, answerOfPerceptions, answerOfPlan } from './answer.ts';
import { type CellRow, commandOf, type FailedCell } from './cell.ts';
import {
  boundOf,
  comparisonOf,
  type Difference,
  difference,
  namedWays,
  type PointEstimate,
  pairSeries,
  pointEstimate,
  seriesOf,
} from './compare.ts';
import { type Counted, countedDays, type Stopping } from './counted.ts';
import { findingsOf, namedEffects, namedInterval, type PlanFindings } from './findings.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type Pays, paysOf } from './pays.ts';
import { confidence, intervalInWords, type Quantities } from './quantities.ts';
import type { Unsettled } from './settle.ts';
import type { NeededSensors, PointVariant, StudyHead } from './study.ts';
import { dayKey, pointLabel } from './ways/day-key.ts';

/** One day under one variant of one point: every quantity in the unit of its name. */
export interface ReplicationRow extends Quantities {
  readonly point: string;
  readonly replication: number;
  readonly seed: number;
  /** Seed of the training where networks were trained several times; null where this way needs none. */
  readonly training?: number | null;
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
    'kind' | 'scenario' | 'command' | 'title' | 'question' | 'expected' | 'seed' | 'quantity' | 'leavesOut'
  > {
  readonly fingerprint: string;
  /** Points x days that were played, failed ones too. */
  readonly cells: number;
  /** Days that the answer is over: all points have them. */
  readonly replications: number;
  /** How often networks were trained anew: 1 where all days share them, or need none. */
  readonly trainings: number;
  /** How the days came to be as many; null where their number was given. */
  readonly stopping: Stopping | null;
  readonly confidence: number;
  readonly points: readonly PointEstimate[];
  readonly differences: readonly Difference[];
  /** Effects of the factors of a plan; null otherwise. */
  readonly plan: PlanFindings | null;
  /** What no policy can exceed, of the first point. */
  readonly boundEur: Interval;
  readonly failures: readonly Failure[];
  /** What was expected, as rules, and what became of each. */
  readonly rules: readonly JudgedRule[];
  /** What of the answer is not settled, and how many days more would settle it. */
  readonly unsettled: readonly Unsettled[];
  readonly answer: string;
  readonly rows: readonly ReplicationRow[];
  /** Whether it pays to buy each arm, those without robots first; and the answer in one sentence. */
  readonly pays: Pays;
  /** By point, the command line that plays its day 0. */
  readonly dayCommands: readonly { readonly point: string; readonly command: string }[];
  /** What each way of seeing needs on a robot; empty where points are compared. */
  readonly sensors: readonly NeededSensors[];
}

function answerOf(
  { kind, quantity }: StudyHead,
  { points, differences, plan }: Pick<ExperimentDocument, 'points' | 'differences' | 'plan'>,
  over: string,
): Answer {
  if (plan !== null) return answerOfPlan(points, plan, quantity, over);
  return kind === 'perceptions'
    ? answerOfPerceptions(points, differences, over)
    : answerOfArms(points, differences, quantity, over);
}

function rowsOf(head: StudyHead, rows: readonly CellRow[], days: ReadonlySet<number>) {
  const several = head.points.some(({ training }) => training !== undefined);
  return rows.flatMap((row): ReplicationRow[] => {
    if (row.status === 'failed') return [];
    const { name, variants, training = null } = must(head.points[row.point], 'point');
    const { replication, boundEur } = row;
    return row.days.map(({ eventHash, quantities }, index) => ({
      ...{ point: name, ...dayKey(head, replication) },
      ...(several ? { training } : {}),
      ...namesOf(must(variants[index], 'variant')),
      ...quantities,
      ...{ boundEur, eventHash, counted: days.has(replication) },
    }));
  });
}

const namesOf = ({ perception, maintenance }: PointVariant) => ({ perception, maintenance });

function dayCommandsOf(head: StudyHead): ExperimentDocument['dayCommands'] {
  return head.points.map((one, point) => ({
    point: pointLabel(one.name, one.training),
    command: commandOf(head, { point, replication: 0 }),
  }));
}

function failuresOf({ points }: StudyHead, rows: readonly CellRow[]): Failure[] {
  return rows.flatMap((row) => {
    if (row.status === 'done') return [];
    const { status: _, ...failed } = row;
    const { name, training } = must(points[row.point], 'point');
    return [{ ...failed, point: pointLabel(name, training) }];
  });
}

/** A failure in words, with the command that repeats it. */
export function failureText({ point, replication, seed, error, command }: Failure): string {
  return `${point}, day ${replication}, seed ${seed} failed: ${error}\n  again: ${command}`;
}

/** How many cells failed, in words. */
export function failedText({
  failures,
  cells,
}: {
  readonly failures: readonly object[];
  readonly cells: number;
}): string {
  return `${failures.length} of ${cells} ${cells === 1 ? 'cell' : 'cells'} failed`;
}

/** Rules of the expectation of a plan, held against its effects on the days that count. */
function effectRulesOf(head: StudyHead, cells: Counted['cells']): JudgedRule[] {
  const effects = new Map(namedEffects(head, cells).flatMap((one) => one.names.map((name) => [name, one])));
  return judgeRules(head.scenario, head.rules, (quantity = head.quantity, of, minus) => {
    const [effect, less] = [effects.get(of), minus === undefined ? undefined : effects.get(minus)];
    if (effect === undefined || (minus !== undefined && less === undefined)) return undefined;
    const interval = namedInterval(effect, less, quantity);
    const name = minus === undefined ? of : `${of} minus ${minus}`;
    return { text: `${name} ${intervalInWords(interval, quantity, true)}`, lo: interval.lo, hi: interval.hi };
  });
}

/** Rules of the expectation, held against the days that count. */
function rulesOf(head: StudyHead, cells: Counted['cells']): JudgedRule[] {
  if (head.design !== null) return effectRulesOf(head, cells);
  const ways = new Map(namedWays(head, cells).map((told) => [told.name, told]));
  return judgeRules(head.scenario, head.rules, (quantity = head.quantity, of, minus) => {
    const better = ways.get(of);
    const than = minus === undefined ? undefined : ways.get(minus);
    if (better === undefined || (minus !== undefined && than === undefined)) return undefined;
    const series = than === undefined ? seriesOf(better, quantity) : pairSeries({ better, than }, quantity);
    const interval = crossedInterval(series, confidence);
    const name = minus === undefined ? of : `${of} minus ${minus}`;
    const text = `${name} ${intervalInWords(interval, quantity, minus !== undefined)}`;
    return { text, lo: interval.lo, hi: interval.hi };
  });
}

/**
 * The document of a study from the rows of its cells, in whatever order they come and wherever they were played. Throws
 * GateError where no day is left that all points have.
 */
export function documentOf(head: StudyHead, played: readonly CellRow[]): ExperimentDocument {
  const sorted = [...played].sort((a, b) => a.point - b.point || a.replication - b.replication);
  const { cells, stopping } = countedDays(head, sorted);
  const first = cells.find((days) => days !== undefined);
  // Days after the rule would have stopped: others, who could not know, play them too.
  const last = stopping?.reached ? (first?.at(-1)?.replication ?? 0) : Number.POSITIVE_INFINITY;
  const rows = sorted.filter(({ replication }) => replication <= last);
  const failures = failuresOf(head, rows);
  if (first === undefined || first.length === 0)
    throw new GateError(
      [
        `${failedText({ failures, cells: rows.length })}: no day is left to compare`,
        ...failures.map(failureText),
      ].join('\n'),
    );
  const { told, pairs } = comparisonOf(head, cells);
  const points = told.map(pointEstimate);
  const differences = pairs.map((pair) => difference(pair, head.quantity));
  const boundEur = boundOf(first);
  const plan = findingsOf(head, cells);
  const fingerprint = fingerprintOf(head, { cells, points, differences, boundEur });
  const { kind, scenario, command, title, question, expected, seed, quantity, leavesOut } = head;
  const trainings = Math.max(1, ...told.map(({ trained }) => trained.length));
  const over = `Over ${first.length} runs${trainings > 1 ? ` and ${trainings} trainings` : ''}`;
  return {
    ...{ kind, scenario, command, title, question, expected, fingerprint, seed },
    ...{
      cells: rows.length,
      replications: first.length,
      trainings,
      leavesOut,
      stopping,
      confidence,
      quantity,
    },
    ...{ points, differences, plan, boundEur, failures, rules: rulesOf(head, cells) },
    ...answerOf(head, { points, differences, plan }, over),
    rows: rowsOf(head, rows, new Set(first.map(({ replication }) => replication))),
    pays: paysOf(head, cells),
    dayCommands: dayCommandsOf(head),
    sensors: kind === 'perceptions' ? must(head.points[0], 'point').sensors : [],
  };
}
