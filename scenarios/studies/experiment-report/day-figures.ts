import * as Plot from '@observablehq/plot';
import { at, must } from '../../../sim/record/must.ts';
import { ink, seriesOf, soft } from '../../report/colours.ts';
import { draw, type Figure, lines } from '../../report/draw.ts';
import { meanInterval } from '../../stats/interval.ts';
import type { ExperimentDocument } from '../experiment/document.ts';
import { moreToSettle } from '../../stats/replications.ts';
import { confidence, printed } from '../experiment/quantities.ts';
import { namesAtLeft, short } from './effect-figures.ts';
import {
  coloursOf,
  comparedOf,
  dayCommand,
  daysOf,
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

/** Every day of every way to play: a dot a day, a bar over its middle half, a tick at the median. */
export function distributionFigure(document: ExperimentDocument): Figure {
  const { quantity } = document;
  const colours = coloursOf(document);
  const all = ranked(document).map((point) => ({ point, days: daysOf(document, point) }));
  const colour = ({ name }: { name: string }) => must(colours.get(name), 'colour').colour;
  const dots = all.flatMap(({ point: { name }, days }) =>
    days.map((day) => ({ name, value: shown(day[quantity], quantity) })),
  );
  const boxes = all.map(({ point: { name }, days }) => {
    const sorted = days.map((day) => shown(day[quantity], quantity)).sort((a, b) => a - b);
    return { name, low: quantile(sorted, 0.25), middle: quantile(sorted, 0.5), high: quantile(sorted, 0.75) };
  });
  const svg = draw({
    ...namesAtLeft,
    height: 70 + 26 * all.length,
    x: { label: printed[quantity].text, labelAnchor: 'center', labelOffset: 38, grid: true, nice: true },
    y: { label: null, domain: all.map(({ point }) => point.name), tickFormat: short },
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
    days.reduce((least, one) => (one.day[quantity] < least.day[quantity] ? one : least), must(days[0], 'day')),
    'day',
  );
  const value = `${told(worst.day[quantity], quantity)} ${printed[quantity].text}`;
  return {
    title: 'Every day of every way to play',
    caption: `A dot is a day, the bar holds the middle half, the tick is the median. The lowest of ${days.length}: day ${worst.day.replication} of ${worst.name}, ${value}. To watch that day, play it and view it:`,
    svg,
    command: dayCommand(document, worst.day),
  };
}

/** Half of the interval after each number of days, and where each open question would be settled. */
export function convergenceFigure(document: ExperimentDocument): Figure | undefined {
  const { quantity, stopping, unsettled, command } = document;
  const drawn = largestFirst(comparedOf(document).filter(({ kind }) => kind !== 'interaction')).slice(0, MOST_LINES);
  const days = drawn[0]?.byDay.length ?? 0;
  if (days < 3) return undefined;
  const series = seriesOf(
    null,
    drawn.map(({ name }) => name),
  );
  const rows = drawn.flatMap(({ name, byDay }) =>
    byDay.slice(1).map((_, i) => {
      const { halfWidth } = meanInterval(byDay.slice(0, i + 2), confidence);
      return { name, n: i + 2, half: shown(halfWidth, quantity) };
    }),
  );
  const settles = drawn.flatMap(({ interval }) => {
    const more = moreToSettle(interval);
    const n = days + (more ?? 0);
    const half = Math.abs(shown(interval.mean, quantity));
    return more === undefined || more === 0 || n > MOST_DAYS ? [] : [{ n, half, text: `${n} days` }];
  });
  const svg = draw({
    height: 320,
    marginRight: 60,
    x: { type: 'log', label: 'days played', labelAnchor: 'center', labelOffset: 38, tickFormat: 'd', ticks: 5 },
    y: { type: 'log', label: `half-width, ${printed[quantity].text}`, grid: true, ticks: 5, tickFormat: '~g' },
    marks: [
      ...lines(rows.filter(({ half }) => half > 0), series, ['n', 'half', 'name']),
      ...(stopping?.quantity === quantity
        ? [Plot.ruleY([shown(stopping.halfWidth, quantity)], { stroke: soft, strokeDasharray: '4 3' })]
        : []),
      Plot.dot(settles, { x: 'n', y: 'half', stroke: ink, r: 5, strokeWidth: 1.5 }),
      Plot.text(settles, { x: 'n', y: 'half', text: 'text', dx: 9, textAnchor: 'start', fill: ink }),
    ],
  });
  const words = unsettled.filter((one) => one.quantity === quantity).map(({ text }) => text);
  return {
    title: 'How the intervals narrow with the days',
    caption: `${words.length === 0 ? `After ${days} days every question asked is settled.` : words.join(' ')} Circles: where an interval would no longer reach 0 if the difference is as seen.${stopping === null ? '' : ' Dashed: what was asked for.'}`,
    svg,
    legend: series,
    command,
  };
}

/** Farther than this the axis is not drawn: the number itself says nothing more. */
const MOST_DAYS = 10_000;
