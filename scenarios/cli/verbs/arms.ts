import type { QuantityName } from '../../schema/day/compare.ts';
import type { ArmsDocument } from '../../studies/experiment/arms.ts';
import { type Estimates, printed } from '../../studies/experiment/experiment.ts';
import { plusMinus, table } from '../terminal/table.ts';

/** Quantities that every table shows; what the answer is about joins them. */
const always: readonly QuantityName[] = [
  'valueEur',
  'regretEur',
  'accuracyMaterial',
  'purity',
  'energyJPerItem',
  'downtimeS',
];

/** Each quantity with half of its interval. */
export function estimatesText(estimates: Estimates, shown: readonly QuantityName[]): string[] {
  return shown.map((name) => plusMinus(estimates[name], printed[name].digits, printed[name].scale));
}

/** The printed answer of an experiment with arms. */
export function armsText(document: ArmsDocument): string {
  const { title, question, expected, replications, arms, answer, fingerprint, quantity } = document;
  const shown = always.includes(quantity) ? always : [quantity, ...always];
  const head = ['arm', 'perception', 'maintenance', ...shown.map((name) => printed[name].head)];
  const row = (names: string[], estimates: Estimates) => [...names, ...estimatesText(estimates, shown)];
  const rows = arms.map((arm) => row([arm.name, arm.perception, arm.maintenance], arm.estimates));
  const differences = arms.flatMap((arm) =>
    arm.difference === null ? [] : [row([arm.name, `minus ${arms[0]?.name}`, ''], arm.difference)],
  );
  return [
    `${title}: ${replications} runs, mean +- half-width of the 95 % interval`,
    ...(question ? [question] : []),
    '',
    table(head, [...rows, ...differences]),
    '',
    ...(expected ? [`Expected before the first run: ${expected}`, ''] : []),
    answer,
    '',
    `fingerprint ${fingerprint}`,
  ].join('\n');
}
