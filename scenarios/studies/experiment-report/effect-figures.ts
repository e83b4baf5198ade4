import * as Plot from '@observablehq/plot';
import { must } from '../../../sim/record/must.ts';
import { ink, plain, seriesOf, soft } from '../../report/colours.ts';
import { draw, type Figure, lines, roomFor, short } from '../../report/draw.ts';
import { meanInterval } from '../../stats/interval.ts';
import { shownValue } from '../experiment/design.ts';
import type { ExperimentDocument } from '../experiment/document.ts';
import type { PlanFindings } from '../experiment/findings.ts';
import { confidence, intervalInWords, printed } from '../experiment/quantities.ts';
import {
  type Compared,
  comparedOf,
  daysOf,
  isSettled,
  largestFirst,
  MOST_DRAWN,
  shown,
  told,
} from './values.ts';

/** Every difference or effect with its interval, what is open hollow: a figure for each whose effects they are. */
export function forestFigures(document: ExperimentDocument): Figure[] {
  const all = largestFirst(comparedOf(document));
  const subjects = [...new Set(comparedOf(document).map(({ of }) => of))].slice(0, MOST_SUBJECTS);
  return subjects.map((of) =>
    forestFigure(
      document,
      of,
      all.filter((one) => one.of === of),
    ),
  );
}

/** Pairs of ways of seeing and maintaining whose effects are drawn; the table has all. */
const MOST_SUBJECTS = 4;

function forestFigure(
  { quantity, command, plan }: ExperimentDocument,
  of: string,
  all: readonly Compared[],
): Figure {
  const rows = all.slice(0, MOST_DRAWN).map(({ name, interval }) => ({
    name,
    settled: isSettled(interval),
    mean: shown(interval.mean, quantity),
    lo: shown(Number.isFinite(interval.lo) ? interval.lo : interval.mean, quantity),
    hi: shown(Number.isFinite(interval.hi) ? interval.hi : interval.mean, quantity),
  }));
  const largest = must(all[0], 'effect');
  const svg = draw({
    ...roomFor(rows.map(({ name }) => name)),
    height: 70 + 24 * rows.length,
    marginRight: 60,
    x: { label: printed[quantity].text, labelAnchor: 'center', labelOffset: 38, grid: true, nice: true },
    y: { label: null, domain: rows.map(({ name }) => name), tickFormat: short },
    marks: [
      Plot.ruleX([0], { stroke: ink }),
      Plot.ruleY(rows, { y: 'name', x1: 'lo', x2: 'hi', stroke: plain, strokeWidth: 2 }),
      Plot.dot(rows, {
        ...{ y: 'name', x: 'mean', stroke: plain, strokeWidth: 2, r: 4 },
        fill: ({ settled }: { settled: boolean }) => (settled ? plain : 'var(--card)'),
      }),
      Plot.text(rows, {
        ...{ y: 'name', x: 'hi', dx: 8, textAnchor: 'start', fill: ink },
        text: ({ mean }: { mean: number }) => mean.toFixed(printed[quantity].digits),
      }),
    ],
  });
  const settled = all.filter(({ interval }) => isSettled(interval)).length;
  const what = plan === null ? 'difference' : 'effect';
  const cut = all.length > rows.length ? ` The ${rows.length} largest are drawn.` : '';
  const title = plan === null ? 'Differences on the same days' : 'Effects of the factors, on the same days';
  return {
    title: of === '' ? title : `${title}: ${of}`,
    caption: `${settled} of ${all.length} ${what}${all.length === 1 ? '' : 's'} ${settled === 1 ? 'is' : 'are'} settled (filled: the 95 % interval excludes 0). The largest ${what}: ${largest.name}, ${intervalInWords(largest.interval, quantity, true)}.${cut}`,
    svg,
    command,
  };
}

/** A mean of the quantity over the points at some levels, by day. */
function meanWhere(
  document: ExperimentDocument,
  chosen: (levels: ExperimentDocument['points'][number]['levels']) => boolean,
) {
  const { points, quantity } = document;
  const first = points[0];
  const own = points.filter(
    ({ levels, perception, maintenance }) =>
      perception === first?.perception && maintenance === first.maintenance && chosen(levels),
  );
  const byDay = new Map<number, number[]>();
  for (const point of own)
    for (const { replication, [quantity]: value } of daysOf(document, point))
      byDay.set(replication, [...(byDay.get(replication) ?? []), shown(value, quantity)]);
  const means = [...byDay.values()].map((values) => values.reduce((a, b) => a + b, 0) / values.length);
  return means.length === 0 ? undefined : meanInterval(means, confidence);
}

/** Means at the levels of each factor, over all levels of the others. */
export function mainEffectsFigure(document: ExperimentDocument): Figure | undefined {
  const { plan, quantity, command } = document;
  if (plan === null) return undefined;
  if (plan.explained !== null) return rangeFigure(document, plan);
  const rows = plan.design.factors.flatMap(({ name, levels }) =>
    levels.flatMap((level) => {
      const is = JSON.stringify(level);
      const interval = meanWhere(document, (own) => JSON.stringify(own[name]) === is);
      const place = `${name} ${shownValue(level)}`;
      return interval === undefined ? [] : [{ factor: name, place, mean: interval.mean }];
    }),
  );
  const svg = draw({
    height: 320,
    marginBottom: 110,
    x: { label: null, domain: rows.map(({ place }) => place), tickRotate: -40, tickFormat: short },
    y: { label: printed[quantity].text, grid: true, nice: true },
    marks: [
      Plot.lineY(rows, { x: 'place', y: 'mean', z: 'factor', stroke: plain, strokeWidth: 2 }),
      Plot.dot(rows, { x: 'place', y: 'mean', fill: plain, r: 4 }),
    ],
  });
  const spans = plan.design.factors.map(({ name }) => {
    const means = rows.filter(({ factor }) => factor === name).map(({ mean }) => mean);
    return { name, span: Math.max(...means) - Math.min(...means) };
  });
  const [widest] = spans.sort((a, b) => b.span - a.span);
  return {
    title: 'What each factor changes',
    caption: `Mean over all points at a level, and so over all levels of the other factors. ${widest?.name} moves it most: by ${widest?.span.toFixed(printed[quantity].digits)} ${printed[quantity].text} between its levels.`,
    svg,
    command,
  };
}

/** Points of a plan that fills ranges: each factor against the quantity, with the line through all points. */
function rangeFigure(document: ExperimentDocument, { design, explained }: PlanFindings): Figure {
  const { points, quantity, command } = document;
  const rows = design.factors.flatMap(({ name, levels }) => {
    const numbers = levels.map(Number);
    const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
    return points.map(({ levels: own, estimates }) => ({
      ...{ factor: name, percent: (100 * (Number(own[name]) - low)) / (high - low) },
      mean: shown(estimates[quantity].mean, quantity),
    }));
  });
  const svg = draw({
    height: 300,
    fx: { label: null },
    x: {
      label: 'place in the range of the factor, %',
      ticks: [25, 75],
      labelAnchor: 'center',
      labelOffset: 38,
    },
    y: { label: printed[quantity].text, grid: true, nice: true },
    marks: [
      Plot.dot(rows, { fx: 'factor', x: 'percent', y: 'mean', stroke: plain, r: 2.5 }),
      Plot.linearRegressionY(rows, { fx: 'factor', x: 'percent', y: 'mean', stroke: ink, ci: 0 }),
    ],
  });
  return {
    title: 'What each factor changes over its range',
    caption: `Each dot is a point of the plan. A line through all factors explains ${(100 * (explained ?? 0)).toFixed(0)} % of the spread between the points; their scatter about it is in the intervals.`,
    svg,
    command,
  };
}

/** The two factors that make up for each other, or strengthen each other, most. */
export function interactionFigure(document: ExperimentDocument): Figure | undefined {
  const { plan, quantity, command } = document;
  const pairs = (plan?.effects ?? [])
    .filter(
      ({ kind, factors, of }) =>
        kind === 'interaction' && factors.length === 2 && of === plan?.effects[0]?.of,
    )
    .sort((a, b) => Math.abs(b.estimates[quantity].mean) - Math.abs(a.estimates[quantity].mean));
  const [most] = pairs;
  const [across, along] = (most?.factors ?? []).map((name) =>
    plan?.design.factors.find((factor) => factor.name === name),
  );
  if (most === undefined || across === undefined || along === undefined) return undefined;
  const rows = across.levels.flatMap((x) =>
    along.levels.flatMap((z) => {
      const interval = meanWhere(
        document,
        (own) =>
          JSON.stringify(own[across.name]) === JSON.stringify(x) &&
          JSON.stringify(own[along.name]) === JSON.stringify(z),
      );
      const names = { x: shownValue(x), line: `${along.name} ${shownValue(z)}` };
      return interval === undefined ? [] : [{ ...names, mean: interval.mean }];
    }),
  );
  const series = seriesOf(null, [...new Set(rows.map(({ line }) => line))]);
  const svg = draw({
    height: 280,
    x: {
      type: 'point',
      label: across.name,
      labelAnchor: 'center',
      labelOffset: 38,
      domain: [...new Set(rows.map(({ x }) => x))],
    },
    y: { label: printed[quantity].text, grid: true, nice: true },
    marks: [
      ...lines(rows, series, ['x', 'mean', 'line']),
      Plot.dot(rows, { x: 'x', y: 'mean', fill: soft, r: 3 }),
    ],
  });
  const interval = most.estimates[quantity];
  const words = isSettled(interval)
    ? `the effect of ${across.name} changes with ${along.name}`
    : 'whether one changes the effect of the other is not settled';
  return {
    title: `The strongest interaction: ${across.name} and ${along.name}`,
    caption: `Parallel lines = no interaction. Of ${pairs.length} interactions the largest is ${most.name}, ${told(interval.mean, quantity)} ${printed[quantity].text}: ${words}.`,
    svg,
    legend: series,
    command,
  };
}
