import type { Figure } from '../../report/draw.ts';
import type { ProtocolFile } from '../../schema/protocol/schema.ts';
import { escapeHtml, figureHtml, pageFrame, tableHtml } from '../day/page.ts';
import type { Comparison, ProtocolDocument } from './document.ts';

const percent = (x: number | null | undefined) =>
  x === null || x === undefined ? '-' : (100 * x).toFixed(1);
const fixed = (x: number | null | undefined, digits: number) =>
  x === null || x === undefined ? '-' : x.toFixed(digits);

/** Rows of the table of arms: what the report and the terminal print. */
export const ARM_HEAD = [
  'arm',
  'labels',
  'sensors',
  'seeds',
  'material %',
  '+-',
  'class %',
  'family %',
  'no look-alike %',
  'macro F1',
  'ECE',
  'state MAE',
  'quality MAE',
  'agrees %',
  'recovered %',
];

export function armTable({ arms }: ProtocolDocument): string[][] {
  return arms.map(({ arm, labelledPerMaterial, condition, seeds, material, metrics, recovered }) => [
    arm,
    String(labelledPerMaterial),
    condition,
    String(seeds),
    percent(material?.mean),
    material && Number.isFinite(material.halfWidth) ? percent(material.halfWidth) : '-',
    percent(metrics.class),
    percent(metrics.family),
    percent(metrics.separable),
    fixed(metrics.macroF1, 3),
    fixed(metrics.ece, 3),
    fixed(metrics.stateMae, 2),
    fixed(metrics.qualityMae, 3),
    percent(metrics.agreement),
    percent(recovered?.mean),
  ]);
}

export const COMPARISON_HEAD = [
  'comparison',
  'labels',
  'pairs',
  'points',
  '95 % from',
  'to',
  'p',
  'p (Holm)',
];

export function comparisonTable(comparisons: readonly Comparison[]): string[][] {
  return comparisons.map(({ a, b, labelledPerMaterial, pairs, points, p, adjustedP }) => [
    `${a} - ${b}`,
    String(labelledPerMaterial),
    String(pairs),
    fixed(points.mean, 2),
    fixed(points.lo, 2),
    fixed(points.hi, 2),
    p < 1e-4 ? '< 0.0001' : fixed(p, 4),
    adjustedP === null ? '-' : adjustedP < 1e-4 ? '< 0.0001' : fixed(adjustedP, 4),
  ]);
}

/** The whole report as one file without a script or an outside address. */
export function protocolPage(
  document: ProtocolDocument,
  file: Pick<ProtocolFile, 'story' | 'question' | 'tests'>,
  figures: readonly Figure[],
  card: string,
): string {
  const { title, finding, trainings, looks, testItems, coreHours, steps, hint } = document;
  const facts = [
    `${trainings.done} of ${trainings.planned} trainings, ${coreHours.toFixed(2)} core-hours`,
    `${steps.student} optimiser steps a student and ${steps.teacher} a teacher, so that the whole stays within 4 core-hours`,
    `${testItems} test items; the test set was opened ${looks === 1 ? 'once' : `${looks} times, each time with new items`}`,
    ...(file.tests.note && !document.quick ? [file.tests.note.trim()] : []),
    `visual ceiling at most ${percent(document.visualCeiling)} % (materials that look identical by construction)${reached(document)}`,
    ...(hint
      ? [
          `thermal picture guessed from RGB: R2 ${hint.r2.toFixed(3)} on item pixels (mask and mean: ${hint.baselineR2.toFixed(3)}), error ${hint.rmseK.toFixed(2)} K`,
        ]
      : []),
    `fingerprint ${document.fingerprint}`,
  ];
  return pageFrame(
    title,
    `<p class="story">${escapeHtml(file.story)}</p><p class="story">${escapeHtml(file.question)}</p>
<p class="finding">${escapeHtml(finding)}</p>
<ul>${facts.map((fact) => `<li>${escapeHtml(fact)}</li>`).join('')}</ul>
<div class="figures">${figures.map(figureHtml).join('\n')}</div>
${optionalTable('Comparisons named before the first run', COMPARISON_HEAD, comparisonTable(document.named))}
${optionalTable('Every arm, gains and losses alike', ARM_HEAD, armTable(document))}
${optionalTable('Exploratory comparisons (not adjusted)', COMPARISON_HEAD, comparisonTable(document.exploratory))}
${optionalTable(
  'Chosen on validation',
  ['arm', 'learning rate', 'temperature'],
  document.choices.map((c) => [c.arm, String(c.learningRate), String(c.temperature)]),
)}
${card === '' ? '' : `<section class="wide"><h2>Model card of the exported student</h2><pre class="scroll">${escapeHtml(card)}</pre></section>`}
`,
  );
}

function reached({ visualReached }: ProtocolDocument): string {
  if (!visualReached) return '';
  const { accuracy, items } = visualReached;
  return `, at least ${percent(accuracy)} % (a camera-only network on ${items} labelled items)`;
}

/** A table; nothing where there are no rows. */
function optionalTable(...[caption, head, rows]: Parameters<typeof tableHtml>): string {
  return rows.length === 0 ? '' : tableHtml(caption, head, rows);
}
