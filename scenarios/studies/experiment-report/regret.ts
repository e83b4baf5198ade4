import { type RegretSplit, split } from '../../../sim/score/regret.ts';
import type { PointEstimate } from '../experiment/compare.ts';
import type { ExperimentDocument } from '../experiment/document.ts';
import { daysOf } from './values.ts';

/** Regret of one way to play against the free bound, by cause, mean over the days that were lifted. */
export interface PointRegret {
  readonly name: string;
  readonly days: number;
  readonly partsEur: RegretSplit['parts'];
}

type Cause = keyof RegretSplit['parts'];

/**
 * Regret by cause of each way to play; none where its days were not lifted. Days are lifted under the usual maintenance of a
 * point: other policies have no split of their own.
 */
export function regretsOf(document: ExperimentDocument, points: readonly PointEstimate[]): PointRegret[] {
  const { rows, lifted } = document;
  const key = (point: string, replication: number) => JSON.stringify([point, replication]);
  const days = new Map(lifted.map((day) => [key(day.point, day.replication), day]));
  // From the last row to the first: what stays is the first of each point, which is of its usual maintenance.
  const usual = new Map([...rows].reverse().map(({ point, maintenance }) => [point, maintenance]));
  return points.flatMap((point) => {
    const splits = daysOf(document, point).flatMap((row) => {
      const day = days.get(key(row.point, row.replication));
      if (day === undefined || point.maintenance !== usual.get(row.point)) return [];
      const { freeBoundEur, liftedEur } = day;
      return [split({ policy: row.valueEur, ...liftedEur }, { boundEur: row.boundEur, freeBoundEur }).parts];
    });
    const [first] = splits;
    if (first === undefined) return [];
    const meanOf = (cause: Cause) => splits.reduce((sum, parts) => sum + parts[cause], 0) / splits.length;
    const partsEur = Object.fromEntries(
      (Object.keys(first) as Cause[]).map((cause) => [cause, meanOf(cause)]),
    );
    return [{ name: point.name, days: splits.length, partsEur: partsEur as PointRegret['partsEur'] }];
  });
}
