import * as Plot from '@observablehq/plot';
import { must } from '../../../sim/record/must.ts';
import { ink } from '../../report/colours.ts';
import { draw, type Figure, patchesOf } from '../../report/draw.ts';
import { regretFigureOf } from '../../report/regret-figure.ts';
import type { PointEstimate } from '../experiment/compare.ts';
import type { ExperimentDocument } from '../experiment/document.ts';
import { printed } from '../experiment/quantities.ts';
import { coloursOf, dayCommand, daysOf, daysText, labelsOf, ranked } from './values.ts';

/** More names than this no sentence holds. */
const MOST_NAMES = 8;

interface Dot {
  readonly name: string;
  readonly kg: number;
  readonly eur: number;
}

/** Dots that can be labelled without one label covering another: they differ enough, as shares of the axes. */
function labelled(dots: readonly Dot[], all: readonly Dot[]): Dot[] {
  const span = (of: (dot: Dot) => number) => Math.max(...all.map(of)) - Math.min(...all.map(of)) || 1;
  const [width, height] = [span(({ kg }) => kg), span(({ eur }) => eur)];
  const covers = (a: Dot, b: Dot) =>
    Math.abs(a.kg - b.kg) < 0.25 * width && Math.abs(a.eur - b.eur) < 0.07 * height;
  const kept: Dot[] = [];
  for (const dot of dots) if (!kept.some((other) => covers(dot, other))) kept.push(dot);
  return kept;
}

/** True where `a` is nowhere worse than `b` and somewhere better: more euros, less carbon, fewer joules. */
function dominates({ estimates: a }: PointEstimate, { estimates: b }: PointEstimate): boolean {
  const gains = [
    a.valueEur.mean - b.valueEur.mean,
    b.co2eKg.mean - a.co2eKg.mean,
    b.energyJPerItem.mean - a.energyJPerItem.mean,
  ];
  return gains.every((gain) => gain >= 0) && gains.some((gain) => gain > 0);
}

/** Ways to play that no other beats in euros, carbon and joules at once. */
export function efficient(points: readonly PointEstimate[]): PointEstimate[] {
  return points.filter((point) => !points.some((other) => dominates(other, point)));
}

/** Names over dots; those left of `leftOfKg` begin at their dot, so that they do not lie over the numbers of the axis. */
function names(dots: readonly Dot[], labels: ReadonlyMap<string, string>, leftOfKg: number) {
  return (['start', 'middle'] as const).map((textAnchor) =>
    Plot.text(
      dots.filter(({ kg }) => kg < leftOfKg === (textAnchor === 'start')),
      {
        ...{ x: 'kg', y: 'eur', text: ({ name }: Dot) => labels.get(name) ?? '', dy: -16, fill: ink },
        ...{ textAnchor, dx: textAnchor === 'start' ? -6 : 0 },
      },
    ),
  );
}

/** Euros against carbon, with joules as the size: whoever gains in one pays in another. */
export function paretoFigure(document: ExperimentDocument): Figure | undefined {
  const { points } = document;
  if (points.length < 2) return undefined;
  const best = new Set(efficient(points));
  const colours = coloursOf(document);
  const rows = points.map((point) => ({
    ...{ name: point.name, best: best.has(point), colour: must(colours.get(point.name), 'colour').colour },
    eur: point.estimates.valueEur.mean,
    kg: point.estimates.co2eKg.mean,
    joules: point.estimates.energyJPerItem.mean,
  }));
  const labels = labelsOf(document);
  const kgs = rows.map(({ kg }) => kg);
  const [low, high] = [Math.min(...kgs), Math.max(...kgs)];
  const front = rows.filter((row) => row.best).sort((a, b) => a.kg - b.kg);
  const svg = draw({
    height: 360,
    marginRight: 90,
    x: {
      label: 'kgCO2e a run (less is better)',
      labelAnchor: 'center',
      labelOffset: 38,
      grid: true,
      nice: true,
      inset: 12,
      // An axis without length has one tick of fifteen digits.
      ...(high - low < 1e-6 ? { domain: [Math.floor(low) - 1, Math.ceil(high) + 1] } : {}),
    },
    // The name of the topmost stands below that of the axis.
    y: { label: 'EUR a run', grid: true, nice: true, insetTop: 34, insetBottom: 12 },
    r: { range: [3, 11] },
    marks: [
      // Where two are the same, the first is seen.
      Plot.dot([...rows].reverse(), {
        ...{ x: 'kg', y: 'eur', r: 'joules', stroke: 'colour', strokeWidth: 2 },
        fill: (row: { best: boolean; colour: string }) => (row.best ? row.colour : 'var(--card)'),
      }),
      ...names(labelled(front, rows), labels, low + (high - low) / 4),
    ],
    color: { type: 'identity' },
  });
  const named = front.map(({ name, joules }) => `${labels.get(name)} (${joules.toFixed(1)} J/item)`);
  const listed =
    named.length > MOST_NAMES
      ? `${named.slice(0, MOST_NAMES).join(', ')} and ${named.length - MOST_NAMES} more`
      : named.join(', ');
  const most = must(ranked(document)[0], 'point');
  return {
    title: 'Euros, carbon and joules',
    caption: `The larger, the more joules per item. Filled: no other way is as good in all three: ${listed}. To play the first day of the best in ${printed[document.quantity].head}:`,
    svg,
    ...(points.length <= colours.size && points.length <= 12
      ? { legend: patchesOf([...colours.values()]) }
      : {}),
    command: dayCommand(document, must(daysOf(document, most)[0], 'day')),
  };
}

/** What stands between each way to play and the bound. */
export function regretFigure(document: ExperimentDocument): Figure | undefined {
  const labels = labelsOf(document);
  const regrets = ranked(document).map(({ name, estimates: { regretEur } }) => {
    return { name: labels.get(name) ?? name, eur: regretEur.mean };
  });
  if (regrets.length === 0) return undefined;
  return {
    ...regretFigureOf(regrets),
    caption: `The bound minus the value, mean over ${daysText(document.replications)}. What it consists of on one day says looptwin regret, given the folder of that day's run. To play them all:`,
    command: document.command,
  };
}
