import { type Columns, textsOf } from '../../report/columns.ts';
import { isProtocol, loadProtocol } from '../../schema/protocol/load.ts';
import { builtinNames, shortName } from '../../schema/reading/source.ts';
import type { NestedInterval } from '../../stats/nested.ts';
import type { Comparison, ProtocolDocument } from './document.ts';
import { percentRange, range, signed, together } from './earlier.ts';

/** A named comparison in two runs of a protocol, each in worlds of its own. */
export interface AskedAgain extends Pick<Comparison, 'a' | 'b' | 'labelledPerMaterial'> {
  readonly first: NestedInterval;
  readonly second: NestedInterval;
  /** Worlds of the second run whose difference lies where the first run expected that of one more world. */
  readonly inside: number;
}

/** The share of a second run's worlds that must lie where the first expected them; a 95 % interval would leave out 1 in 20. */
const ENOUGH = 0.85;

/** What the first and the second answer say side by side; of comparisons that one of them lacks, nothing. */
export function askedAgain(
  first: Pick<ProtocolDocument, 'named'>,
  second: Pick<ProtocolDocument, 'named'>,
): AskedAgain[] {
  return first.named.flatMap(({ a, b, labelledPerMaterial, points }) => {
    const again = second.named.find(
      (one) => one.a === a && one.b === b && one.labelledPerMaterial === labelledPerMaterial,
    );
    if (again === undefined) return [];
    const inside = again.points.byWorld.filter((x) => points.nextLo <= x && x <= points.nextHi).length;
    return [{ ...{ a, b, labelledPerMaterial }, first: points, second: again.points, inside }];
  });
}

/** A protocol that a run belongs together with, and which of the two was asked first. */
export interface Counterpart {
  readonly name: string;
  readonly isFirst: boolean;
}

/** The protocol that this one repeats, or one of those that come with looptwin that repeats it. */
export function counterpartOf(nameOrPath: string, cwd: string): Counterpart | null {
  const { repeats } = loadProtocol(nameOrPath, [], cwd);
  if (repeats !== undefined) return { name: repeats, isFirst: true };
  const own = shortName(nameOrPath);
  const again = builtinNames()
    .filter((name) => isProtocol(name))
    .find((name) => loadProtocol(name).repeats === own);
  return again === undefined ? null : { name: again, isFirst: false };
}

const columns: Columns<AskedAgain> = [
  [
    'points of material accuracy',
    ({ a, b, labelledPerMaterial }) => `${a} - ${b}, ${labelledPerMaterial} labels`,
  ],
  ['first run', ({ first }) => range(first)],
  [
    'one more world',
    ({ first }) =>
      Number.isFinite(first.nextLo) ? `${first.nextLo.toFixed(1)} to ${first.nextHi.toFixed(1)}` : '-',
  ],
  ['second run', ({ second }) => range(second)],
  ['its worlds', ({ second }) => second.byWorld.map(signed).join(', ')],
  ['as expected', ({ inside, second }) => `${inside} of ${second.byWorld.length}`],
  [
    'together',
    ({ a, b, labelledPerMaterial, first, second }) =>
      together([first, second].map((points) => ({ a, b, labelledPerMaterial, points }))),
  ],
];

/** Both runs, a comparison a row: heads and texts of a table. */
export const againTable = (rows: readonly AskedAgain[]): readonly [string[], string[][]] =>
  textsOf(columns, rows);

/** How well the first run foretold the second, in a sentence; empty without both. */
export function againText(rows: readonly AskedAgain[]): string {
  const worlds = rows.reduce((sum, { second }) => sum + second.byWorld.length, 0);
  if (worlds === 0) return '';
  const inside = rows.reduce((sum, row) => sum + row.inside, 0);
  const verdict = inside / worlds >= ENOUGH ? 'not fewer' : 'fewer';
  return `Asked again in other worlds: ${inside} of ${worlds} differences of single worlds (${((100 * inside) / worlds).toFixed(0)} %) lie where the first run expected those of one more world, ${verdict} than the ${100 * ENOUGH} % that were asked for.`;
}

type Shared = Pick<ProtocolDocument, 'named' | 'arms'>;

/**
 * The share of what all labels bring that the taught student recovers in a run, with so many labels (as in its main question); null where it is
 * not known.
 */
export function recoveredIn(
  { named, arms }: Shared,
  labels = named[0]?.labelledPerMaterial,
): ProtocolDocument['arms'][number]['recovered'] {
  const row = arms.find(
    ({ arm, condition, labelledPerMaterial }) =>
      arm === 'multi-sensor-teacher' && condition === 'clean' && labelledPerMaterial === labels,
  );
  return row?.recovered ?? null;
}

/** The recovered share of both runs in a sentence; empty where one of them has none. */
export function recoveredTwice(first: Shared, second: Shared): string {
  const [before, after] = [first, second].map((run) => {
    const share = recoveredIn(run);
    return share && percentRange(share);
  });
  return before && after
    ? `The distilled student recovers ${before} of what all labels bring in the first run and ${after} in the second.`
    : '';
}
