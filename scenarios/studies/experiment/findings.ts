import { at, must } from '../../../sim/record/must.ts';
import type { QuantityName } from '../../schema/day/compare.ts';
import { dayMeans } from '../../stats/crossed.ts';
import { type Interval, meanInterval, narrowedBy } from '../../stats/interval.ts';
import { withScatter } from '../../stats/scatter.ts';
import type { DoneCell } from './cell.ts';
import { insidePoints, mainOf, pairSeries, seriesOf } from './compare.ts';
import type { Design } from './design.ts';
import {
  type Contrast,
  contrastsOf,
  effectByDay,
  explainedBy,
  meanContrast,
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

/**
 * The interval of an effect over the days. That of a line through ranges covers the scatter of the points about it too: otherwise more days
 * would make it as narrow as one likes about what no factor does.
 */
function intervalOf(
  contrast: Contrast,
  series: readonly (readonly number[])[],
  contrasts: readonly Contrast[],
): Interval {
  const days = meanInterval(effectByDay(contrast, series), confidence);
  if (contrast.shares === null) return days;
  const { variance, df } = scatterAbout(contrasts, series);
  const squares = contrast.weights.reduce((sum, weight) => sum + weight * weight, 0);
  return withScatter(days, { variance: variance * squares, df });
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
  /** Over the days that count, also of it less another effect of the same pair or way of seeing. */
  interval(quantity: QuantityName, less?: NamedEffect): Interval;
  readonly contrast: Contrast;
}

/** All effects of a plan, those of a pair with its name and a comma before theirs; the mean of a pair over the points has that name alone. */
export function namedEffects(head: StudyHead, cells: Cells): NamedEffect[] {
  const { design } = head;
  if (design === null) return [];
  const played = playedOf(cells);
  const contrasts = contrastsOf(design, played);
  const factorsOf = ({ factors }: Contrast) => factors.join(' x ');
  const namesOf = (contrast: Contrast) => {
    const alike = contrasts.filter((one) => factorsOf(one) === factorsOf(contrast));
    return alike.length === 1 ? [contrast.name, factorsOf(contrast)] : [contrast.name];
  };
  return subjectsOf(head, cells).flatMap(({ of, isPair, series }) => {
    const named = (contrast: Contrast, names: readonly string[]): NamedEffect => ({
      ...{ names, contrast },
      interval: (quantity, less) =>
        intervalOf(
          less === undefined ? contrast : lessThan(contrast, less.contrast),
          series(quantity),
          contrasts,
        ),
    });
    const own = contrasts.map((contrast) =>
      named(
        contrast,
        namesOf(contrast).map((name) => (isPair ? `${of}, ${name}` : name)),
      ),
    );
    return isPair ? [named(meanContrast(played.length), [of]), ...own] : own;
  });
}

/** One effect less another, over the same points. */
function lessThan(one: Contrast, other: Contrast): Contrast {
  return { ...one, weights: one.weights.map((weight, point) => weight - at(other.weights, point)) };
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
