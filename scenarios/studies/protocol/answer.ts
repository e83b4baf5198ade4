import { nestedInterval } from '../../stats/nested.ts';
import { type AskedAgain, againText } from './again.ts';
import type { DialRow, ProtocolDocument } from './document.ts';

interface Range {
  readonly mean: number;
  readonly lo: number;
  readonly hi: number;
}

const signed = (x: number) => `${x >= 0 ? '+' : ''}${x.toFixed(1)}`;

/** A figure in words that the register of expectations can read: `name +6.8 points (95 % interval 6.3 to 7.3)`. */
const points = (name: string, { mean, lo, hi }: Range) =>
  Number.isFinite(lo)
    ? `${name} ${signed(mean)} points (95 % interval ${lo.toFixed(1)} to ${hi.toFixed(1)})`
    : `${name} ${signed(mean)} points`;

const share = (name: string, { mean, lo, hi }: Range) => {
  const [middle, low, high] = [mean, lo, hi].map((x) => (100 * x).toFixed(0));
  return Number.isFinite(lo)
    ? `${name} ${middle} % (95 % interval ${low} to ${high})`
    : `${name} ${middle} %`;
};

/** All figures that an expectation of a protocol is held against, in one text. */
export function answerOf(document: ProtocolDocument, again: readonly AskedAgain[]): string {
  const student = document.arms.find(
    ({ arm, condition, labelledPerMaterial }) =>
      arm === 'multi-sensor-teacher' &&
      condition === 'clean' &&
      labelledPerMaterial === document.named[0]?.labelledPerMaterial,
  );
  const named = document.named.map(({ a, b, points: difference }) => points(`${a} - ${b}`, difference));
  const recovered = student?.recovered ? [share('recovered share', student.recovered)] : [];
  const main = `${[...named, ...recovered].join('; ')}.`;
  return [main, dialText(document.dial), againText(again)].filter((text) => text !== '').join(' ');
}

/** The dial in words; empty where it stands at one point alone. */
function dialText(dial: readonly DialRow[]): string {
  if (dial.length < 2) return '';
  const rows = dial.flatMap(({ coupling, gain, pairing, recovered }) => [
    ...(gain ? [points(`at lookCoupling ${coupling} distilled - labels-only`, gain)] : []),
    ...(pairing ? [points(`at lookCoupling ${coupling} true - permuted-within`, pairing)] : []),
    ...(recovered ? [share(`at lookCoupling ${coupling} recovered share`, recovered)] : []),
  ]);
  const growth = growthOf(dial);
  return `${[...rows, ...(growth ? [points('distilled - labels-only grows from the first point to the last by', growth)] : [])].join('; ')}.`;
}

/** By how much teaching brings more at the last point of the dial than at the first, world by world: items and labels are the same. */
function growthOf(dial: readonly DialRow[]): Range | null {
  const [first, last] = [dial[0]?.gain?.byWorld, dial.at(-1)?.gain?.byWorld];
  if (first === undefined || last === undefined || first.length !== last.length) return null;
  return nestedInterval(last.map((gain, world) => [[gain - (first[world] ?? 0)]]));
}
