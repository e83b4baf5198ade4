import type { ArmsDocument } from '../arms.ts';
import { plusMinus, table } from './table.ts';

/** The printed answer of an experiment with arms. */
export function armsText(document: ArmsDocument): string {
  const { title, question, expected, replications, arms, answer, fingerprint } = document;
  const head = [
    'arm',
    'seeing',
    'maintenance',
    'EUR a run',
    'regret EUR',
    'material %',
    'purity %',
    'J/item',
    'down s',
  ];
  const row = (names: string[], e: ArmsDocument['arms'][number]['estimates']) => [
    ...names,
    plusMinus(e.valueEur, 2),
    plusMinus(e.regretEur, 2),
    plusMinus(e.accuracyMaterial, 1, 100),
    plusMinus(e.purity, 1, 100),
    plusMinus(e.energyJPerItem, 1),
    plusMinus(e.downtimeS, 0),
  ];
  const rows = arms.map((arm) => row([arm.name, arm.perception, arm.maintenance], arm.estimates));
  const differences = arms.flatMap((arm) =>
    arm.difference === null ? [] : [row([arm.name, `minus ${arms[0]!.name}`, ''], arm.difference)],
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
