import type { QuantityName } from '../../schema/day/compare.ts';
import type { ArmsDocument } from '../../studies/experiment/arms.ts';
import { plusMinus, table } from '../terminal/table.ts';

interface Column {
  readonly head: string;
  readonly digits: number;
  readonly scale?: number;
}

/** How each quantity is printed. */
const columns: Readonly<Record<QuantityName, Column>> = {
  valueEur: { head: 'EUR a run', digits: 2 },
  regretEur: { head: 'regret EUR', digits: 2 },
  accuracyMaterial: { head: 'material %', digits: 1, scale: 100 },
  accuracyClass: { head: 'class %', digits: 1, scale: 100 },
  purity: { head: 'purity %', digits: 1, scale: 100 },
  recovery: { head: 'recovery %', digits: 1, scale: 100 },
  co2eKg: { head: 'kgCO2e', digits: 1 },
  energyJPerItem: { head: 'J/item', digits: 1 },
  downtimeS: { head: 'down s', digits: 0 },
};

/** Quantities that every table shows; what the answer is about joins them. */
const always: readonly QuantityName[] = [
  'valueEur',
  'regretEur',
  'accuracyMaterial',
  'purity',
  'energyJPerItem',
  'downtimeS',
];

/** The printed answer of an experiment with arms. */
export function armsText(document: ArmsDocument): string {
  const { title, question, expected, replications, arms, answer, fingerprint, quantity } = document;
  const shown = always.includes(quantity) ? always : [quantity, ...always];
  const head = ['arm', 'seeing', 'maintenance', ...shown.map((name) => columns[name].head)];
  const row = (names: string[], estimates: ArmsDocument['arms'][number]['estimates']) => [
    ...names,
    ...shown.map((name) => plusMinus(estimates[name], columns[name].digits, columns[name].scale)),
  ];
  const rows = arms.map((arm) => row([arm.name, arm.perception, arm.maintenance], arm.estimates));
  const differences = arms.flatMap((arm) =>
    arm.difference === null ? [] : [row([arm.name, `minus ${arms[0]?.name}`, ''], arm.difference)],
  );
  return [
    `${title}: ${replications} runs, mean +- half of the 95 % interval`,
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
