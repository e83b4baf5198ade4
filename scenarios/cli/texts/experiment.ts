import { textsOf } from '../../report/columns.ts';
import { ruleColumns } from '../../report/rules.ts';
import type { QuantityName } from '../../schema/day/compare.ts';
import { expectedText } from '../../schema/reading/expectations.ts';
import { type ExperimentDocument, failureText } from '../../studies/experiment/document.ts';
import { paysColumns } from '../../studies/experiment/pays.ts';
import { type Estimates, isTold, printed } from '../../studies/experiment/quantities.ts';
import type { NeededSensors } from '../../studies/experiment/study.ts';
import { leavesOutText, partsColumns, partsOf } from '../../studies/experiment-report/parts.ts';
import { meansText } from '../../studies/worth/money-tables.ts';
import { table } from '../terminal/table.ts';
import { estimatesText, heads } from './estimates.ts';
import { planTables } from './plan.ts';

/** Quantities that the table of ways of seeing shows. */
const ofPerceptions = [
  ...(['valueEur', 'regretEur', 'accuracyMaterial'] as const),
  ...(['purity', 'recovery', 'energyJPerItem'] as const),
];

/** Quantities that every table of arms shows; what the answer is about joins them. */
const ofArms: readonly QuantityName[] = [
  ...(['valueEur', 'regretEur', 'accuracyMaterial', 'purity'] as const),
  ...(['energyJPerItem', 'co2eKg', 'downtimeS'] as const),
];

function headText({ title, replications, trainings }: ExperimentDocument): string {
  const over = `${replications} runs${trainings > 1 ? ` and ${trainings} trainings` : ''}`;
  return `${title}: ${over}, mean +- half-width of the 95 % interval`;
}

/** How the days came to be as many, where a rule decided. */
function stoppingText({ stopping, replications }: ExperimentDocument): string[] {
  if (stopping === null) return [];
  const { to, halfWidth, quantity, reached } = stopping;
  const { text, scale } = printed[quantity];
  const narrow = `half of each interval is ${halfWidth * scale} ${text} or less`;
  return [
    reached
      ? `Stopped after ${replications} of at most ${to} days: ${narrow}.`
      : `Stopped at the upper bound of ${to} days: not yet is it so that ${narrow}.`,
  ];
}

/** What the same days for all are worth. */
function narrowedText({ plan, differences }: ExperimentDocument): string[] {
  const compared = plan === null ? differences : plan.effects.filter(({ kind }) => kind === 'main');
  const factors = compared
    .flatMap(({ narrowedBy }) => (narrowedBy === null ? [] : [narrowedBy]))
    .sort((a, b) => a - b);
  const [least, most] = [factors[0], factors.at(-1)];
  if (least === undefined || most === undefined) return [];
  const range = factors.length === 1 ? least.toFixed(1) : `${least.toFixed(1)} to ${most.toFixed(1)}`;
  return [`On days of their own the intervals of the differences would be ${range} times as wide.`];
}

/** Whether it pays: the arms beside nobody and a person. */
const paysText = ({ pays: { arms, runDays, answer } }: ExperimentDocument): string[] => [
  `Does it pay? ${meansText(runDays)}Gains are against no-robot on the same days:`,
  table(...textsOf(paysColumns, arms)),
  answer,
  '',
];

/** What the intervals are made of, and what they leave out. */
function coverText(document: ExperimentDocument): string[] {
  const parts = partsOf(document);
  const made = `What the intervals are made of, ${printed[document.quantity].text}:`;
  return [
    ...(parts.length === 0 ? [] : ['', made, table(...textsOf(partsColumns(document), parts)), '']),
    ...leavesOutText(document),
  ];
}

/** The answer, what of it is open, the fingerprint and what failed. */
function tail(document: ExperimentDocument): string[] {
  const { answer, unsettled, fingerprint, failures } = document;
  const open = unsettled.map(({ text }) => text);
  return [
    answer,
    ...open,
    ...coverText(document),
    ...narrowedText(document),
    ...stoppingText(document),
    '',
    `fingerprint ${fingerprint}`,
    ...failures.map(failureText),
  ];
}

const sensorsText = ({ perception, senses, partsEur }: NeededSensors) =>
  `${perception} EUR ${partsEur.toFixed(0)} (${senses.join(', ')})`;

/** What was expected, in words and as rules, with what became of each. */
function expectedLines({ scenario, expected, rules }: ExperimentDocument): string[] {
  const judged = rules.length === 0 ? [] : [table(...textsOf(ruleColumns, rules))];
  const words = expected ? [expectedText(scenario, expected)] : [];
  return words.length + judged.length === 0 ? [] : [...words, ...judged, ''];
}

function perceptionsText(document: ExperimentDocument): string {
  const head = ['perception', 'maintenance', ...heads(ofPerceptions)];
  const row = (names: string[], estimates: Estimates) => [
    ...names,
    ...estimatesText(estimates, ofPerceptions),
  ];
  const rows = document.points.map((p) => row([p.perception, p.maintenance], p.estimates));
  const pairs = document.differences.map((d) => row([d.better, `minus ${d.than}`], d.estimates));
  const differences = ['Differences on the same random numbers:', table(head, pairs)];
  const { question, sensors } = document;
  return [
    headText(document),
    ...(question ? [question] : []),
    '',
    table(head, rows),
    '',
    ...differences,
    '',
    `Sensor parts per robot: ${sensors.map(sensorsText).join('; ')}.`,
    '',
    ...expectedLines(document),
    ...paysText(document),
    ...tail(document),
  ].join('\n');
}

function armsTable({ points, differences }: ExperimentDocument, shown: readonly QuantityName[]): string {
  const row = (names: string[], estimates: Estimates) => [...names, ...estimatesText(estimates, shown)];
  const rows = points.map((arm) => row([arm.name, arm.perception, arm.maintenance], arm.estimates));
  const minus = differences.map((d) => row([d.better, `minus ${d.than}`, ''], d.estimates));
  return table(['arm', 'perception', 'maintenance', ...heads(shown)], [...rows, ...minus]);
}

function askedText(document: ExperimentDocument): string {
  const { question, quantity } = document;
  const told: readonly QuantityName[] = isTold('shelfPurity', document.points)
    ? [...ofArms, 'shelfPurity']
    : ofArms;
  const shown = told.includes(quantity) ? told : [quantity, ...told];
  return [
    headText(document),
    ...(question ? [question] : []),
    '',
    ...(document.plan === null ? [armsTable(document, shown)] : planTables(document, shown)),
    '',
    ...expectedLines(document),
    ...paysText(document),
    ...tail(document),
  ].join('\n');
}

/** The printed answer of an experiment. */
export function experimentText(document: ExperimentDocument): string {
  return document.kind === 'perceptions' ? perceptionsText(document) : askedText(document);
}
