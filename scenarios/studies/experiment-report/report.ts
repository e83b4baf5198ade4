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
  tableHtml,
  tilesHtml,
} from '../../report/html.ts';
import { notBlindNotes, ruleColumns } from '../../report/rules.ts';
import { type QuantityName, quantityNames } from '../../schema/day/compare.ts';
import { expectedText } from '../../schema/reading/expectations.ts';
import { designText } from '../experiment/answer.ts';
import {
  type ExperimentDocument,
  type Failure,
  failedText,
  type ReplicationRow,
} from '../experiment/document.ts';
import { paysColumns } from '../experiment/pays.ts';
import { type Estimates, intervalInWords, isTold, printed } from '../experiment/quantities.ts';
import { pointLabel } from '../experiment/ways/day-key.ts';
import { meansText } from '../worth/money-tables.ts';
import { convergenceFigure, distributionFigure } from './day-figures.ts';
import { forestFigures, interactionFigure, mainEffectsFigure } from './effect-figures.ts';
import { leavesOutText, partsColumns, partsOf } from './parts.ts';
import { paretoFigure, regretFigure } from './trade-figures.ts';
import { comparedOf, daysText, isSettled, largestFirst, ranked, shown, told } from './values.ts';

/** More rows than this a page does not hold; the table of replications has all. */
const MOST_ROWS = 1000;

const figures: readonly ((document: ExperimentDocument) => Figure | undefined)[] = [
  distributionFigure,
  mainEffectsFigure,
  interactionFigure,
  paretoFigure,
  regretFigure,
  convergenceFigure,
];

/** What the answer is about first, then the others in their order. */
export function quantitiesFirst({ quantity, points }: ExperimentDocument): QuantityName[] {
  return [quantity, ...quantityNames.filter((name) => name !== quantity && isTold(name, points))];
}

/** A mean with half of its interval: `1.20 +- 0.40`. */
export function plusMinus(estimates: Estimates, quantity: QuantityName): string {
  const { mean, halfWidth } = estimates[quantity];
  return `${told(mean, quantity)} +- ${Number.isFinite(halfWidth) ? told(halfWidth, quantity) : 'unknown'}`;
}

/** Columns of a table of intervals, one a quantity. */
export function estimateColumns<Row extends { readonly estimates: Estimates }>(
  document: ExperimentDocument,
): Columns<Row> {
  return quantitiesFirst(document).map((quantity) => [
    printed[quantity].head,
    ({ estimates }: Row) => plusMinus(estimates, quantity),
  ]);
}

function pointsTable(document: ExperimentDocument): string {
  const numbers = new Map(document.points.map(({ name }, i) => [name, i + 1]));
  const columns: Columns<ExperimentDocument['points'][number]> = [
    ['way to play', ({ name }) => (document.plan === null ? name : `${numbers.get(name)}: ${name}`)],
    ...estimateColumns<ExperimentDocument['points'][number]>(document),
  ];
  return tableHtml('Ways to play the days', ...textsOf(columns, document.points), {
    sortable: true,
    note: [
      `Mean and half of the 95 % interval over ${daysText(document.replications)}${document.trainings > 1 ? ` and ${document.trainings} trainings` : ''}.`,
      ...leavesOutText(document),
    ].join(' '),
  });
}

function comparedTable(document: ExperimentDocument): string {
  const { plan, differences } = document;
  const narrowed = ({ narrowedBy }: { readonly narrowedBy: number | null }) =>
    narrowedBy === null ? '-' : narrowedBy.toFixed(1);
  const note =
    'On the same days for all; narrowed: how many times wider the interval would be had each met days of its own.';
  if (plan === null) {
    const columns: Columns<ExperimentDocument['differences'][number]> = [
      ['difference', ({ better, than }) => `${better} - ${than}`],
      ...estimateColumns<ExperimentDocument['differences'][number]>(document),
      ['narrowed', narrowed],
    ];
    return optionalTable('Differences', ...textsOf(columns, differences), { sortable: true, note });
  }
  const columns: Columns<(typeof plan.effects)[number]> = [
    ['effect', ({ name, aliases }) => [name, ...aliases].join(' = ')],
    ['of', ({ of }) => of],
    ...estimateColumns<(typeof plan.effects)[number]>(document),
    ['narrowed', narrowed],
  ];
  return optionalTable('Effects', ...textsOf(columns, plan.effects), { sortable: true, note });
}

function rulesTable({ rules }: ExperimentDocument): string {
  return optionalTable('What was expected, and what became of it', ...textsOf(ruleColumns, rules), {
    note: notBlindNotes(rules),
  });
}

function partsTable(document: ExperimentDocument): string {
  return optionalTable(
    'What the intervals are made of',
    ...textsOf(partsColumns(document), partsOf(document)),
    {
      sortable: true,
      note: `${printed[document.quantity].head}. Standard deviations from training to training, from day to day, and of what a day does to one training alone.`,
    },
  );
}

function paysTable({ pays: { arms, runDays, answer } }: ExperimentDocument): string {
  return tableHtml('Does it pay?', ...textsOf(paysColumns, arms), {
    note: `${answer} ${meansText(runDays)}Gains are against no-robot on the same days; EUR without VAT.`,
  });
}

function daysTable(document: ExperimentDocument): string {
  const rows = document.rows.slice(0, MOST_ROWS);
  const columns: Columns<ReplicationRow> = [
    ['cell', ({ point, training, replication }) => `${pointLabel(point, training)}, day ${replication}`],
    ['seeing', ({ perception }) => perception],
    ['maintenance', ({ maintenance }) => maintenance],
    ...quantitiesFirst(document).map((quantity): Columns<ReplicationRow>[number] => [
      printed[quantity].head,
      (row) => shown(row[quantity], quantity).toFixed(printed[quantity].digits),
    ]),
    ['bound EUR', ({ boundEur }) => boundEur.toFixed(2)],
    ['counted', ({ counted }) => (counted ? 'yes' : 'no')],
  ];
  const more =
    document.rows.length > rows.length
      ? ` The first ${rows.length} of ${document.rows.length}: replications.csv and replications.parquet hold all.`
      : ' replications.csv and replications.parquet hold the same.';
  return tableHtml('Every cell', ...textsOf(columns, rows), {
    sortable: true,
    note: `One row a day and way to play it; not counted: another point failed on that day, or the rule had stopped before it.${more}`,
  });
}

function failuresHtml(document: ExperimentDocument): string {
  const { failures } = document;
  if (failures.length === 0) return '';
  const item = ({ point, replication, seed, error, command }: Failure) =>
    `<li>${escapeHtml(`${point}, day ${replication}, seed ${seed}: ${error}`)}<br>${commandHtml(npx(command))}</li>`;
  return `<section class="wide"><h2>${escapeHtml(failedText(document))}</h2><p class="story">The days on which one failed are left out of all comparisons. Each command repeats its day.</p>
<ul>${failures.map(item).join('\n')}</ul></section>`;
}

function tiles({
  kind,
  replications,
  points,
  cells,
  failures,
  boundEur,
  unsettled,
  stopping,
}: ExperimentDocument) {
  const facts: [string, string][] = [
    [
      String(replications),
      stopping === null ? 'days' : `days of at most ${stopping.to}, until narrow enough`,
    ],
    [String(points.length), 'ways to play each of them'],
    [String(cells), failures.length === 0 ? 'cells, none failed' : `cells, ${failures.length} failed`],
    [String(unsettled.length), unsettled.length === 1 ? 'question still open' : 'questions still open'],
    [
      `EUR ${boundEur.mean.toFixed(2)}`,
      `bound${kind === 'perceptions' ? '' : ' of the first point'}, mean: no policy can earn more`,
    ],
  ];
  return tilesHtml(facts);
}

function repeatHtml({ command, fingerprint, seed, plan, scenario }: ExperimentDocument): string {
  return `<section class="wide"><h2>How to repeat this experiment</h2>
<p>The whole command: ${commandHtml(npx(command))}. What was played before comes from the cache; the same code gives the same fingerprint on any number of workers, shards or machines. To redraw this page: <code>npx looptwin report DIR</code>.</p>
${factsHtml([
  ['fingerprint', fingerprint],
  ['scenario', scenario],
  ['seed', String(seed)],
  ...(plan === null ? [] : [['design', designText(plan.design)] as const]),
])}</section>`;
}

/** An answer of more letters than this is told in short, and whole below the figures. */
const LONG_ANSWER = 400;

/** The answer in a breath: how much is settled, what weighs most, where it was best. */
export function gistOf(document: ExperimentDocument): string {
  const { answer, quantity, replications } = document;
  if (answer.length <= LONG_ANSWER) return answer;
  const compared = comparedOf(document);
  const [most] = largestFirst(compared);
  const [best] = ranked(document);
  if (most === undefined || best === undefined) return answer;
  const settled = compared.filter(({ interval }) => isSettled(interval)).length;
  const name = most.of === '' ? most.name : `${most.of}, ${most.name}`;
  return `Over ${replications} runs, ${settled} of ${compared.length} ${document.plan === null ? 'differences' : 'effects'} are settled. The largest: ${name}, ${intervalInWords(most.interval, quantity, true)}. Highest mean: ${best.name}, ${intervalInWords(best.estimates[quantity], quantity, false)}.`;
}

/** The whole answer, where it is long, and how many days more would settle what is open. */
function detailsHtml({ answer, unsettled }: ExperimentDocument): string {
  const list = (items: readonly string[]) =>
    `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
  const colon = answer.indexOf(': ');
  const whole =
    answer.length <= LONG_ANSWER || colon < 0
      ? ''
      : `<p>${escapeHtml(answer.slice(0, colon + 1))}</p>${list(answer.slice(colon + 2).split('; '))}`;
  const open = unsettled.length === 0 ? '' : `<p>Still open:</p>${list(unsettled.map(({ text }) => text))}`;
  if (whole + open === '') return '';
  return `<section class="wide"><h2>The answer in full</h2>${whole}${open}</section>`;
}

/** The report of an experiment or a plan as one self-contained HTML page: question and answer first, then what they rest on. */
export function experimentHtml(document: ExperimentDocument): string {
  const { title, question, expected } = document;
  const found = [...forestFigures(document), ...figures.flatMap((figure) => figure(document) ?? [])];
  const drawn = found.map((one) => figureHtml({ ...one, command: npx(one.command ?? document.command) }));
  return pageFrame(
    title,
    `${question ? `<p class="story">${escapeHtml(question)}</p>` : ''}
<p class="finding">${escapeHtml(gistOf(document))}</p>
${expected ? `<p class="story">${escapeHtml(expectedText(document.scenario, expected))}</p>` : ''}
<div class="tiles">${tiles(document)}</div>
${failuresHtml(document)}
<div class="figures">${drawn.join('\n')}</div>
${detailsHtml(document)}
${rulesTable(document)}
${comparedTable(document)}
${partsTable(document)}
${pointsTable(document)}
${paysTable(document)}
${daysTable(document)}
${repeatHtml(document)}`,
  );
}
