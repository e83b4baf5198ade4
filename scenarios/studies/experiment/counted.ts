import { dayMeans } from '../../stats/crossed.ts';
import { replicationsNeeded } from '../../stats/replications.ts';
import type { CellRow, DoneCell } from './cell.ts';
import { commonDays, comparisonOf, pairSeries, seriesOf } from './compare.ts';
import { effectSeries } from './findings.ts';
import type { Replications, StudyHead } from './study.ts';

/** How the days came to be as many as they are. */
export interface Stopping extends Required<Replications> {
  /** True when every interval was narrow enough; false: the upper bound came first, or not all days are played yet. */
  readonly reached: boolean;
}

/** The days that the answer is over. */
export interface Counted {
  /** By point: its cells on these days, in their order; undefined for a point that failed on every day. */
  readonly cells: readonly (DoneCell[] | undefined)[];
  /** Null where the number of days was given. */
  readonly stopping: Stopping | null;
}

/** What must be known narrowly: the effects of a plan, else the differences, else the ways themselves. */
function watched(head: StudyHead, cells: Counted['cells'], quantity: Stopping['quantity']): number[][] {
  const effects = effectSeries(head, cells, quantity);
  if (effects.length > 0) return effects;
  const { told, pairs } = comparisonOf(head, cells);
  return pairs.length > 0
    ? pairs.map((pair) => dayMeans(pairSeries(pair, quantity)))
    : told.map((one) => dayMeans(seriesOf(one, quantity)));
}

/**
 * The days that all points have, up to where the rule of replications would have stopped: a function of the rows alone, so that
 * whoever plays more days than needed, or plays them elsewhere, counts the same ones.
 */
export function countedDays(head: StudyHead, rows: readonly CellRow[]): Counted {
  const cells = commonDays(head, rows);
  const { from, to, halfWidth, quantity = head.quantity } = head.replications;
  if (halfWidth === undefined) return { cells, stopping: null };
  const values = watched(head, cells, quantity);
  const rule = { target: halfWidth, kind: 'absolute', least: from } as const;
  const stop = values.length === 0 ? null : replicationsNeeded(values, rule);
  return {
    cells: stop === null ? cells : cells.map((mine) => mine?.slice(0, stop.run)),
    stopping: { from, to, halfWidth, quantity, reached: stop !== null },
  };
}
