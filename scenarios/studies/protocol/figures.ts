import * as Plot from '@observablehq/plot';
import { armOf } from '../../../models/training/arms.ts';
import { at } from '../../../sim/record/must.ts';
import { ink, plain, scaleOf, seriesOf, soft } from '../../report/colours.ts';
import { draw, type Figure, lines, shareCells } from '../../report/draw.ts';
import { type NamingRow, namesMaterials, type ProtocolDocument } from './document.ts';
import { isFinal, type TrainingResult } from './results.ts';

/** What the figures of a protocol are drawn from. */
export interface ProtocolFigures {
  readonly document: ProtocolDocument;
  readonly results: readonly TrainingResult[];
  /** Labels per material of the primary regime. */
  readonly primary: number;
}

/** All figures that the results allow, the answer first. */
export function protocolFigures(data: ProtocolFigures): Figure[] {
  return [armFigure, regimeFigure, curveFigure, reliabilityFigure, confusionFigure].flatMap(
    (figure) => figure(data) ?? [],
  );
}

/** Accuracy of every arm of the primary regime with its interval. */
function armFigure({ document, primary }: ProtocolFigures): Figure | undefined {
  const tested = document.arms
    .filter(namesMaterials)
    .filter(({ condition, labelledPerMaterial }) => condition === 'clean' && labelledPerMaterial === primary);
  const isTeacher = ({ arm }: NamingRow) => armOf(arm).kind === 'teacher';
  const teachers = tested
    .filter(isTeacher)
    .map(({ arm, material }) => `${arm} ${(100 * material.mean).toFixed(1)} %`);
  const rows = tested
    .filter((row) => !isTeacher(row))
    .map(({ arm, material, trainings }) => ({
      arm: `${arm} (${trainings})`,
      once: trainings === 1,
      percent: 100 * material.mean,
      // One seed has no interval: the dot stands alone.
      lo: 100 * (Number.isFinite(material.lo) ? material.lo : material.mean),
      hi: 100 * (Number.isFinite(material.hi) ? material.hi : material.mean),
    }))
    .sort((a, b) => b.percent - a.percent);
  if (rows.length === 0) return undefined;
  const ceiling = 100 * document.visualCeiling;
  const dashed = ceiling < 100 ? ` Dashed: the ceiling for any camera, ${ceiling.toFixed(1)} %.` : '';
  const svg = draw({
    height: 60 + 26 * rows.length,
    marginLeft: 190,
    // Room for the figure behind the widest interval.
    marginRight: 50,
    x: { label: 'material accuracy on clean test items, %', grid: true, nice: true },
    y: { label: null, domain: rows.map(({ arm }) => arm) },
    marks: [
      Plot.ruleX(ceiling < 100 ? [ceiling] : [], { stroke: soft, strokeDasharray: '4 3' }),
      Plot.ruleY(rows, { y: 'arm', x1: 'lo', x2: 'hi', stroke: plain, strokeWidth: 2 }),
      Plot.tickX(rows, { y: 'arm', x: 'lo', stroke: plain, insetTop: 7, insetBottom: 7 }),
      Plot.tickX(rows, { y: 'arm', x: 'hi', stroke: plain, insetTop: 7, insetBottom: 7 }),
      Plot.dot(rows, {
        y: 'arm',
        x: 'percent',
        stroke: plain,
        fill: (row: { once: boolean }) => (row.once ? 'none' : plain),
        r: 2.5,
      }),
      Plot.text(rows, {
        y: 'arm',
        x: 'hi',
        text: (r: { percent: number }) => r.percent.toFixed(1),
        dx: 8,
        textAnchor: 'start',
        fill: ink,
      }),
    ],
  });
  return {
    title: 'What was found: every student, with 95 % intervals over worlds, labels and trainings',
    caption: `${primary} labels per material; number of trainings in brackets, hollow dots are single trainings.${dashed}${teachers.length > 0 ? ` Not drawn: ${teachers.join(', ')}.` : ''}`,
    svg,
  };
}

/** Accuracy against the number of labels. */
function regimeFigure({ document }: ProtocolFigures): Figure | undefined {
  const rows = document.arms
    .filter(namesMaterials)
    .filter(({ condition }) => condition === 'clean')
    .map(({ arm, labelledPerMaterial, material }) => ({
      arm,
      labels: labelledPerMaterial,
      percent: 100 * material.mean,
    }));
  const several = [...new Set(rows.map(({ arm }) => arm))].filter(
    (arm) => new Set(rows.filter((row) => row.arm === arm).map(({ labels }) => labels)).size > 1,
  );
  const shown = rows.filter(({ arm }) => several.includes(arm)).sort((a, b) => a.labels - b.labels);
  if (shown.length === 0) return undefined;
  const series = seriesOf('perception', several);
  const svg = draw({
    height: 300,
    x: {
      label: 'labels per material',
      type: 'log',
      ticks: [...new Set(shown.map(({ labels }) => labels))],
      tickFormat: 'd',
    },
    y: { label: 'material accuracy, %', grid: true, nice: true },
    color: scaleOf(series),
    marks: [
      ...lines(shown, series, ['labels', 'percent', 'arm']),
      Plot.dot(shown, { x: 'labels', y: 'percent', fill: 'arm', r: 4 }),
    ],
  });
  return {
    title: 'When labels are scarce, and when they are not',
    caption:
      'Mean over seeds on clean test items; the pool of items is the same, only the number of labels changes.',
    svg,
    legend: series,
  };
}

/** Validation accuracy while the arms of the primary regime trained, mean over seeds; arms run once are left out. */
function curveFigure({ results, primary }: ProtocolFigures): Figure | undefined {
  const sums = new Map<string, { arm: string; step: number; total: number; count: number }>();
  const own = results.filter((result) => isFinal(result, primary));
  const severalSeeds = new Set(own.filter(({ unit }) => unit.seed > 1).map(({ unit }) => unit.arm));
  for (const { unit, curve } of own.filter(({ unit }) => severalSeeds.has(unit.arm))) {
    for (const [step, accuracy] of curve) {
      const key = `${unit.arm}/${step}`;
      const sum = sums.get(key) ?? { arm: unit.arm, step, total: 0, count: 0 };
      sum.total += accuracy;
      sum.count += 1;
      sums.set(key, sum);
    }
  }
  const rows = [...sums.values()].map(({ arm, step, total, count }) => ({
    arm,
    step,
    percent: (100 * total) / count,
  }));
  if (rows.length === 0) return undefined;
  rows.sort((a, b) => a.step - b.step);
  const arms = [...new Set(rows.map(({ arm }) => arm))];
  const series = seriesOf('perception', arms);
  const svg = draw({
    height: 340,
    x: { label: 'optimiser step', nice: true },
    y: { label: 'validation accuracy, %', grid: true, nice: true },
    marks: lines(rows, series, ['step', 'percent', 'arm']),
  });
  return {
    title: 'How the arms learned',
    caption:
      'Validation accuracy, mean over seeds; every arm has its own colour, and dashes tell them apart again.',
    svg,
    legend: series,
  };
}

/** Confidence against accuracy of the distilled student. */
function reliabilityFigure({ results, primary }: ProtocolFigures): Figure | undefined {
  const bins = results
    .filter((result) => isFinal(result, primary, 'multi-sensor-teacher'))
    .flatMap(({ reliability }) => reliability ?? []);
  if (bins.length === 0) return undefined;
  const rows = bins.map(([confidence, accuracy, count]) => ({
    confidence: 100 * confidence,
    accuracy: 100 * accuracy,
    count,
  }));
  const svg = draw({
    height: 320,
    x: { label: 'confidence, %', domain: [0, 100] },
    y: { label: 'accuracy, %', domain: [0, 100], grid: true },
    r: { range: [1, 9] },
    marks: [
      Plot.line(
        [
          [0, 0],
          [100, 100],
        ],
        { stroke: soft, strokeDasharray: '4 3' },
      ),
      Plot.dot(rows, { x: 'confidence', y: 'accuracy', r: 'count', fill: plain, fillOpacity: 0.6 }),
    ],
  });
  return {
    title: 'Does the distilled student know what it knows?',
    caption: 'Each dot is a bin of one seed; on the dashed line confidence equals accuracy.',
    svg,
  };
}

/** Families taken for each other by the distilled student, summed over seeds. */
function confusionFigure({ results, primary }: ProtocolFigures): Figure | undefined {
  const own = results.filter(
    (result) => isFinal(result, primary, 'multi-sensor-teacher') && result.familyConfusion,
  );
  const families = own[0]?.families;
  if (!families) return undefined;
  const size = families.length;
  const cells = families.flatMap((truth, i) => {
    const row = families.map((_, j) =>
      own.reduce((sum, { familyConfusion = [] }) => sum + at(familyConfusion, i * size + j), 0),
    );
    const total = Math.max(
      1,
      row.reduce((a, b) => a + b, 0),
    );
    return families.map((answer, j) => ({ truth, answer, share: at(row, j) / total }));
  });
  const svg = draw({
    height: 140 + 28 * size,
    marginLeft: 110,
    marginBottom: 90,
    padding: 0.04,
    x: { label: 'answered', domain: families, tickRotate: -45 },
    y: { label: 'true', domain: families },
    marks: [...shareCells(cells, ['answer', 'truth'], plain)],
  });
  return {
    title: 'Which families the distilled student mixes up (% of each row)',
    caption: 'Clean test items, all seeds together.',
    svg,
  };
}
