import * as Plot from '@observablehq/plot';
import { at, must } from '../../../sim/record/must.ts';
import { ink, seriesOf, soft } from '../../report/colours.ts';
import { draw, type Figure, lines, roomFor } from '../../report/draw.ts';
import type { QuantityName } from '../../schema/day/compare.ts';
import { meanInterval } from '../../stats/interval.ts';
import { moreToSettle } from '../../stats/replications.ts';
import type { ExperimentDocument } from '../experiment/document.ts';
import { confidence, printed } from '../experiment/quantities.ts';
import {
  type Compared,
  coloursOf,
  comparedOf,
  dayCommand,
  daysOf,
  decades,
  labelsOf,
  largestFirst,
  MOST_LINES,
  ranked,
  shown,
  told,
} from './values.ts';

/** The value below which a share of the sorted values lies, between its neighbours. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const [below, above] = [Math.floor(place), Math.ceil(place)];
  return at(sorted, below) + (place - below) * (at(sorted, above) - at(sorted, below));
}

/** Days of one way to play that have a dot of their own; the bar and the tick are over all. */
const MOST_DOTS = 200;

/** Every day of every way to play: a dot a day, a bar over its middle half, a tick at the median. */
export function distributionFigure(document: ExperimentDocument): Figure {
  const { quantity } = document;
  const colours = coloursOf(document);
  const labels = labelsOf(document);
  const all = ranked(document).map((point) => ({ point, days: daysOf(document, point) }));
  const colour = ({ name }: { name: string }) => must(colours.get(name), 'colour').colour;
  const dots = all.flatMap(({ point: { name }, days }) =>
    days.slice(0, MOST_DOTS).map((day) => ({ name, value: shown(day[quantity], quantity) })),
  );
  const boxes = all.map(({ point: { name }, days }) => {
    const sorted = days.map((day) => shown(day[quantity], quantity)).sort((a, b) => a - b);
    return { name, low: quantile(sorted, 0.25), middle: quantile(sorted, 0.5), high: quantile(sorted, 0.75) };
  });
  const svg = draw({
    ...roomFor([...labels.values()]),
    height: 70 + 26 * all.length,
    x: { label: printed[quantity].text, labelAnchor: 'center', labelOffset: 38, grid: true, nice: true },
    y: {
      label: null,
      domain: all.map(({ point }) => point.name),
      tickFormat: (name) => labels.get(name) ?? '',
    },
    marks: [
      Plot.barX(boxes, {
        ...{ y: 'name', x1: 'low', x2: 'high', fill: colour, fillOpacity: 0.3 },
        ...{ insetTop: 4, insetBottom: 4 },
      }),
      Plot.tickX(boxes, { y: 'name', x: 'middle', stroke: ink, strokeWidth: 2, insetTop: 3, insetBottom: 3 }),
      Plot.dot(dots, { y: 'name', x: 'value', fill: colour, fillOpacity: 0.7, r: 2.5 }),
    ],
  });
  const days = all.flatMap(({ point, days: own }) => own.map((day) => ({ name: point.name, day })));
  const worst = must(
    days.reduce(
      (least, one) => (one.day[quantity] < least.day[quantity] ? one : least),
      must(days[0], 'day'),
    ),
    'day',
  );
  const value = `${told(worst.day[quantity], quantity)} ${printed[quantity].text}`;
  return {
    title: 'Every day of every way to play',
    caption: `A dot is a day, the bar holds the middle half, the tick is the median; numbered points are in the table.${document.replications > MOST_DOTS ? ` Dots: the first ${MOST_DOTS} days.` : ''} The lowest of ${days.length}: day ${worst.day.replication} of ${worst.name}, ${value}. To watch that day, play it and view it:`,
    svg,
    command: dayCommand(document, worst.day),
  };
}

/** Half of the interval after each number of days, and where each open question would be settled. */
export function convergenceFigure(document: ExperimentDocument): Figure | undefined {
  const { quantity, stopping, unsettled, command } = document;
  const questions = comparedOf(document).filter(({ kind }) => kind !== 'interaction');
  const drawn = largestFirst(questions)
    .filter(({ interval }) => interval.halfWidth > 0)
    .slice(0, MOST_LINES)
    .map(({ of, name, ...one }) => ({ ...one, name: of === '' ? name : `${of}, ${name}` }));
  const days = drawn[0]?.byDay.length ?? 0;
  if (days < 3) return undefined;
  const rows = halfWidthsOf(drawn, quantity);
  const series = seriesOf(null, [...new Set(rows.map(({ name }) => name))]);
  const settles = drawn.flatMap(({ name, interval }) => {
    // What trainings vary no number of days settles.
    const isOfDays = interval.crossed === undefined && rows.some((row) => row.name === name);
    const more = isOfDays ? moreToSettle(interval) : undefined;
    const n = days + (more ?? 0);
    const half = Math.abs(shown(interval.mean, quantity));
    return more === undefined || more === 0 || n > MOST_DAYS ? [] : [{ n, half, text: `${n} days` }];
  });
  const heights = [...rows, ...settles].map(({ half }) => half);
  const svg = draw({
    height: 320,
    marginRight: 70,
    x: {
      ...{ type: 'log', label: 'days played', labelAnchor: 'center', labelOffset: 38, tickFormat: 'd' },
      ticks: dayTicks(Math.max(days, ...settles.map(({ n }) => n))),
    },
    y: {
      ...{ type: 'log', label: `half-width, ${printed[quantity].text}`, grid: true, tickFormat: '~g' },
      ticks: decades(Math.min(...heights), Math.max(...heights)),
    },
    marks: [
      ...lines(rows, series, ['n', 'half', 'name']),
      ...(stopping?.quantity === quantity
        ? [Plot.ruleY([shown(stopping.halfWidth, quantity)], { stroke: soft, strokeDasharray: '4 3' })]
        : []),
      Plot.dot(settles, { x: 'n', y: 'half', stroke: ink, r: 5, strokeWidth: 1.5 }),
      Plot.text(settles, { x: 'n', y: 'half', text: 'text', dx: 9, textAnchor: 'start', fill: ink }),
    ],
  });
  const open = unsettled.filter((one) => one.quantity === quantity).map(({ text }) => text);
  const listed = open.length > MOST_SENTENCES ? `${open.length} questions are still open.` : open.join(' ');
  const circles =
    settles.length === 0
      ? ''
      : ' Circles: the days after which an interval would no longer reach 0 if the difference is as seen.';
  return {
    title: 'How the intervals narrow with the days',
    caption: `${document.trainings > 1 ? 'The part of the days alone, in the mean over the trainings. ' : ''}${open.length === 0 ? `After ${days} days every question asked is settled.` : listed}${circles}${stopping === null ? '' : ' Dashed: what was asked for.'}`,
    svg,
    legend: series,
    command,
  };
}

/** Days that stand at the axis: each of a few, else 1, 2 and 5 of each decade. */
const dayTicks = (last: number): number[] =>
  last <= 10 ? Array.from({ length: last - 1 }, (_, i) => i + 2) : decades(2, last);

/** More sentences than this no caption holds. */
const MOST_SENTENCES = 3;

/** Half of the interval of each comparison after so many days, from the second on; days on which it was 0 are not drawn. */
function halfWidthsOf(drawn: readonly Pick<Compared, 'name' | 'byDay'>[], quantity: QuantityName) {
  const widest = Math.max(...drawn.map(({ byDay }) => meanInterval(byDay, confidence).halfWidth));
  return drawn.flatMap(({ name, byDay }) => {
    const step = Math.ceil(byDay.length / MOST_STEPS);
    const counts = byDay.map((_, i) => i + 1).filter((n) => n > 1 && (byDay.length - n) % step === 0);
    return counts.flatMap((n) => {
      const { halfWidth } = meanInterval(byDay.slice(0, n), confidence);
      return halfWidth < widest * NEGLIGIBLE ? [] : [{ name, n, half: shown(halfWidth, quantity) }];
    });
  });
}

/** Numbers of days after which an interval is drawn, at most. */
const MOST_STEPS = 200;

/** What is narrower than the widest by so much is rounding, or two days that happen to be equal. */
const NEGLIGIBLE = 1e-4;

/** Farther than this the axis is not drawn: the number itself says nothing more. */
const MOST_DAYS = 10_000;
