import jstat from 'jstat';
import type { JsonValue } from '../../../sim/record/json.ts';
import { at, must } from '../../../sim/record/must.ts';
import type { Scatter } from '../../stats/scatter.ts';
import { type Design, type DesignFactor, shownValue } from './design.ts';

/**
 * One effect as weights over the points: their sum with what the points did on a day is the effect on that day. All points meet
 * the same days, so the spread of it over the days is that of a paired comparison.
 */
export interface Contrast {
  readonly kind: 'mean' | 'main' | 'interaction';
  readonly name: string;
  /** Names of its factors. */
  readonly factors: readonly string[];
  /** Other effects that the points cannot tell from it. */
  readonly aliases: readonly string[];
  readonly weights: readonly number[];
  /** For a line through a range: where each point lies in it, from the mean of the points; null for levels. */
  readonly shares: readonly number[] | null;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Place of each point's level. */
function placesOf({ levels }: DesignFactor, values: readonly JsonValue[]): number[] {
  const texts = levels.map((level) => JSON.stringify(level));
  return values.map((value) => texts.indexOf(JSON.stringify(value)));
}

/** Weights of the mean over the chosen points. */
function meanOver(chosen: readonly boolean[]): number[] | undefined {
  const count = chosen.filter(Boolean).length;
  return count === 0 ? undefined : chosen.map((one) => (one ? 1 / count : 0));
}

function combined(
  parts: readonly (readonly [number, number[] | undefined])[],
  points: number,
): number[] | undefined {
  const sum = new Array<number>(points).fill(0);
  for (const [factor, weights] of parts) {
    if (weights === undefined) return undefined;
    weights.forEach((weight, point) => {
      sum[point] = at(sum, point) + factor * weight;
    });
  }
  return sum;
}

interface Column {
  readonly name: string;
  readonly levels: readonly string[];
  readonly places: readonly number[];
}

const stepName = ({ name, levels }: Column, level: number) => `${name} ${levels[0]} -> ${levels[level]}`;

/** From the first level to each other one, over all levels of the other factors. */
function mainEffects(column: Column): Contrast[] {
  const { name, levels, places } = column;
  return levels.slice(1).flatMap((_, i): Contrast[] => {
    const over = (level: number) => meanOver(places.map((place) => place === level));
    const weights = combined(
      [
        [1, over(i + 1)],
        [-1, over(0)],
      ],
      places.length,
    );
    const about = {
      kind: 'main',
      name: stepName(column, i + 1),
      factors: [name],
      aliases: [],
      shares: null,
    } as const;
    return weights === undefined ? [] : [{ ...about, weights }];
  });
}

/** Half of what one factor's effect changes by when the other factor goes from its first level to another. */
function interactions(a: Column, b: Column): Contrast[] {
  const points = a.places.length;
  const cell = (i: number, j: number) =>
    meanOver(a.places.map((place, p) => place === i && b.places[p] === j));
  return a.levels.slice(1).flatMap((_, i) =>
    b.levels.slice(1).flatMap((__, j): Contrast[] => {
      const [k, l] = [i + 1, j + 1];
      const parts = [
        [0.5, cell(k, l)],
        [-0.5, cell(0, l)],
        [-0.5, cell(k, 0)],
        [0.5, cell(0, 0)],
      ] as const;
      const weights = combined(parts, points);
      const about = { kind: 'interaction', name: `${stepName(a, k)} x ${stepName(b, l)}` } as const;
      if (weights === undefined) return [];
      return [{ ...about, factors: [a.name, b.name], aliases: [], shares: null, weights }];
    }),
  );
}

function fullContrasts(columns: readonly Column[]): Contrast[] {
  const pairs = columns.flatMap((a, i) => columns.slice(i + 1).flatMap((b) => interactions(a, b)));
  return [...columns.flatMap(mainEffects), ...pairs];
}

/** One effect for each class that the points tell apart, named by its first. */
function fractionContrasts(
  columns: readonly Column[],
  classes: NonNullable<Design['fraction']>['classes'],
): Contrast[] {
  const column = (factor: number) => must(columns[factor], 'factor');
  const nameOf = (members: readonly number[]) =>
    members.map((m) => (members.length === 1 ? stepName(column(m), 1) : column(m).name)).join(' x ');
  return classes.flatMap(([first = [], ...others]): Contrast[] => {
    const plus = column(0).places.map(
      (_, point) => first.filter((m) => column(m).places[point] === 0).length % 2 === 0,
    );
    const weights = combined(
      [
        [1, meanOver(plus)],
        [-1, meanOver(plus.map((one) => !one))],
      ],
      plus.length,
    );
    if (weights === undefined) return [];
    const kind = first.length === 1 ? 'main' : 'interaction';
    const factors = first.map((m) => column(m).name);
    return [{ kind, name: nameOf(first), factors, aliases: others.map(nameOf), shares: null, weights }];
  });
}

/** Where a value lies between the lowest (0) and the highest (1) of its factor; of two levels without order, which it is. */
function shareOf({ levels }: DesignFactor, value: JsonValue): number {
  if (!levels.every((level) => typeof level === 'number'))
    return JSON.stringify(value) === JSON.stringify(levels[0]) ? 0 : 1;
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  return (Number(value) - low) / (high - low);
}

/**
 * A line through all factors by least squares: what the quantity changes by over the range of each. A coefficient is a weighted
 * sum of the points, the weights a row of the pseudo-inverse. None where the points do not determine it.
 */
function lineContrasts(factors: readonly DesignFactor[], values: Design['values']): Contrast[] {
  const shares = values.map((point) => factors.map((factor, i) => shareOf(factor, must(point[i], 'value'))));
  const centre = factors.map((_, i) => mean(shares.map((row) => at(row, i))));
  const still = factors.some((_, i) => shares.every((row) => row[i] === shares[0]?.[i]));
  if (values.length < factors.length + 2 || still) return [];
  const rows = shares.map((row) => [1, ...row.map((share, i) => share - at(centre, i))]);
  const dot = (i: number, j: number) => rows.reduce((sum, row) => sum + at(row, i) * at(row, j), 0);
  const places = [0, ...factors.map((_, i) => i + 1)];
  const gram = places.map((i) => places.map((j) => dot(i, j)));
  /** Row of the inverse of the symmetric matrix: a column of it. */
  const inverseRow = (i: number) =>
    jstat.jStat
      .lstsq(
        gram,
        places.map((j) => [i === j ? 1 : 0]),
      )
      .map(([x = 0]) => x);
  return factors.map(({ name, levels }, i) => {
    const numbers = levels.every((level) => typeof level === 'number')
      ? [...levels].sort((a, b) => Number(a) - Number(b))
      : levels;
    const [low, high] = [must(numbers[0], 'level'), must(numbers.at(-1), 'level')];
    const about = {
      kind: 'main',
      name: `${name} ${shownValue(low)} -> ${shownValue(high)}`,
      factors: [name],
      aliases: [],
    } as const;
    const inverse = inverseRow(i + 1);
    const weights = rows.map((row) => row.reduce((sum, x, j) => sum + x * at(inverse, j), 0));
    return { ...about, weights, shares: rows.map((row) => at(row, i + 1)) };
  });
}

/** The effects that a design tells apart, from the points that were played (by their places). */
export function contrastsOf(
  { kind, factors, values, fraction }: Design,
  played: readonly number[],
): Contrast[] {
  const chosen = played.map((point) => must(values[point], 'point'));
  if (kind === 'latin-hypercube' || kind === 'sobol') return lineContrasts(factors, chosen);
  const columns = factors.map((factor, i): Column => {
    const places = placesOf(
      factor,
      chosen.map((point) => must(point[i], 'value')),
    );
    return { name: factor.name, levels: factor.levels.map(shownValue), places };
  });
  return fraction === null ? fullContrasts(columns) : fractionContrasts(columns, fraction.classes);
}

/** What a rule may call an effect: as it is printed, and by its factors alone where no other effect has the same. */
export function namesOf(contrast: Contrast, contrasts: readonly Contrast[]): string[] {
  const factorsOf = ({ factors }: Contrast) => factors.join(' x ');
  const alike = contrasts.filter((one) => factorsOf(one) === factorsOf(contrast));
  return alike.length === 1 ? [contrast.name, factorsOf(contrast)] : [contrast.name];
}

/** The mean over all points: what is told of a pair inside them. */
export function meanContrast(points: number): Contrast {
  const weights = new Array<number>(points).fill(1 / points);
  return { kind: 'mean', name: 'mean over the points', factors: [], aliases: [], shares: null, weights };
}

/** An effect on each day. `series` = values of each point, one a day. */
export function effectByDay({ kind, weights }: Contrast, series: readonly (readonly number[])[]): number[] {
  return (series[0] ?? []).map((first, day) => {
    // The weights of a contrast add up to 0: taken from the first point, equal points have no effect to the last bit.
    const from = kind === 'mean' ? 0 : first;
    return series.reduce((sum, values, point) => sum + at(weights, point) * (at(values, day) - from), 0);
  });
}

function sdOf(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) * (value - centre))));
}

/** Values of the points on each day in standard deviations of that day's, per spread of the factor over its range. */
export function standardisedSeries({ shares }: Contrast, series: readonly (readonly number[])[]): number[][] {
  const spread = shares === null ? 1 : sdOf(shares);
  const sds = (series[0] ?? []).map((_, day) => sdOf(series.map((one) => at(one, day))));
  return series.map((values) =>
    values.map((value, day) => (at(sds, day) === 0 ? 0 : (value * spread) / at(sds, day))),
  );
}

/** The same in standard deviations: what the quantity changes by, of its own spread over the points, per spread of the factor. */
export function standardisedByDay(contrast: Contrast, series: readonly (readonly number[])[]): number[] {
  return effectByDay(contrast, standardisedSeries(contrast, series));
}

/**
 * Variance of a point about a line through all factors, with its degrees of freedom. Days that all points share move them alike; what a day
 * does to one point alone is taken off, since an interval over the days has that already: what is left is that the line is not the truth.
 */
export function scatterAbout(line: readonly Contrast[], series: readonly (readonly number[])[]): Scatter {
  const effects = line.map((contrast) => effectByDay(contrast, series));
  const days = series[0]?.length ?? 0;
  const centres = Array.from({ length: days }, (_, day) => mean(series.map((values) => at(values, day))));
  const rest = series.map((values, point) =>
    values.map((value, day) =>
      line.reduce(
        (left, { shares }, i) => left - at(must(effects[i], 'effect'), day) * at(shares ?? [], point),
        value - at(centres, day),
      ),
    ),
  );
  const df = series.length - line.length - 1;
  const means = rest.map(mean);
  const about = means.reduce((sum, value) => sum + value * value, 0) / df;
  if (days < 2) return { variance: about, df };
  const withinDays = rest.reduce(
    (sum, own, point) =>
      own.reduce((total, value) => total + (value - at(means, point)) * (value - at(means, point)), sum),
    0,
  );
  return { variance: Math.max(0, about - withinDays / (df * (days - 1) * days)), df };
}

/** Share of the spread over the points that a line explains, mean over the days; 1 where there is no spread. */
export function explainedBy(line: readonly Contrast[], series: readonly (readonly number[])[]): number {
  const effects = line.map((contrast) => effectByDay(contrast, series));
  const days = series[0]?.map((_, day) => day) ?? [];
  return mean(
    days.map((day) => {
      const fitted = series.map((_, point) =>
        line.reduce((sum, { shares }, i) => sum + at(effects[i] ?? [], day) * at(shares ?? [], point), 0),
      );
      const sd = sdOf(series.map((one) => at(one, day)));
      const explained = sdOf(fitted) / sd;
      return sd === 0 ? 1 : explained * explained;
    }),
  );
}
