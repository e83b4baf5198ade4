import { at, must } from '../../../sim/record/must.ts';
import { isReference } from '../../../sim/site/reference.ts';
import type { QuantityName } from '../../schema/day/compare.ts';
import { type Interval, meanInterval, narrowedBy } from '../../stats/interval.ts';
import type { CellRow, DoneCell } from './cell.ts';
import { confidence, type Estimates, estimatesOf } from './quantities.ts';
import type { Point, StudyHead } from './study.ts';

/** One way to play the days, over the days that count. */
export interface PointEstimate {
  readonly name: string;
  /** The value of each factor of a plan, by name; empty otherwise. */
  readonly levels: Point['levels'];
  readonly perception: string;
  readonly maintenance: string;
  readonly estimates: Estimates;
}

/** One way minus another on the same days (common random numbers). */
export interface Difference {
  readonly better: string;
  readonly than: string;
  /** How many times wider its interval, of what the answer is about, would be on days of their own; null if it does not vary. */
  readonly narrowedBy: number | null;
  readonly estimates: Estimates;
  /** What it was on each day that counts, of what the answer is about. */
  readonly byDay: readonly number[];
}

/** A way to play the days with what it did on each day that counts. */
export interface Told {
  readonly name: string;
  readonly levels: Point['levels'];
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
  const { name, levels, variant } = told;
  const { perception, maintenance } = variant;
  const estimates = estimatesOf((quantity) => meanInterval(seriesOf(told, quantity), confidence));
  return { name, levels, perception, maintenance, estimates };
}

/** Two ways on the same days. */
export interface Pair {
  readonly better: Told;
  readonly than: Told;
}

/** Values of a quantity, one a day: the first minus the second. */
export function pairSeries({ better, than }: Pair, quantity: QuantityName): number[] {
  const minus = seriesOf(than, quantity);
  return seriesOf(better, quantity).map((value, day) => value - at(minus, day));
}

export function difference(pair: Pair, asked: QuantityName): Difference {
  const estimates = estimatesOf((quantity) => meanInterval(pairSeries(pair, quantity), confidence));
  const { better, than } = pair;
  const narrowed = narrowedBy([1, -1], [seriesOf(better, asked), seriesOf(than, asked)]);
  const byDay = pairSeries(pair, asked);
  return { better: better.name, than: than.name, narrowedBy: narrowed ?? null, estimates, byDay };
}

/** What a way to see and maintain is called: by what it sees, and by its maintenance where that is not the usual one. */
function variantName({ variants }: Point, { perception, maintenance }: Point['variants'][number]): string {
  return maintenance === variants[0]?.maintenance ? perception : `${perception} + ${maintenance}`;
}

/** Each variant of a point in which robots work as a way of its own. */
function variantsOf(point: Point, cells: readonly DoneCell[], prefix: string): Told[] {
  return point.variants.flatMap((variant, index) => {
    if (isReference(variant.perception)) return [];
    return { name: `${prefix}${variantName(point, variant)}`, levels: point.levels, variant, cells, index };
  });
}

/** What is asked first of the variants of one point: teachers and students against labels only, or else against the first, policies against the usual one. */
function pairsOfVariants(told: readonly Told[]): Pair[] {
  const usual = told[0]?.variant.maintenance;
  const plain = told.find(
    ({ variant }) => variant.perception === 'labels-only' && variant.maintenance === usual,
  );
  const base = plain ?? told[0];
  return told.flatMap((one) => {
    const { perception, maintenance } = one.variant;
    const than = maintenance === usual ? base : told.find(({ variant }) => variant.perception === perception);
    return than === undefined || than === one ? [] : [{ better: one, than }];
  });
}

/** What is told of one study: its ways to play the days, and which of them are compared. */
export interface Comparison {
  readonly told: readonly Told[];
  readonly pairs: readonly Pair[];
}

/** The main variant of each point, named as the point. */
export function mainOf(points: readonly Point[], cells: readonly (DoneCell[] | undefined)[]): Told[] {
  return points.flatMap(({ name, levels, variants, main }, index) => {
    const mine = cells[index];
    return mine === undefined
      ? []
      : [{ name, levels, variant: must(variants[main], 'main variant'), cells: mine, index: main }];
  });
}

/** Ways and pairs of each point that was played, by its place. */
export function insidePoints(
  { kind, points }: StudyHead,
  cells: readonly (DoneCell[] | undefined)[],
): Comparison[] {
  return points.flatMap((point, index) => {
    const mine = cells[index];
    if (mine === undefined) return [];
    const prefix =
      kind === 'perceptions'
        ? ''
        : point.variants.filter(({ perception }) => !isReference(perception)).length > 1
          ? `${point.name}, `
          : point.name;
    const told = prefix === point.name ? mainOf([point], [mine]) : variantsOf(point, mine, prefix);
    return [{ told, pairs: pairsOfVariants(told) }];
  });
}

/** The arms are compared with the first of them; variants, also those inside the points of a plan, with each other. */
export function comparisonOf(head: StudyHead, cells: readonly (DoneCell[] | undefined)[]): Comparison {
  if (head.kind === 'arms') {
    const told = mainOf(head.points, cells);
    const [than, ...others] = told;
    return { told, pairs: than === undefined ? [] : others.map((better) => ({ better, than })) };
  }
  const inside = insidePoints(head, cells);
  return { told: inside.flatMap(({ told }) => told), pairs: inside.flatMap(({ pairs }) => pairs) };
}

/** What no policy can exceed, over the days. */
export function boundOf(cells: readonly DoneCell[]): Interval {
  return meanInterval(
    cells.map(({ boundEur }) => boundEur),
    confidence,
  );
}
