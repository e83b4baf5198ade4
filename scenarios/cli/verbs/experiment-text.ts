import type { QuantityName } from '../../schema/day/compare.ts';
import { type ExperimentDocument, failureText } from '../../studies/experiment/document.ts';
import { type Estimates, printed } from '../../studies/experiment/quantities.ts';
import { plusMinus, table } from '../terminal/table.ts';

/** Quantities that the table of ways of seeing shows. */
const ofPerceptions = [
  ...(['valueEur', 'regretEur', 'accuracyMaterial'] as const),
  ...(['purity', 'recovery', 'energyJPerItem'] as const),
];

/** Quantities that every table of arms shows; what the answer is about joins them. */
const ofArms: readonly QuantityName[] = [
  ...(['valueEur', 'regretEur', 'accuracyMaterial'] as const),
  ...(['purity', 'energyJPerItem', 'downtimeS'] as const),
];

/** Each quantity with half of its interval. */
function estimatesText(estimates: Estimates, shown: readonly QuantityName[]): string[] {
  return shown.map((name) => plusMinus(estimates[name], printed[name].digits, printed[name].scale));
}

function headText({ title, replications }: ExperimentDocument): string {
  return `${title}: ${replications} runs, mean +- half of the 95 % interval`;
}

/** The answer, what of it is open, the fingerprint and what failed. */
function tail({ answer, unsettled, fingerprint, failures }: ExperimentDocument): string[] {
  const open = unsettled.map(({ text }) => text);
  return [answer, ...open, '', `fingerprint ${fingerprint}`, ...failures.map(failureText)];
}

function perceptionsText(document: ExperimentDocument): string {
  const head = ['seeing', 'maintenance', ...ofPerceptions.map((name) => printed[name].head)];
  const row = (names: string[], estimates: Estimates) => [
    ...names,
    ...estimatesText(estimates, ofPerceptions),
  ];
  const rows = document.points.map((p) => row([p.perception, p.maintenance], p.estimates));
  const pairs = document.differences.map((d) => row([d.better, `minus ${d.than}`], d.estimates));
  const differences = ['Differences on the same random numbers:', table(head, pairs)];
  return [headText(document), '', table(head, rows), '', ...differences, '', ...tail(document)].join('\n');
}

function armsText(document: ExperimentDocument): string {
  const { question, expected, points, differences, quantity } = document;
  const shown = ofArms.includes(quantity) ? ofArms : [quantity, ...ofArms];
  const head = ['arm', 'seeing', 'maintenance', ...shown.map((name) => printed[name].head)];
  const row = (names: string[], estimates: Estimates) => [...names, ...estimatesText(estimates, shown)];
  const rows = points.map((arm) => row([arm.name, arm.perception, arm.maintenance], arm.estimates));
  const minus = differences.map((d) => row([d.better, `minus ${d.than}`, ''], d.estimates));
  return [
    headText(document),
    ...(question ? [question] : []),
    '',
    table(head, [...rows, ...minus]),
    '',
    ...(expected ? [`Expected before the first run: ${expected}`, ''] : []),
    ...tail(document),
  ].join('\n');
}

/** The printed answer of an experiment. */
export function experimentText(document: ExperimentDocument): string {
  return document.kind === 'perceptions' ? perceptionsText(document) : armsText(document);
}
