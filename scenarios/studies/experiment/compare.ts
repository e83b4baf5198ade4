import { must } from '../../../sim/record/must.ts';
import type { QuantityName } from '../../schema/day/compare.ts';
import { type Interval, meanInterval, pairedInterval } from '../../stats/interval.ts';
import type { CellRow, DoneCell } from './cell.ts';
import { confidence, type Estimates, estimatesOf } from './quantities.ts';
import type { Point, StudyHead } from './study.ts';

/** One way to play the days, over the days that count. */
export interface PointEstimate {
  readonly name: string;
  readonly perception: string;
  readonly maintenance: string;
  readonly estimates: Estimates;
}

/** One way minus another on the same days (common random numbers). */
export interface Difference {
  readonly better: string;
  readonly than: string;
  readonly estimates: Estimates;
}

/** A way to play the days with what it did on each day that counts. */
export interface Told {
  readonly name: string;
  readonly variant: Point['variants'][number];
  readonly cells: readonly DoneCell[];
  /** Place of the variant among those of the point. */
  readonly index: number;
}

/**
 * The cells of each point on the days that all of them have, in the order of the days. A point that failed on every day is
 * left out (undefined): otherwise nothing at all could be said of the others.
 */
export function commonDays({ points }: StudyHead, rows: readonly CellRow[]): (DoneCell[] | undefined)[] {
  const done = points.map((_, point) => {
    const mine = rows.filter((row): row is DoneCell => row.status === 'done' && row.point === point);
    return new Map(mine.map((row) => [row.replication, row]));
  });
  const played = done.filter(({ size }) => size > 0);
  const days = [...(played[0]?.keys() ?? [])]
    .filter((day) => played.every((cells) => cells.has(day)))
    .sort((a, b) => a - b);
  return done.map((cells) => (cells.size > 0 ? days.map((day) => must(cells.get(day), 'day')) : undefined));
}

/** Values of a quantity, one a day. */
export function seriesOf({ cells, index }: Told, quantity: QuantityName): number[] {
  return cells.map(({ days }) => must(days[index], 'day of a variant').quantities[quantity]);
}

export function pointEstimate(told: Told): PointEstimate {
  const { name, variant } = told;
  const estimates = estimatesOf((quantity) => meanInterval(seriesOf(told, quantity), confidence));
  return { name, ...variant, estimates };
}

export function difference(better: Told, than: Told): Difference {
  const estimates = estimatesOf((quantity) =>
    pairedInterval(seriesOf(better, quantity), seriesOf(than, quantity), confidence),
  );
  return { better: better.name, than: than.name, estimates };
}

/** Each variant of a point as a way of its own, named by what it sees, and by its maintenance where that is not the usual one. */
export function variantsOf({ variants }: Point, cells: readonly DoneCell[]): Told[] {
  return variants.map((variant, index) => {
    const { perception, maintenance } = variant;
    const usual = maintenance === variants[0]?.maintenance;
    return { name: usual ? perception : `${perception} + ${maintenance}`, variant, cells, index };
  });
}

/** What is asked first of the variants of one point: teachers and students against labels only, policies against the usual one. */
export function differencesOfVariants(told: readonly Told[]): Difference[] {
  const usual = told[0]?.variant.maintenance;
  const base = told.find(({ name }) => name === 'labels-only');
  return told.flatMap((one) => {
    const { perception, maintenance } = one.variant;
    const than = maintenance === usual ? base : told.find(({ variant }) => variant.perception === perception);
    return than === undefined || than === one ? [] : [difference(one, than)];
  });
}

/** The main variant of each point, named as the point. */
export function mainOf(points: readonly Point[], cells: readonly (DoneCell[] | undefined)[]): Told[] {
  return points.flatMap(({ name, variants, main }, index) => {
    const mine = cells[index];
    return mine === undefined
      ? []
      : [{ name, variant: must(variants[main], 'main variant'), cells: mine, index: main }];
  });
}

/** What no policy can exceed, over the days. */
export function boundOf(cells: readonly DoneCell[]): Interval {
  return meanInterval(
    cells.map(({ boundEur }) => boundEur),
    confidence,
  );
}
