import type { Figure } from '../../report/draw.ts';
import { style } from '../../report/style.ts';
import type { ProtocolFile } from '../../schema/protocol/schema.ts';
import { escapeHtml } from '../day/page.ts';
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
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(title)} - looptwin</title><style>${style}</style></head><body><main>
<h1>${escapeHtml(title)}</h1><p class="story">${escapeHtml(file.story)}</p><p class="story">${escapeHtml(file.question)}</p>
<p class="finding">${escapeHtml(finding)}</p>
<ul>${facts.map((fact) => `<li>${escapeHtml(fact)}</li>`).join('')}</ul>
<div class="figures">${figures.map(figureHtml).join('\n')}</div>
${tableHtml('Comparisons named before the first run', COMPARISON_HEAD, comparisonTable(document.named))}
${tableHtml('Every arm, gains and losses alike', ARM_HEAD, armTable(document))}
${tableHtml('Exploratory comparisons (not adjusted)', COMPARISON_HEAD, comparisonTable(document.exploratory))}
${tableHtml(
  'Chosen on validation',
  ['arm', 'learning rate', 'temperature'],
  document.choices.map((c) => [c.arm, String(c.learningRate), String(c.temperature)]),
)}
${card === '' ? '' : `<section class="wide"><h2>Model card of the exported student</h2><pre class="scroll">${escapeHtml(card)}</pre></section>`}
</main></body></html>
`;
}

function reached({ visualReached }: ProtocolDocument): string {
  if (!visualReached) return '';
  const { accuracy, items } = visualReached;
  return `, at least ${percent(accuracy)} % (a camera-only network on ${items} labelled items)`;
}

function figureHtml({ title, caption, svg, legend }: Figure): string {
  const names = legend
    ? `<div class="legend">${legend.map(({ name, colour }) => `<span><i style="background:${colour}"></i>${escapeHtml(name)}</span>`).join('')}</div>`
    : '';
  return `<figure aria-label="${escapeHtml(title)}"><h2>${escapeHtml(title)}</h2>${svg}${names}<figcaption>${escapeHtml(caption)}</figcaption></figure>`;
}

function tableHtml(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const th = head.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`)
    .join('\n');
  return `<section class="wide"><h2>${escapeHtml(caption)}</h2><div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(caption)}"><table><thead><tr>${th}</tr></thead><tbody>${body}</tbody></table></div></section>`;
}
