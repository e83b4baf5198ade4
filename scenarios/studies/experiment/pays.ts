import { must } from '../../../sim/record/must.ts';
import { isReference, references } from '../../../sim/site/reference.ts';
import type { Columns } from '../../report/columns.ts';
import { crossedInterval } from '../../stats/crossed.ts';
import { type Interval, meanInterval, ratioInterval, scaled } from '../../stats/interval.ts';
import {
  type Earned,
  paybackText,
  pricesText,
  type Told as Seeing,
  type Terms,
  type Worth,
  whoPays,
  worthOf,
} from '../worth/economics.ts';
import type { DayRow, DoneCell } from './cell.ts';
import { insidePoints, mainOf, seriesOf, type Told, type TrainedDays } from './compare.ts';
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

/** All variants of each day under each training. */
function trainedDays(trained: readonly TrainedDays[]): (readonly DayRow[])[][] {
  return (trained[0]?.cells ?? []).map((_, day) => trained.map(({ cells }) => must(cells[day], 'day').days));
}

/** What a variant did on each day, in the mean over the trainings. */
function workOf({ terms }: Point, trained: readonly TrainedDays[], index: number): Work {
  const days = trainedDays(trained).map((each) =>
    each.map((variants) => must(variants[index], 'day of a variant')),
  );
  const daily = (of: (day: DayRow) => number) => days.map((played) => mean(played.map(of)));
  const sortedKg = meanInterval(daily((day) => day.sortedKg));
  return {
    eurPerTonne: scaled(
      ratioInterval(
        daily(({ quantities }) => quantities.valueEur),
        daily(({ massKg }) => massKg),
      ),
      1000,
    ),
    sortedKgPerH: scaled(sortedKg, 1 / (terms.openH * terms.days)),
    busyShares: (days[0]?.[0]?.busyShares ?? []).map((_, robot) =>
      meanInterval(daily(({ busyShares }) => must(busyShares[robot], 'robot'))),
    ),
  };
}

/** What a variant earned on each day, in the mean over the trainings. */
function earnedBy({ variants }: Point, trained: readonly TrainedDays[], index: number): Earned {
  const nothing = variants.findIndex(({ perception }) => perception === references[0]);
  const { perception, capital } = must(variants[index], 'variant');
  const runs = trainedDays(trained).map((each) => {
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
  const dayEur = scaled(valueEur, 1 / point.terms.days);
  return { name, valueEur, ...worth, ...workOf(point, trained, index), dayEur };
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

/** Who pays; where arms are assumptions under the first of them alone, as no other is for anybody to choose. */
function answerOf({ armsAre }: StudyHead, seeing: readonly Seeing[], { investment }: Terms): string {
  if (armsAre !== 'assumptions') return whoPays(seeing, investment);
  const robots = seeing.filter(({ name }) => !isReference(name));
  const first = robots[0]?.name ?? '';
  const told = seeing.filter(({ name }) => isReference(name) || name === first);
  const others =
    robots.length > 1
      ? ` The other arms are other assumptions than ${first}, not robots to choose from.`
      : '';
  return `${whoPays(told, investment)}${others}`;
}
