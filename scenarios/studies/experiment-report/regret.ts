import { must } from '../../../sim/record/must.ts';
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
  return points.flatMap((point) => {
    const splits = daysOf(document, point).flatMap(({ point: own, replication, valueEur, boundEur }) => {
      const usual = document.rows.find((row) => row.point === own)?.maintenance;
      const day = document.lifted.find((one) => one.point === own && one.replication === replication);
      if (day === undefined || point.maintenance !== usual) return [];
      const { freeBoundEur, liftedEur } = day;
      return [split({ policy: valueEur, ...liftedEur }, { boundEur, freeBoundEur }).parts];
    });
    if (splits.length === 0) return [];
    const causes = Object.keys(must(splits[0], 'split')) as Cause[];
    const meanOf = (cause: Cause) => splits.reduce((sum, parts) => sum + parts[cause], 0) / splits.length;
    const partsEur = Object.fromEntries(causes.map((cause) => [cause, meanOf(cause)]));
    return [{ name: point.name, days: splits.length, partsEur: partsEur as PointRegret['partsEur'] }];
  });
}
