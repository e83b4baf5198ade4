import * as Plot from '@observablehq/plot';
import { plain, scaleOf, seriesOf } from '../../report/colours.ts';
import { draw, type Figure, namedLines, num, shareCells, text } from '../../report/draw.ts';
import type { ReportData } from './read.ts';

/** Validation accuracy while the networks trained. */
export function curveFigure(data: ReportData): Figure | undefined {
  const rows = data.table('curves').map((row) => ({
    network: text(row, 'network'),
    step: num(row, 'step'),
    percent: 100 * num(row, 'validationAccuracy'),
  }));
  if (rows.length === 0) return undefined;
  const networks = [...new Set(rows.map((r) => r.network))];
  const last = networks.flatMap((name) => rows.findLast((r) => r.network === name) ?? []);
  const series = seriesOf('perception', networks);
  const svg = draw({
    height: 280,
    marginRight: 90,
    x: { label: 'optimiser step', labelAnchor: 'center', labelOffset: 38, nice: true, ticks: 6 },
    y: { label: 'validation accuracy, %', grid: true, nice: true },
    color: scaleOf(series),
    marks: [
      ...namedLines(rows, series, ['step', 'percent', 'network'], 3),
      Plot.dot(rows, { x: 'step', y: 'percent', fill: 'network', r: 3 }),
    ],
  });
  const words = last.map((e) => `${e.network} ${e.percent.toFixed(1)} %`).join(', ');
  return {
    title: 'How the networks learned',
    caption: `Accuracy on validation items at the end: ${words}.`,
    svg,
  };
}

/** Who was taken for whom: the main student on the test items. */
export function confusionFigure(data: ReportData): Figure | undefined {
  const main = data.manifest.variants.find((v) => v.main)?.perception;
  const rows = data.table('confusion').filter((row) => row.network === main);
  if (rows.length === 0) return undefined;
  const names = [...new Set(rows.map((row) => text(row, 'truth')))].sort();
  const cells = rows.map((row) => ({
    truth: text(row, 'truth'),
    answer: text(row, 'answer'),
    share: num(row, 'share'),
  }));
  const svg = draw({
    height: 150 + 26 * names.length,
    marginLeft: 170,
    marginBottom: 130,
    padding: 0.04,
    x: { label: 'answered', domain: names, tickRotate: -50 },
    y: { label: 'true', domain: names },
    color: { domain: ['hit'], range: [plain] },
    marks: [...shareCells(cells, ['answer', 'truth'], () => 'hit')],
  });
  const wrong = cells.filter((c) => c.truth !== c.answer).sort((a, b) => b.share - a.share)[0];
  const worst = wrong
    ? `Most frequent mistake: ${(100 * wrong.share).toFixed(0)} % of ${wrong.truth} were mistaken for ${wrong.answer}.`
    : '';
  return { title: `What ${main} mixes up (test items, % of each row)`, caption: worst, svg };
}
