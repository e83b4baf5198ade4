import * as Plot from '@observablehq/plot';
import { plain, scaleOf, seriesOf } from '../../report/colours.ts';
import { draw, type Figure, namedLines, num, patchesOf, shareCells, text } from '../../report/draw.ts';
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

/** How well the networks know the state of each material, against the best constant: 1 = no better than knowing nothing. */
export function conditionFigure(data: ReportData): Figure | undefined {
  const rows = data.table('condition').filter((row) => row.by === 'material' && row.stateError !== null);
  if (rows.length === 0) return undefined;
  const cells = rows.map((row) => ({
    network: text(row, 'network'),
    material: text(row, 'name'),
    ratio: num(row, 'stateError') / Math.max(1e-6, num(row, 'stateConstant')),
  }));
  const networks = [...new Set(cells.map(({ network }) => network))];
  const names = [...new Set(cells.map(({ material }) => material))].sort();
  const series = seriesOf('perception', networks);
  const svg = draw({
    height: 90 + 22 * names.length,
    marginLeft: 170,
    marginRight: 90,
    x: { label: 'error of the state, share of the best constant of the material', grid: true, nice: true },
    y: { label: null, domain: names },
    color: scaleOf(series),
    marks: [
      Plot.ruleX([1], { stroke: 'var(--soft)', strokeDasharray: '4 3' }),
      Plot.dot(cells, { x: 'ratio', y: 'material', fill: 'network', r: 4 }),
    ],
  });
  const caption = conditionWords(data, networks);
  return { title: 'What the networks know of condition', caption, svg, legend: patchesOf(series) };
}

/** Errors over all test items, a sentence a network. */
function conditionWords(data: ReportData, networks: readonly string[]): string {
  const all = data.table('condition').filter((row) => row.by === 'all');
  const sentences = networks.flatMap((network) => {
    const row = all.find((one) => one.network === network);
    if (row === undefined) return [];
    const grade = `${(100 * num(row, 'gradeRight')).toFixed(0)} % of best next uses right (constant ${(100 * num(row, 'gradeConstant')).toFixed(0)} %)`;
    return [
      `${network}: state ${num(row, 'stateError').toFixed(2)} against ${num(row, 'stateConstant').toFixed(2)}, ${grade}.`,
    ];
  });
  return `Mean absolute error on test items; left of the line is better than the best constant. ${sentences.join(' ')}`;
}
