import { must } from '../../../sim/record/must.ts';
import { references } from '../../../sim/site/reference.ts';
import { isAblation } from '../../../sim/site/robot/condition.ts';
import type { Columns } from '../../report/columns.ts';
import { type Interval, meanInterval } from '../../stats/interval.ts';
import { type Earned, paybackText, type Worth, whoPays, worthOf } from '../worth/economics.ts';
import type { DoneCell } from './cell.ts';
import { insidePoints, mainOf, type Told } from './compare.ts';
import { confidence } from './quantities.ts';
import type { StudyHead } from './study.ts';

/** One arm over the days that count; money is EUR of one year, without VAT. */
export interface PaysArm extends Worth {
  readonly name: string;
  /** EUR a day. */
  readonly valueEur: Interval;
}

/** Whether it pays to buy what a study plays. */
export interface Pays {
  readonly arms: readonly PaysArm[];
  readonly answer: string;
}

const plusMinus = ({ mean, halfWidth }: Interval, digits: number) =>
  `${mean.toFixed(digits)} +- ${Number.isFinite(halfWidth) ? halfWidth.toFixed(digits) : 'unknown'}`;
const orDash = (interval: Interval | null) => (interval === null ? '-' : plusMinus(interval, 2));

/** The table of arms: printed, in the report and for a pull request. */
export const paysColumns: Columns<PaysArm> = [
  ['arm', ({ name }) => name],
  ['EUR a day', ({ valueEur }) => plusMinus(valueEur, 2)],
  ['gain EUR a day', ({ gainEur }) => plusMinus(gainEur, 2)],
  ['capital EUR', ({ capitalEur }) => capitalEur.toFixed(0)],
  ['net present value EUR', ({ npvEur }) => plusMinus(npvEur, 0)],
  ['payback years', ({ payback }) => paybackText(payback)],
  ['pays at prices x', ({ breakEvenPrices }) => orDash(breakEvenPrices)],
  ['and at a wage of', ({ breakEvenWageEur }) => orDash(breakEvenWageEur)],
];

type Cells = readonly (DoneCell[] | undefined)[];

/** An arm in which no robot works, of the first point that was played. */
function referencesOf({ points }: StudyHead, cells: Cells): Told[] {
  const first = cells.findIndex((mine) => mine !== undefined);
  const { variants, levels } = must(points[first], 'point');
  return references.map((name) => {
    const index = variants.findIndex(({ perception }) => perception === name);
    return { name, levels, variant: must(variants[index], name), cells: must(cells[first], 'cells'), index };
  });
}

/** What another variant of the same days earned. */
function earnedBy(
  { variants }: StudyHead['points'][number],
  cells: readonly DoneCell[],
  index: number,
): Earned {
  const nothing = variants.findIndex(({ perception }) => perception === references[0]);
  const { perception, capital } = must(variants[index], 'variant');
  const days = cells.map(({ days }) => {
    const { quantities, revenueEur } = must(days[index], 'day of a variant');
    const { quantities: idle } = must(days[nothing], 'day with nobody');
    return { gainEur: quantities.valueEur - idle.valueEur, revenueEur };
  });
  return { name: perception, capital, days };
}

function armOf(head: StudyHead, cells: Cells, told: Told): PaysArm {
  const place = cells.indexOf(told.cells as DoneCell[]);
  const point = must(head.points[place], 'point');
  const picker = point.variants.findIndex(({ perception }) => perception === references[1]);
  const worth = worthOf(
    point.terms,
    earnedBy(point, told.cells, told.index),
    earnedBy(point, told.cells, picker),
  );
  const values = told.cells.map(({ days }) => must(days[told.index], 'day').quantities.valueEur);
  return { name: told.name, valueEur: meanInterval(values, confidence), ...worth };
}

/** The arms without robots, then the ways to play the days: of one scenario all, else the main one of each point. */
export function paysOf(head: StudyHead, cells: Cells): Pays {
  const robots =
    head.kind === 'perceptions'
      ? insidePoints(head, cells).flatMap(({ told }) => told)
      : mainOf(head.points, cells);
  const told = [...referencesOf(head, cells), ...robots];
  const arms = told.map((one) => armOf(head, cells, one));
  const named = arms.map((arm, i) => {
    const { perception } = must(told[i], 'arm').variant;
    return { ...arm, valueEur: arm.valueEur.mean, name: isAblation(perception) ? perception : arm.name };
  });
  const first = must(
    head.points.find((_, i) => cells[i] !== undefined),
    'point',
  );
  return { arms, answer: whoPays(named, first.terms.investment) };
}
