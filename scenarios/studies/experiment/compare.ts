import { must } from '../../../sim/record/must.ts';
import { isReference } from '../../../sim/site/reference.ts';
import type { QuantityName } from '../../schema/day/compare.ts';
import { type Crossed, crossedInterval, crossedMinus, dayMeans, weighed } from '../../stats/crossed.ts';
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
  /** What it was on each day that counts, of what the answer is about; the mean over the trainings where there are several. */
  readonly byDay: readonly number[];
}

/** The days that count of a way under one training of its networks. */
export interface TrainedDays {
  /** Place of the point in the study. */
  readonly point: number;
  readonly training: number | undefined;
  readonly cells: readonly DoneCell[];
}

/** A way to play the days with what it did on each day that counts. */
export interface Told {
  readonly name: string;
  readonly levels: Point['levels'];
  readonly variant: Point['variants'][number];
  /** One where its networks were trained once, or where it needs none. */
  readonly trained: readonly TrainedDays[];
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

/** Values by training and day of one way to play. */
export const crossedOf = ({ trained, index }: Told, of: (day: DoneCell['days'][number]) => number): Crossed =>
  trained.map(({ cells }) => cells.map(({ days }) => of(must(days[index], 'day of a variant'))));

/** Values of a quantity, by training and day; how pure a shelf is counts by what lay on it, as many days may see little or nothing there. */
export function seriesOf(told: Told, quantity: QuantityName): Crossed {
  const values = crossedOf(told, ({ quantities }) => quantities[quantity]);
  if (quantity !== 'shelfPurity') return values;
  return weighed(
    values,
    crossedOf(told, ({ shelfKg }) => shelfKg),
  );
}

export function pointEstimate(told: Told): PointEstimate {
  const { name, levels, variant } = told;
  const { perception, maintenance } = variant;
  const estimates = estimatesOf((quantity) => crossedInterval(seriesOf(told, quantity), confidence));
  return { name, levels, perception, maintenance, estimates };
}

/** Two ways on the same days. */
export interface Pair {
  readonly better: Told;
  readonly than: Told;
}

/** Values of a quantity, by training and day: the first minus the second. */
export function pairSeries({ better, than }: Pair, quantity: QuantityName): Crossed {
  return crossedMinus(seriesOf(better, quantity), seriesOf(than, quantity));
}

export function difference(pair: Pair, asked: QuantityName): Difference {
  const estimates = estimatesOf((quantity) => crossedInterval(pairSeries(pair, quantity), confidence));
  const { better, than } = pair;
  const narrowed = narrowedBy([1, -1], [dayMeans(seriesOf(better, asked)), dayMeans(seriesOf(than, asked))]);
  const byDay = dayMeans(pairSeries(pair, asked));
  return { better: better.name, than: than.name, narrowedBy: narrowed ?? null, estimates, byDay };
}

/** What a way to see and maintain is called: by what it sees, and by its maintenance where that is not the usual one. */
function variantName({ variants }: Point, { perception, maintenance }: Point['variants'][number]): string {
  return maintenance === variants[0]?.maintenance ? perception : `${perception} + ${maintenance}`;
}

/** A point under all its trainings: the places of the points of one name, of those that were played. */
interface Trained {
  readonly point: Point;
  readonly trained: readonly TrainedDays[];
}

/** Points of one name are one way to play the days, under several trainings. */
function trainedPoints(points: readonly Point[], cells: readonly (DoneCell[] | undefined)[]): Trained[] {
  const byName = new Map<string, { point: Point; trained: TrainedDays[] }>();
  points.forEach((point, index) => {
    const mine = cells[index];
    if (mine === undefined) return;
    const { name, training } = point;
    const days = { point: index, training, cells: mine };
    const known = training === undefined ? undefined : byName.get(name);
    if (known !== undefined) known.trained.push(days);
    else byName.set(training === undefined ? `${index}` : name, { point, trained: [days] });
  });
  return [...byName.values()];
}

/** Each variant of a point as a way of its own; those without robots only where they are asked for. */
function variantsOf({ point, trained }: Trained, prefix: string, withReferences = false): Told[] {
  return point.variants.flatMap((variant, index) => {
    if (isReference(variant.perception) && !withReferences) return [];
    return { name: `${prefix}${variantName(point, variant)}`, levels: point.levels, variant, trained, index };
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

const mainOfPoint = ({ point: { name, levels, variants, main }, trained }: Trained): Told => {
  return { name, levels, variant: must(variants[main], 'main variant'), trained, index: main };
};

/** The main variant of each point, named as the point. */
export function mainOf(points: readonly Point[], cells: readonly (DoneCell[] | undefined)[]): Told[] {
  return trainedPoints(points, cells).map(mainOfPoint);
}

/** Ways and pairs of each point that was played, by its place. */
export function insidePoints(
  { kind, points }: StudyHead,
  cells: readonly (DoneCell[] | undefined)[],
): Comparison[] {
  return trainedPoints(points, cells).map((mine) => {
    const { point } = mine;
    const seeing = point.variants.filter(({ perception }) => !isReference(perception));
    const isWhole = kind !== 'perceptions' && seeing.length <= 1;
    const prefix = kind === 'perceptions' ? '' : `${point.name}, `;
    const told = isWhole ? [mainOfPoint(mine)] : variantsOf(mine, prefix);
    return { told, pairs: pairsOfVariants(told) };
  });
}

/** What a rule of an expectation may name: the arms, or all ways to play one scenario with those without robots. */
export function namedWays(head: StudyHead, cells: readonly (DoneCell[] | undefined)[]): Told[] {
  if (head.kind !== 'perceptions') return mainOf(head.points, cells);
  return trainedPoints(head.points, cells).flatMap((mine) => variantsOf(mine, '', true));
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
