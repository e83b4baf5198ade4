import * as Plot from '@observablehq/plot';
import { apart, draw, type Figure, ink, num, palette, text } from '../../report/draw.ts';
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
  const ends = apart(
    last.map(({ network, percent }) => ({ network, y: percent })),
    3,
  );
  const end = Math.max(...rows.map((r) => r.step));
  const svg = draw({
    height: 280,
    marginRight: 90,
    x: { label: 'optimiser step', labelAnchor: 'center', labelOffset: 38, nice: true, ticks: 6 },
    y: { label: 'validation accuracy, %', grid: true, nice: true },
    color: { domain: networks, range: palette },
    marks: [
      Plot.lineY(rows, { x: 'step', y: 'percent', z: 'network', stroke: 'network', strokeWidth: 2 }),
      Plot.dot(rows, { x: 'step', y: 'percent', fill: 'network', r: 3 }),
      Plot.text(ends, {
        x: () => end,
        y: 'at',
        text: 'network',
        dx: 8,
        textAnchor: 'start',
        fill: 'network',
      }),
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
  const shown = cells.filter((cell) => cell.share >= 0.005);
  const svg = draw({
    height: 150 + 26 * names.length,
    marginLeft: 170,
    marginBottom: 130,
    padding: 0.04,
    x: { label: 'answered', domain: names, tickRotate: -50 },
    y: { label: 'true', domain: names },
    color: { domain: ['hit'], range: ['var(--heat)'] },
    marks: [
      Plot.cell(cells, {
        x: 'answer',
        y: 'truth',
        fill: () => 'hit',
        fillOpacity: (c: { share: number }) => Math.max(0.03, c.share),
      }),
      Plot.text(shown, {
        x: 'answer',
        y: 'truth',
        text: (c: { share: number }) => (100 * c.share).toFixed(0),
        fill: ink,
      }),
    ],
  });
  const wrong = cells.filter((c) => c.truth !== c.answer).sort((a, b) => b.share - a.share)[0];
  const worst = wrong
    ? `Most frequent mistake: ${(100 * wrong.share).toFixed(0)} % of ${wrong.truth} were taken for ${wrong.answer}.`
    : '';
  return { title: `What ${main} mixes up (test items, % of each row)`, caption: worst, svg };
}
