import { npx } from '../../command-line.ts';
import { oneLine } from '../../printable.ts';
import { textsOf } from '../../report/columns.ts';
import { ruleColumns } from '../../report/rules.ts';
import type { ExperimentDocument } from '../experiment/document.ts';
import { failedText } from '../experiment/document.ts';
import { paysColumns } from '../experiment/pays.ts';
import { printed } from '../experiment/quantities.ts';
import { meansText } from '../worth/money-tables.ts';
import { leavesOutText } from './parts.ts';
import { gistOf, plusMinus, quantitiesFirst } from './report.ts';
import { comparedOf, daysText, isSettled, largestFirst, told } from './values.ts';

/** A pull request shows a short table; the page has all. */
const MOST_LINES = 20;
/** What the answer is about, and so many quantities beside it. */
const COLUMNS = 5;

/** Text that Markdown shows as it is, whatever a scenario file says. */
export function escapeMarkdown(text: string): string {
  return oneLine(text.replace(/\s+/g, ' ')).replace(/[\\`*_{}[\]<>()#+!|~@&-]/g, (c) =>
    '+-()'.includes(c) ? c : `\\${c}`,
  );
}

/** A command as code: the fence is longer than any row of backticks in it. */
function fenced(command: string): string {
  const longest = Math.max(2, ...(command.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}sh\n${command}\n${fence}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[], what: string): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  const ruler = `|${head.map((_, i) => (i === 0 ? ' --- |' : ' ---: |')).join('')}`;
  const more =
    rows.length > MOST_LINES ? `\n\n${rows.length - MOST_LINES} more ${what} are in report.html.` : '';
  return `${[line(head), ruler, ...rows.slice(0, MOST_LINES).map(line)].join('\n')}${more}`;
}

function pointsTable(document: ExperimentDocument): string {
  const quantities = quantitiesFirst(document).slice(0, COLUMNS);
  const [head, rows] = textsOf<ExperimentDocument['points'][number]>(
    [
      ['way to play', ({ name }) => name],
      ...quantities.map(
        (quantity) =>
          [
            printed[quantity].head,
            ({ estimates }: ExperimentDocument['points'][number]) => plusMinus(estimates, quantity),
          ] as const,
      ),
    ],
    document.points,
  );
  return table(head, rows, 'ways to play');
}

function comparedTable(document: ExperimentDocument): string {
  const { quantity, plan } = document;
  const all = largestFirst(comparedOf(document));
  if (all.length === 0) return '';
  const rows = all.map(({ name, interval }) => [
    name,
    told(interval.mean, quantity),
    Number.isFinite(interval.lo)
      ? `${told(interval.lo, quantity)} to ${told(interval.hi, quantity)}`
      : 'unknown',
    isSettled(interval) ? 'yes' : 'no',
  ]);
  const what = plan === null ? 'difference' : 'effect';
  return table([what, printed[quantity].head, '95 % interval', 'settled'], rows, `${what}s`);
}

/** What is open; more than a few are counted. */
function openText({ unsettled }: ExperimentDocument): string {
  const lines = unsettled.slice(0, MOST_OPEN).map(({ text }) => `- ${escapeMarkdown(text)}`);
  const more = unsettled.length - lines.length;
  return [...lines, ...(more > 0 ? [`- ${more} more questions are open: see report.html.`] : [])].join('\n');
}

const MOST_OPEN = 5;

/** The report of an experiment for a pull request: answer, table, what failed, and the command. */
export function experimentMarkdown(document: ExperimentDocument): string {
  const { title, question, failures, command, fingerprint, replications } = document;
  const failed = failures.map(
    ({ point, replication, error, command: again }) =>
      `${escapeMarkdown(`${point}, day ${replication}: ${error}`)}\n\n${fenced(npx(again))}`,
  );
  const parts = [
    `## ${escapeMarkdown(title)}`,
    escapeMarkdown(question),
    `**${escapeMarkdown(gistOf(document))}**`,
    openText(document),
    document.rules.length === 0 ? '' : table(...textsOf(ruleColumns, document.rules), 'rules'),
    ...leavesOutText(document).map(escapeMarkdown),
    comparedTable(document),
    pointsTable(document),
    table(...textsOf(paysColumns, document.pays.arms), 'arms'),
    escapeMarkdown(`${meansText(document.pays.runDays)}${document.pays.answer}`),
    `Mean and half of the 95 % interval over ${daysText(replications)}.`,
    ...(failed.length === 0 ? [] : [`### ${failedText(document)}`, ...failed]),
    `Fingerprint \`${fingerprint}\`. To repeat:`,
    fenced(npx(command)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
