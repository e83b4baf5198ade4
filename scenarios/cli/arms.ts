import type { ArmsDocument } from '../arms.ts';
import type { Interval } from '../stats/interval.ts';
import { table } from './table.ts';

const shown = (interval: Interval | undefined, digits: number, scale = 1) =>
  interval === undefined
    ? ''
    : `${(scale * interval.mean).toFixed(digits)} +- ${(scale * interval.halfWidth).toFixed(digits)}`;

/** The printed answer of an experiment with arms. */
export function armsText(document: ArmsDocument): string {
  const { title, question, expected, replications, arms, answer, fingerprint } = document;
  const head = [
    'arm',
    'seeing',
    'maintenance',
    'EUR a day',
    'regret EUR',
    'material %',
    'purity %',
    'J/item',
    'down s',
  ];
  const row = (names: string[], e: ArmsDocument['arms'][number]['estimates']) => [
    ...names,
    shown(e.valueEur, 2),
    shown(e.regretEur, 2),
    shown(e.accuracyMaterial, 1, 100),
    shown(e.purity, 1, 100),
    shown(e.energyJPerItem, 1),
    shown(e.downtimeS, 0),
  ];
  const rows = arms.map((arm) => row([arm.name, arm.perception, arm.maintenance], arm.estimates));
  const differences = arms.flatMap((arm) =>
    arm.difference === null ? [] : [row([arm.name, `minus ${arms[0]!.name}`, ''], arm.difference)],
  );
  return [
    `${title}: ${replications} days, mean +- half of the 95 % interval`,
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
