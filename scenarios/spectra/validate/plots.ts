import * as Plot from '@observablehq/plot';
import { at } from '../../../sim/record/must.ts';
import { colourBy, ink } from '../../report/colours.ts';
import { draw } from '../../report/draw.ts';
import { escapeHtml, pageFrame, preHtml } from '../../report/html.ts';
import { absorbance, savitzkyGolay, snv } from '../chemometrics/preprocess.ts';
import { type ClassifierResult, isDark, type LabelledSpectra } from './compare.ts';
import { type Grid, wavelengthsIn } from './grid.ts';

const MEASURED = colourBy('spectra', 'measured');
const SYNTHETIC = colourBy('spectra', 'synthetic');

/** One self-contained HTML page: shape of each class, measured against synthetic, and who is taken for whom. */
export function validationPage(
  title: string,
  measured: LabelledSpectra,
  synthetic: LabelledSpectra,
  grid: Grid,
  best: ClassifierResult,
  tables: string,
): string {
  const codes = [...new Set(measured.labels)].sort();
  const figures = codes.map(
    (code) => `<h3>${escapeHtml(code)}</h3>${shapeFigure(measured, synthetic, grid, code)}`,
  );
  return pageFrame(
    title,
    `${preHtml('Tables', tables)}
<h2>Who is taken for whom</h2><p>${best.classifier} on ${best.preprocessing}, trained on synthetic spectra alone: rows are measured classes, columns are answers.</p>
${confusionFigure(measured.labels, best.answers)}
<h2>Shape of each class</h2><p>Standard normal variate of the first derivative of -ln R; every light piece measured
(<span style="color:${MEASURED}">this colour</span>) over 40 synthetic pieces (<span style="color:${SYNTHETIC}">this one</span>).</p>
${figures.join('\n')}`,
  );
}

function shapeFigure(
  measured: LabelledSpectra,
  synthetic: LabelledSpectra,
  grid: Grid,
  code: string,
): string {
  const nm = wavelengthsIn(grid);
  const linesOf = (set: LabelledSpectra, most: number, style: Plot.LineOptions) => {
    const pieces = set.reflectance.filter((r, i) => set.labels[i] === code && !isDark(r)).slice(0, most);
    const points = pieces.flatMap((r, piece) => {
      const shape = snv(savitzkyGolay(absorbance(r), 9, 1));
      return Array.from(nm, (x, i) => ({ nm: x, shape: at(shape, i), piece }));
    });
    return Plot.line(points, { x: 'nm', y: 'shape', z: 'piece', ...style });
  };
  const marks = [
    linesOf(synthetic, 40, { stroke: SYNTHETIC, strokeWidth: 0.6, strokeOpacity: 0.35 }),
    linesOf(measured, 60, { stroke: MEASURED, strokeWidth: 0.9, strokeOpacity: 0.7 }),
  ];
  return draw({ height: 220, x: { label: 'wavelength (nm)' }, y: { label: 'SNV of d(-ln R)' }, marks });
}

function confusionFigure(truth: readonly string[], answers: readonly string[]): string {
  const counts = new Map<string, number>();
  truth.forEach((label, i) => {
    const pair = `${label}\t${answers[i]}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  });
  const cells = [...counts].map(([pair, count]) => {
    const [measuredAs = '', answeredAs = ''] = pair.split('\t');
    return { measured: measuredAs, answer: answeredAs, count };
  });
  return draw({
    height: 60 + 26 * new Set(truth).size,
    x: { label: 'answer', axis: 'top' },
    y: { label: 'measured' },
    color: { scheme: 'blues' },
    marks: [
      Plot.cell(cells, { x: 'answer', y: 'measured', fill: 'count', fillOpacity: 0.6 }),
      Plot.text(cells, { x: 'answer', y: 'measured', text: 'count', fill: ink }),
    ],
  });
}
