import * as Plot from '@observablehq/plot';
import { must } from '../../../sim/record/must.ts';
import { isReference } from '../../../sim/site/reference.ts';
import { wordRefused } from '../../record/regret-file.ts';
import { colourBy, ink, scaleOf, seriesOf } from '../../report/colours.ts';
import { draw, type Figure, patchesOf, roomFor } from '../../report/draw.ts';
import { causesFigureOf, regretFigureOf } from '../../report/regret-figure.ts';
import type { ReportData } from './read.ts';

/** EUR of each perception against what no policy can exceed. */
export function valueFigure({ document }: ReportData): Figure {
  const rows = document.perceptions.map((p) => ({ name: p.name, eur: p.valueEur }));
  const { boundEur } = document;
  const series = seriesOf(
    'perception',
    rows.map(({ name }) => name),
  );
  const svg = draw({
    ...roomFor(rows.map(({ name }) => name)),
    height: 60 + 44 * rows.length,
    marginRight: 60,
    x: { label: 'EUR for the day', labelAnchor: 'center', labelOffset: 38, grid: true, nice: true },
    y: { label: null, domain: rows.map((r) => r.name) },
    color: scaleOf(series),
    marks: [
      Plot.barX(rows, { x: 'eur', y: 'name', fill: 'name', insetTop: 5, insetBottom: 5 }),
      Plot.text(rows, {
        x: (r: { eur: number }) => Math.max(r.eur, 0),
        y: 'name',
        text: (r: { eur: number }) => r.eur.toFixed(2),
        dx: 6,
        textAnchor: 'start',
        fill: ink,
      }),
      Plot.ruleX([boundEur], { stroke: colourBy('mark', 'bound'), strokeWidth: 2, strokeDasharray: '5 4' }),
      Plot.text([{ x: boundEur }], {
        x: 'x',
        text: () => `bound ${boundEur.toFixed(2)}`,
        frameAnchor: 'top',
        dy: -12,
        fill: ink,
      }),
      Plot.ruleX([0], { stroke: ink }),
    ],
  });
  const best = must([...rows].sort((a, b) => b.eur - a.eur)[0], 'way of seeing');
  return {
    title: 'What each perception earned',
    caption: `Best: ${best.name} with EUR ${best.eur.toFixed(2)}; no policy can earn more than the bound of EUR ${boundEur.toFixed(2)}.`,
    svg,
  };
}

/**
 * What each perception lost against the bound: by cause where `looptwin regret` has left its answer in the folder, else as one bar,
 * since splitting it takes days of their own.
 */
export function regretFigure({ document, regret = { state: 'none' } }: ReportData): Figure | undefined {
  const regrets = document.perceptions.flatMap(({ name, regretEur }) =>
    isReference(name) ? [] : [{ name, eur: regretEur }],
  );
  if (regrets.length === 0) return undefined;
  if (regret.state === 'kept') return causesFigureOf(regret.document);
  const refused = wordRefused(regret);
  return {
    ...regretFigureOf(regrets),
    caption: `${refused === null ? '' : `The kept answer is not used: ${refused}. `}The bound of EUR ${document.boundEur.toFixed(2)} minus the value of the day. How much of it is due to perception, energy, capacity, maintenance and the rest, in the folder of this run:`,
    command: 'looptwin regret DIR',
  };
}

/** Accuracy of first beliefs on the day, on three levels of the label tree. */
export function accuracyFigure({ document }: ReportData): Figure {
  const levels = ['material', 'class', 'family'] as const;
  const series = seriesOf('level', levels);
  // Where nobody or a person works, no network is right or wrong.
  const seeing = document.perceptions.filter(({ name }) => !isReference(name));
  const rows = seeing.flatMap((p) =>
    levels.map((level) => ({ name: p.name, level, percent: 100 * p.accuracy[level] })),
  );
  const svg = draw({
    height: 260,
    marginBottom: 40,
    fx: { label: null, domain: seeing.map((p) => p.name) },
    x: { axis: null, domain: [...levels] },
    y: { label: 'correct answers, %', grid: true, domain: [0, 105], ticks: [0, 20, 40, 60, 80, 100] },
    color: scaleOf(series),
    marks: [
      Plot.barY(rows, { fx: 'name', x: 'level', y: 'percent', fill: 'level', insetLeft: 1, insetRight: 1 }),
      Plot.text(rows, {
        fx: 'name',
        x: 'level',
        y: 'percent',
        text: (r: { percent: number }) => r.percent.toFixed(0),
        dy: -7,
        fill: ink,
      }),
      Plot.ruleY([0], { stroke: ink }),
    ],
  });
  return {
    title: 'How often each perception was right',
    caption: `Share of items identified correctly at first sight. For each perception, from left to right: ${levels.join(', ')}.`,
    svg,
    legend: patchesOf(series),
  };
}
