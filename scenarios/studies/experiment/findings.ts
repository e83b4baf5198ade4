import { at, must } from '../../../sim/record/must.ts';
import type { QuantityName } from '../../schema/day/compare.ts';
import { dayMeans } from '../../stats/crossed.ts';
import { type Interval, meanInterval, narrowedBy } from '../../stats/interval.ts';
import { type Scatter, withScatter } from '../../stats/scatter.ts';
import type { DoneCell } from './cell.ts';
import { insidePoints, mainOf, pairSeries, seriesOf } from './compare.ts';
import type { Design } from './design.ts';
import {
  type Contrast,
  contrastsOf,
  effectByDay,
  explainedBy,
  meanContrast,
  namesOf,
  scatterAbout,
  standardisedSeries,
} from './effects.ts';
import { confidence, type Estimates, estimatesOf } from './quantities.ts';
import type { StudyHead } from './study.ts';

/** What one factor, or two together, change: an interval of every quantity over the days. */
export interface Effect extends Pick<Contrast, 'kind' | 'name' | 'factors' | 'aliases'> {
  /** Whose: a way of seeing (`perfect`), or a pair of them on the same days (`distilled minus labels-only`). */
  readonly of: string;
  /** How many times wider its interval, of what the answer is about, would be on days of their own; null if it does not vary. */
  readonly narrowedBy: number | null;
  readonly estimates: Estimates;
  /** What it was on each day that counts, of what the answer is about. */
  readonly byDay: readonly number[];
  /** For a line through ranges: standard deviations of the quantity over the points for one of the factor; else null. */
  readonly standardised: Estimates | null;
}

/** What a plan found beside its points. */
export interface PlanFindings {
  readonly design: Design;
  readonly effects: readonly Effect[];
  /** For a line through ranges: share of the spread over the points that it explains, mean over the days; else null. */
  readonly explained: number | null;
}

/** One thing whose effects are told: its values by point, one a day. */
interface Subject {
  readonly of: string;
  readonly isPair: boolean;
  series(quantity: QuantityName): number[][];
}

type Cells = readonly (DoneCell[] | undefined)[];

/** The main variant of all points, and each pair inside them. */
function subjectsOf(head: StudyHead, cells: Cells): Subject[] {
  const main = mainOf(head.points, cells);
  const inside = insidePoints(head, cells);
  const own: Subject = {
    of: must(main[0], 'point').variant.perception,
    isPair: false,
    series: (quantity) => main.map((told) => dayMeans(seriesOf(told, quantity))),
  };
  const pairs = (inside[0]?.pairs ?? []).map(({ better, than }, index): Subject => {
    const by = better.variant.perception === than.variant.perception ? 'maintenance' : 'perception';
    return {
      of: `${better.variant[by]} minus ${than.variant[by]}`,
      isPair: true,
      series: (quantity) =>
        inside.map(({ pairs: mine }) => dayMeans(pairSeries(must(mine[index], 'pair'), quantity))),
    };
  });
  return [own, ...pairs];
}

const noScatter: Scatter = { variance: 0, df: 1 };
const squares = (weights: readonly number[]) => weights.reduce((sum, weight) => sum + weight * weight, 0);

/** Of points about a line, for one point; nothing where there is no line. */
const scatterOfPoint = (
  { shares }: Contrast,
  series: readonly (readonly number[])[],
  contrasts: readonly Contrast[],
): Scatter => (shares === null ? noScatter : scatterAbout(contrasts, series));

/** Of an effect, by that of one point. */
const scatterOfEffect = ({ weights }: Contrast, { variance, df }: Scatter): Scatter => ({
  variance: variance * squares(weights),
  df,
});

/**
 * The interval of an effect over the days. That of a line through ranges covers the scatter of the points about it too: otherwise more days
 * would make it as narrow as one likes about what no factor does.
 */
function intervalOf(
  contrast: Contrast,
  series: readonly (readonly number[])[],
  contrasts: readonly Contrast[],
): Interval {
  const scatter = scatterOfEffect(contrast, scatterOfPoint(contrast, series, contrasts));
  return withScatter(meanInterval(effectByDay(contrast, series), confidence), scatter);
}

function effectOf(
  contrast: Contrast,
  { of, series }: Subject,
  contrasts: readonly Contrast[],
  asked: QuantityName,
): Effect {
  const { kind, name, factors, aliases, shares } = contrast;
  const standardised = (quantity: QuantityName) => standardisedSeries(contrast, series(quantity));
  return {
    ...{ of, kind, name, factors, aliases },
    narrowedBy: narrowedBy(contrast.weights, series(asked)) ?? null,
    estimates: estimatesOf((quantity) => intervalOf(contrast, series(quantity), contrasts)),
    byDay: effectByDay(contrast, series(asked)),
    standardised:
      shares === null
        ? null
        : estimatesOf((quantity) => intervalOf(contrast, standardised(quantity), contrasts)),
  };
}

/** Effects on a quantity by day, of the main variant: what the rule of replications looks at. */
export function effectSeries(head: StudyHead, cells: Cells, quantity: QuantityName): number[][] {
  if (head.design === null) return [];
  const series = mainOf(head.points, cells).map((told) => dayMeans(seriesOf(told, quantity)));
  return contrastsOf(head.design, playedOf(cells))
    .filter(({ kind }) => kind === 'main')
    .map((contrast) => effectByDay(contrast, series));
}

/** An effect as a rule of an expectation names it. */
export interface NamedEffect {
  /** As it is printed, and by its factors alone where no other effect has the same. */
  readonly names: readonly string[];
  readonly contrast: Contrast;
  /** Whose it is: a way of seeing, or a pair. */
  readonly of: string;
  /** What it was on each day that counts. */
  byDay(quantity: QuantityName): number[];
  /** Of points about a line, for one point; nothing where there is no line. */
  scatter(quantity: QuantityName): Scatter;
}

/** The interval of an effect over the days that count, or of it less another one. */
export function namedInterval(
  one: NamedEffect,
  less: NamedEffect | undefined,
  quantity: QuantityName,
): Interval {
  const others = less?.byDay(quantity);
  const days = one.byDay(quantity).map((value, day) => value - (others === undefined ? 0 : at(others, day)));
  return withScatter(meanInterval(days, confidence), scatterOf(one, less, quantity));
}

function scatterOf(one: NamedEffect, less: NamedEffect | undefined, quantity: QuantityName): Scatter {
  const { contrast, of } = one;
  const point = one.scatter(quantity);
  const own = scatterOfEffect(contrast, point);
  if (less === undefined) return own;
  if (less.of === of) {
    const weights = contrast.weights.map((weight, place) => weight - at(less.contrast.weights, place));
    return scatterOfEffect({ ...contrast, weights }, point);
  }
  // How two ways scatter together is not told: as if they did so against each other, which is the most.
  const its = scatterOfEffect(less.contrast, less.scatter(quantity));
  const most = Math.sqrt(own.variance) + Math.sqrt(its.variance);
  return { variance: most * most, df: own.df };
}

/** All effects of a plan, those of a pair with its name and a comma before theirs; the mean of a pair over the points has that name alone. */
export function namedEffects(head: StudyHead, cells: Cells): NamedEffect[] {
  const { design } = head;
  if (design === null) return [];
  const played = playedOf(cells);
  const contrasts = contrastsOf(design, played);
  return subjectsOf(head, cells).flatMap(({ of, isPair, series }) => {
    const named = (contrast: Contrast, names: readonly string[]): NamedEffect => ({
      ...{ names, contrast, of },
      byDay: (quantity) => effectByDay(contrast, series(quantity)),
      scatter: (quantity) => scatterOfPoint(contrast, series(quantity), contrasts),
    });
    const own = contrasts.map((contrast) =>
      named(
        contrast,
        namesOf(contrast, contrasts).map((name) => (isPair ? `${of}, ${name}` : name)),
      ),
    );
    return isPair ? [named(meanContrast(played.length), [of]), ...own] : own;
  });
}

const playedOf = (cells: Cells) => cells.flatMap((mine, point) => (mine === undefined ? [] : [point]));

/** The effects of a plan; null for what is no plan. */
export function findingsOf(head: StudyHead, cells: Cells): PlanFindings | null {
  const { design, quantity } = head;
  if (design === null) return null;
  const played = playedOf(cells);
  const contrasts = contrastsOf(design, played);
  const subjects = subjectsOf(head, cells);
  const line = contrasts.filter(({ shares }) => shares !== null);
  const own = must(subjects[0], 'main variant');
  return {
    design,
    effects: subjects.flatMap((subject) =>
      [...(subject.isPair ? [meanContrast(played.length)] : []), ...contrasts].map((contrast) =>
        effectOf(contrast, subject, contrasts, quantity),
      ),
    ),
    explained: line.length === 0 ? null : explainedBy(line, own.series(quantity)),
  };
}
