import { must } from '../../../sim/record/must.ts';
import { isReference, references } from '../../../sim/site/reference.ts';
import type { Columns } from '../../report/columns.ts';
import { crossedInterval, crossedMinus, weighed } from '../../stats/crossed.ts';
import { type Interval, scaled } from '../../stats/interval.ts';
import {
  type Earned,
  npvOf,
  paybackOf,
  paybackText,
  pricesText,
  type Told as Seeing,
  type Terms,
  type Worth,
  whoPays,
  worthOf,
} from '../worth/economics.ts';
import type { DayRow, DoneCell } from './cell.ts';
import { crossedOf, insidePoints, mainOf, seriesOf, type Told, type TrainedDays } from './compare.ts';
import { confidence } from './quantities.ts';
import type { Point, StudyHead } from './study.ts';

/** What was done on the days that count. */
export interface Work {
  /** Of all that came. */
  readonly eurPerTonne: Interval;
  /** Put into bins in an open hour. */
  readonly sortedKgPerH: Interval;
  /** Of each robot, in the order of the robots. */
  readonly busyShares: readonly Interval[];
}

/** One arm over the days that count; money is EUR of one year, without VAT. */
export interface PaysArm extends Worth, Partial<Work> {
  readonly name: string;
  /** EUR a run. */
  readonly valueEur: Interval;
}

/** Whether it pays to buy what a study plays. */
export interface Pays {
  readonly arms: readonly PaysArm[];
  /** Working days of a run: what is told of a day is the mean over them. */
  readonly runDays: number;
  readonly answer: string;
}

const plusMinus = ({ mean, halfWidth }: Interval, digits: number) =>
  `${mean.toFixed(digits)} +- ${Number.isFinite(halfWidth) ? halfWidth.toFixed(digits) : 'unknown'}`;
/** Documents from before 30 November 2026 do not tell of work. */
const orDash = (interval: Interval | null | undefined, digits = 2) =>
  interval === null || interval === undefined ? '-' : plusMinus(interval, digits);
const busyText = (shares: readonly Interval[] = []) =>
  shares.length === 0 ? '-' : shares.map((share) => plusMinus(scaled(share, 100), 1)).join(', ');

/** The table of arms: printed, in the report and for a pull request. */
export const paysColumns: Columns<PaysArm> = [
  ['arm', ({ name }) => name],
  ['EUR a day', ({ dayEur }) => plusMinus(dayEur, 2)],
  ['EUR a tonne', ({ eurPerTonne }) => orDash(eurPerTonne, 1)],
  ['sorted kg/h', ({ sortedKgPerH }) => orDash(sortedKgPerH, 1)],
  ['busy %, by robot', ({ busyShares }) => busyText(busyShares)],
  ['gain EUR a day', ({ gainEur }) => plusMinus(gainEur, 2)],
  ['capital EUR', ({ capitalEur }) => capitalEur.toFixed(0)],
  ['net present value EUR', ({ npvEur }) => plusMinus(npvEur, 0)],
  ['payback years', ({ payback }) => paybackText(payback)],
  ['pays at prices x', ({ breakEvenPrices }) => pricesText(breakEvenPrices?.mean, orDash(breakEvenPrices))],
  ['and at a wage of', ({ breakEvenWageEur }) => orDash(breakEvenWageEur)],
];

type Cells = readonly (DoneCell[] | undefined)[];

/** An arm in which no robot works, of the first point that was played. */
function referencesOf({ points }: StudyHead, cells: Cells): Told[] {
  const first = cells.findIndex((mine) => mine !== undefined);
  const { variants, levels } = must(points[first], 'point');
  const trained = [{ point: first, training: undefined, cells: must(cells[first], 'cells') }];
  return references.map((name) => {
    const index = variants.findIndex(({ perception }) => perception === name);
    return { name, levels, variant: must(variants[index], name), trained, index };
  });
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What a way to play did on the days, over trainings and days. */
function workOf(told: Told, { openH, days }: Terms): Work {
  const over = (of: (day: DayRow) => number) => crossedInterval(crossedOf(told, of), confidence);
  const massKg = crossedOf(told, (day) => day.massKg);
  const eurPerKg = crossedOf(told, (day) => (day.massKg > 0 ? day.quantities.valueEur / day.massKg : 0));
  const robots = told.trained[0]?.cells[0]?.days[told.index]?.busyShares ?? [];
  return {
    eurPerTonne: scaled(crossedInterval(weighed(eurPerKg, massKg), confidence), 1000),
    sortedKgPerH: scaled(
      over((day) => day.sortedKg),
      1 / (openH * days),
    ),
    busyShares: robots.map((_, robot) => over(({ busyShares }) => must(busyShares[robot], 'robot'))),
  };
}

/** What a variant earned on each day, in the mean over the trainings. */
function earnedBy({ variants }: Point, trained: readonly TrainedDays[], index: number): Earned {
  const nothing = variants.findIndex(({ perception }) => perception === references[0]);
  const { perception, capital } = must(variants[index], 'variant');
  const [first] = trained;
  const runs = (first?.cells ?? []).map((_, day) => {
    const each = trained.map(({ cells }) => must(cells[day], 'day').days);
    const played = each.map((variant) => must(variant[index], 'day of a variant'));
    const gains = played.map(({ quantities }, i) => {
      const { quantities: idle } = must(each[i]?.[nothing], 'day with nobody');
      return quantities.valueEur - idle.valueEur;
    });
    return {
      valueEur: mean(played.map(({ quantities }) => quantities.valueEur)),
      gainEur: mean(gains),
      revenueEur: mean(played.map(({ revenueEur }) => revenueEur)),
    };
  });
  return { name: perception, capital, runs };
}

function armOf({ points }: StudyHead, told: Told): PaysArm {
  const { trained, index, name } = told;
  const point = must(points[must(trained[0], 'days').point], 'point');
  const picker = point.variants.findIndex(({ perception }) => perception === references[1]);
  const worth = worthOf(point.terms, earnedBy(point, trained, index), earnedBy(point, trained, picker));
  const valueEur = crossedInterval(seriesOf(told, 'valueEur'), confidence);
  const idle = { ...told, index: point.variants.findIndex(({ perception }) => perception === references[0]) };
  const gains = crossedMinus(seriesOf(told, 'valueEur'), seriesOf(idle, 'valueEur'));
  const gainEur = scaled(crossedInterval(gains, confidence), 1 / point.terms.days);
  return {
    ...{ name, valueEur, ...worth, ...workOf(told, point.terms), gainEur },
    dayEur: scaled(valueEur, 1 / point.terms.days),
    npvEur: crossedInterval(
      gains.map((days) => days.map((eur) => npvOf(point.terms, worth, eur / point.terms.days))),
      confidence,
    ),
    payback: paybackOf(point.terms, worth, gainEur),
  };
}

/** The arms without robots, then the ways to play the days: of one scenario all, else the main one of each point. */
export function paysOf(head: StudyHead, cells: Cells): Pays {
  const robots =
    head.kind === 'perceptions'
      ? insidePoints(head, cells).flatMap(({ told }) => told)
      : mainOf(head.points, cells);
  const told = [...referencesOf(head, cells), ...robots];
  const arms = told.map((one) => armOf(head, one));
  const seeing = arms.map((arm, i) => {
    const { variant, trained } = must(told[i], 'arm');
    const { terms } = must(head.points[must(trained[0], 'days').point], 'point');
    return { ...arm, perception: variant.perception, investment: terms.investment };
  });
  const first = must(
    head.points.find((_, i) => cells[i] !== undefined),
    'point',
  );
  return { arms, runDays: first.terms.days, answer: answerOf(head, seeing, first.terms) };
}

/** Who pays, among the arms that somebody could choose. */
function answerOf({ choices }: StudyHead, seeing: readonly Seeing[], { investment }: Terms): string {
  if (choices === undefined) return whoPays(seeing, investment);
  const told = seeing.filter(({ name }) => isReference(name) || choices.includes(name));
  const others = told.length < seeing.length ? ' The other arms are assumptions, not robots to choose.' : '';
  return `${whoPays(told, investment)}${others}`;
}
