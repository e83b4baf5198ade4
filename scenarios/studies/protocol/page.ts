import { npx } from '../../command-line.ts';
import { type Columns, textsOf } from '../../report/columns.ts';
import type { Figure } from '../../report/draw.ts';
import {
  commandHtml,
  escapeHtml,
  factsHtml,
  figureHtml,
  optionalTable,
  pageFrame,
  preHtml,
} from '../../report/html.ts';
import type { ProtocolFile } from '../../schema/protocol/schema.ts';
import { type AskedAgain, againTable, againText } from './again.ts';
import { besideTables, openSentences } from './beside-tables.ts';
import type { ArmRow, Comparison, ProtocolDocument } from './document.ts';
import { type EarlierRun, openedText, sideBySide } from './earlier.ts';

const percent = (x: number | null | undefined) =>
  x === null || x === undefined ? '-' : (100 * x).toFixed(1);
const fixed = (x: number | null | undefined, digits: number) =>
  x === null || x === undefined ? '-' : x.toFixed(digits);

/** Two digits, or a dash where nothing is known. */
const range = (x: number) => (Number.isFinite(x) ? x.toFixed(2) : '-');

/** The table of arms: what the report and the terminal print. */
export const armColumns: Columns<ArmRow> = [
  ['arm', ({ arm }) => arm],
  ['labels', ({ labelledPerMaterial }) => String(labelledPerMaterial)],
  ['sensors', ({ condition }) => condition],
  ['trainings', ({ trainings }) => String(trainings)],
  ['material %', ({ material }) => percent(material?.mean)],
  ['+-', ({ material: m }) => (m && Number.isFinite(m.halfWidth) ? percent(m.halfWidth) : '-')],
  ['class %', ({ metrics }) => percent(metrics.class)],
  ['family %', ({ metrics }) => percent(metrics.family)],
  ['no look-alike %', ({ metrics }) => percent(metrics.separable)],
  ['macro F1', ({ metrics }) => fixed(metrics.macroF1, 3)],
  ['ECE', ({ metrics }) => fixed(metrics.ece, 3)],
  ['state MAE', ({ metrics }) => fixed(metrics.stateMae, 2)],
  ['quality MAE', ({ metrics }) => fixed(metrics.qualityMae, 3)],
  ['agrees %', ({ metrics }) => percent(metrics.agreement)],
  ['recovered %', ({ recovered }) => percent(recovered?.mean)],
];

const pText = (p: number) => (p < 1e-4 ? '< 0.0001' : fixed(p, 4));

export const comparisonColumns: Columns<Comparison> = [
  ['comparison', ({ a, b }) => `${a} - ${b}`],
  ['labels', ({ labelledPerMaterial }) => String(labelledPerMaterial)],
  ['pairs', ({ pairs }) => String(pairs)],
  ['points', ({ points }) => fixed(points.mean, 2)],
  ['95 % from', ({ points }) => fixed(points.lo, 2)],
  ['to', ({ points }) => fixed(points.hi, 2)],
  ['degrees of freedom', ({ points }) => String(points.df)],
  ['next world from', ({ points }) => range(points.nextLo)],
  ['next world to', ({ points }) => range(points.nextHi)],
  ['seen from', ({ points }) => range(points.detectable)],
  ['sd worlds', ({ points }) => fixed(points.sd.world, 2)],
  ['sd labels', ({ points }) => fixed(points.sd.draw, 2)],
  ['sd trainings', ({ points }) => fixed(points.sd.training, 2)],
  ['p', ({ p }) => pText(p)],
  ['p (Holm)', ({ adjustedP }) => (adjustedP === null ? '-' : pText(adjustedP))],
];

/** The whole report as one file without a script or an outside address. */
export function protocolPage(
  document: ProtocolDocument,
  file: Pick<ProtocolFile, 'story' | 'question' | 'tests'>,
  figures: readonly Figure[],
  more: {
    readonly card: string;
    readonly command: string;
    readonly earlier?: readonly EarlierRun[];
    readonly again?: readonly AskedAgain[];
  },
): string {
  const { card, command, earlier = [], again = [] } = more;
  const { title, finding, trainings, tested, testItems, plateaus, coreHours, steps, hint } = document;
  const facts = [
    `${trainings.done} of ${trainings.planned} trainings, ${coreHours.toFixed(2)} core-hours`,
    ...openSentences(document),
    stepsText(steps, plateaus),
    `${testItems} test items in each world, which follow from the weights of all of its networks: nobody could see them before; ${tested} networks were tested, each once`,
    'intervals cover the drawing of items, of labels and of trainings as far as there are several; "next world" is where one more world, not yet drawn, would lie; "seen from" is the least true difference that 80 of 100 such runs would see',
    ...(earlier.length > 0 ? [openedText(earlier)] : []),
    ...(again.length > 0 ? [againText(again)] : []),
    ...(file.tests.note && !document.quick ? [file.tests.note.trim()] : []),
    `${ceiling(document)}${reached(document)}`,
    ...(hint
      ? [
          `thermal image predicted from RGB: R2 ${hint.r2.toFixed(3)} on item pixels (mask and mean: ${hint.baselineR2.toFixed(3)}), error ${hint.rmseK.toFixed(2)} K`,
        ]
      : []),
  ];
  return pageFrame(
    title,
    `<p class="story">${escapeHtml(file.story)}</p><p class="story">${escapeHtml(file.question)}</p>
<p class="finding">${escapeHtml(finding)}</p>
<ul>${facts.map((fact) => `<li>${escapeHtml(fact)}</li>`).join('')}</ul>
<div class="figures">${figures.map(figureHtml).join('\n')}</div>
${optionalTable('Comparisons named before the first run', ...textsOf(comparisonColumns, document.named))}
${optionalTable('The same question in other worlds', ...againTable(again))}
${earlier.length > 0 ? optionalTable('Earlier runs of this protocol, in another world', ...sideBySide(earlier)) : ''}
${optionalTable('All arms, gains and losses alike', ...textsOf(armColumns, document.arms))}
${optionalTable('Exploratory comparisons (not adjusted)', ...textsOf(comparisonColumns, document.exploratory))}
${besideTables(document)
  .map(([title, head, rows]) => optionalTable(title, head, rows))
  .join('\n')}
${optionalTable(
  'Chosen on validation',
  ['arm', 'labels', 'learning rate'],
  document.choices.map((c) => [c.arm, String(c.labelledPerMaterial), String(c.learningRate)]),
)}
${card === '' ? '' : `<section class="wide"><h2>Model card of the exported student</h2>${preHtml('Model card', card)}</section>`}
<section class="wide"><h2>How to repeat this protocol</h2>
<p>To train what is missing and draw this page again, use ${commandHtml(npx(command))}. To compare with a golden result, add <code>--golden FILE</code>.</p>
${factsHtml([['fingerprint', document.fingerprint]])}</section>
`,
  );
}

/** How long the trainings were. */
function stepsText(
  { student, teacher }: ProtocolDocument['steps'],
  plateaus: ProtocolDocument['plateaus'],
): string {
  if (plateaus === null) return `${student} optimiser steps per student and ${teacher} per teacher`;
  const late = plateaus.not === 0 ? '' : `; ${plateaus.not} took all the steps they were given`;
  return `trained until validation no longer improved (${plateaus.reached} trainings), within ${student} steps per student and ${teacher} per teacher${late}`;
}

function reached({ visualReached }: ProtocolDocument): string {
  if (!visualReached) return '';
  const { accuracy, items } = visualReached;
  return `, at least ${percent(accuracy)} % (a camera-only network on ${items} labelled items)`;
}

/** What a camera could reach at best, as far as that is known. */
function ceiling({ visualCeiling }: ProtocolDocument): string {
  if (visualCeiling >= 1) return 'no visual ceiling: substances show in their looks (lookCoupling above 0)';
  return `visual ceiling at most ${percent(visualCeiling)} % (at lookCoupling 0 look-alikes are equal to a camera)`;
}
