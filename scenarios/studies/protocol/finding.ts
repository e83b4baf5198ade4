import type { ArmName } from '../../../models/training/arms.ts';
import type { Protocol } from '../../../models/training/protocol/types.ts';
import { pooledRise } from '../../stats/pooled.ts';
import { type AskedAgain, againText, recoveredIn } from './again.ts';
import {
  type ArmRow,
  type Comparison,
  type DialRow,
  namesMaterials,
  type ProtocolDocument,
} from './document.ts';
import { percentRange, range, signed } from './earlier.ts';

/** Accuracy that the source claims for its teacher (README says what the source is): a target to be measured, not a constant. */
const SOURCE_TEACHER_ACCURACY = 0.987;

/** The teacher with the most labels, on everything and on materials without look-alikes. */
function teacherSentence(arms: readonly ArmRow[]): string {
  const teachers = arms
    .filter(namesMaterials)
    .filter(({ arm, condition }) => arm === 'teacher' && condition === 'clean');
  const row = [...teachers].sort((a, b) => b.labelledPerMaterial - a.labelledPerMaterial)[0];
  if (!row) return '';
  const { material, metrics, labelledPerMaterial } = row;
  const spread = Number.isFinite(material.halfWidth) ? ` +- ${(100 * material.halfWidth).toFixed(1)}` : '';
  const { separable } = metrics;
  const apart =
    separable === undefined
      ? ''
      : `, and ${(100 * separable).toFixed(1)} % of those without look-alikes: the source's ${100 * SOURCE_TEACHER_ACCURACY} % is ${separable >= SOURCE_TEACHER_ACCURACY ? 'reached' : 'not reached'} there`;
  return ` The teacher with ${labelledPerMaterial} labels per material identifies ${(100 * material.mean).toFixed(1)}${spread} % of the items${apart}.`;
}

/** The exploratory comparison of two arms in one regime, if it was made. */
function comparisonOf(
  { exploratory }: Pick<ProtocolDocument, 'exploratory'>,
  [first, second]: readonly [ArmName, ArmName],
  labels: number,
): Comparison | undefined {
  return exploratory.find(
    ({ a, b, labelledPerMaterial }) => a === first && b === second && labelledPerMaterial === labels,
  );
}

/** What brings how much over labels alone in the primary regime, beside the named comparisons. */
function controlSentence(document: Pick<ProtocolDocument, 'exploratory'>, primary: number): string {
  const CONTROLS: readonly (readonly [ArmName, string])[] = [
    ['permuted-within', 'a teacher that saw the sensors of another item of the same material'],
    ['pseudo-labels', "the teacher's hard labels"],
    ['thermal-hint', 'predicting thermal images'],
  ];
  const parts = CONTROLS.flatMap(([arm, words]) => {
    const found = comparisonOf(document, [arm, 'labels-only'], primary);
    return found ? [`${words} ${range(found.points)}`] : [];
  });
  return parts.length === 0 ? '' : ` Compared with labels alone, in points: ${parts.join('; ')}.`;
}

/** What the same teaching does where labels are fewer or more than in the primary regime; exploratory. */
function regimeSentence(document: Pick<ProtocolDocument, 'exploratory'>, primary: number): string {
  const others = document.exploratory.map(({ labelledPerMaterial }) => labelledPerMaterial);
  const regimes = [...new Set(others)].filter((labels) => labels !== primary);
  const gains = regimes.flatMap((labels) => {
    const found = comparisonOf(document, ['multi-sensor-teacher', 'labels-only'], labels);
    const hybrid = comparisonOf(document, ['hybrid', 'multi-sensor-teacher'], labels);
    const more = hybrid ? ` and ${range(hybrid.points)}` : '';
    return found ? [`with ${labels} labels ${range(found.points)}${more}`] : [];
  });
  return gains.length === 0
    ? ''
    : ` What the teacher adds to other numbers of labels, and the hybrid to the teacher: ${gains.join('; ')}.`;
}

/** Between which two numbers the best camera lies. */
function ceilingSentence({
  visualCeiling,
  visualReached,
}: Pick<ProtocolDocument, 'visualCeiling' | 'visualReached'>): string {
  if (!visualReached) return '';
  const { accuracy, items } = visualReached;
  const reached = `one trained on ${items} labelled items identifies ${(100 * accuracy).toFixed(1)} %.`;
  if (visualCeiling >= 1) return ` Substances show in their looks, so nothing bounds a camera; ${reached}`;
  const most = (100 * visualCeiling).toFixed(1);
  return ` At lookCoupling 0 no camera can identify more than ${most} % of the items; ${reached}`;
}

/** Two digits without a minus before zero. */
const plain = (x: number) => x.toFixed(2).replace(/^-(0\.00)$/, '$1');

/** The source's claim that thermal can be approximated from RGB, in one figure. */
function hintSentence({ hint }: Pick<ProtocolDocument, 'hint'>): string {
  if (!hint) return '';
  const { r2, baselineR2, rmseK } = hint;
  return ` A camera predicts the thermal image with R2 ${plain(r2)} on item pixels (outline and mean alone: ${plain(baselineR2)}) and an error of ${rmseK.toFixed(1)} K.`;
}

/** The four named comparisons need the primary regime alone. */
function incomplete({ done, planned }: ProtocolDocument['trainings'], primaryDone: boolean): string {
  const count = `${done} of ${planned} trainings`;
  return primaryDone
    ? `The primary regime is complete (${count}; further regimes are not). `
    : `Not complete: ${count}; nothing below is a result yet. `;
}

/** A share with its interval: `72 % (67 to 76)`; the mean alone from one pair. */
/** Says what was found in words that the numbers allow, gains and losses alike. */
export function findingOf(
  document: Omit<ProtocolDocument, 'finding'>,
  protocol: Protocol,
  primaryDone: boolean,
): string {
  const short = document.quick
    ? 'This is the quick variant, with barely trained networks: its figures mean nothing. '
    : '';
  const done = document.complete ? short : incomplete(document.trainings, primaryDone);
  const sentences = document.named.map(({ a, b, points, adjustedP, pairs }) => {
    const clear = adjustedP !== null && adjustedP < 0.05;
    const next = Number.isFinite(points.nextLo)
      ? ` In one more world it would lie between ${points.nextLo.toFixed(1)} and ${points.nextHi.toFixed(1)}.`
      : '';
    const direction = points.mean > 0 ? 'beats' : 'falls short of';
    const size = `${Math.abs(points.mean).toFixed(1)} points (95 % ${points.lo.toFixed(1)} to ${points.hi.toFixed(1)}, ${pairs} pairs)`;
    return clear
      ? `${a} ${direction} ${b} by ${size}.${next}`
      : `No clear difference between ${a} and ${b}: ${points.mean.toFixed(1)} (95 % ${points.lo.toFixed(1)} to ${points.hi.toFixed(1)}).${next}`;
  });
  const { labelledPerMaterial: primary } = protocol.primary;
  const share = recoveredIn(document, primary);
  const recovered = share
    ? ` The distilled student recovers ${percentRange(share)} of the gain that all labels would have brought.`
    : '';
  return [
    done + sentences.join(' ') + recovered,
    controlSentence(document, primary),
    regimeSentence(document, primary),
    hintSentence(document),
    teacherSentence(document.arms),
    ceilingSentence(document),
    dialSentence(document.dial),
  ].join('');
}

interface Range {
  readonly mean: number;
  readonly lo: number;
  readonly hi: number;
}

/** A figure in words that the register of expectations can read: `name +6.8 points (95 % interval 6.3 to 7.3)`. */
const pointsText = (name: string, { mean, lo, hi }: Range) =>
  Number.isFinite(lo)
    ? `${name} ${signed(mean)} points (95 % interval ${lo.toFixed(1)} to ${hi.toFixed(1)})`
    : `${name} ${signed(mean)} points`;

const shareText = (name: string, { mean, lo, hi }: Range) => {
  const [middle, low, high] = [mean, lo, hi].map((x) => (100 * x).toFixed(0));
  return Number.isFinite(lo)
    ? `${name} ${middle} % (95 % interval ${low} to ${high})`
    : `${name} ${middle} %`;
};

/** All figures that an expectation of a protocol is held against, in one text. */
export function answerOf(document: ProtocolDocument, again: readonly AskedAgain[]): string {
  const share = recoveredIn(document);
  const named = document.named.map(({ a, b, points: difference }) => pointsText(`${a} - ${b}`, difference));
  const recovered = share ? [shareText('recovered share', share)] : [];
  const main = `${[...named, ...recovered].join('; ')}.`;
  return [main, dialText(document.dial), againText(again)].filter((text) => text !== '').join(' ');
}

/** What looks that tell more of substances change; empty until every point is there. */
function dialSentence(dial: readonly DialRow[]): string {
  const points = dial.flatMap(({ coupling, open, gain, pairing }) =>
    open > 0 || gain === null || pairing === null ? [] : [{ coupling, gain, pairing }],
  );
  const [first, last, rise] = [points[0], points.at(-1), growthOf(dial)];
  if (points.length < dial.length || first === undefined || last === undefined || rise === null) return '';
  const told = ({ coupling, gain }: typeof first) => `${range(gain)} points at lookCoupling ${coupling}`;
  const ahead = points.filter(({ pairing }) => pairing.lo > 0).map(({ coupling }) => coupling);
  const where = ahead.length === 0 ? 'at no point of the dial' : `at ${ahead.join(', ')}`;
  return (
    ` How far substances show in their looks: distilled students are ahead of labels alone by ${told(first)} and by ${told(last)}, ` +
    `a rise of ${range(rise)}; the true teacher is clearly ahead of the permuted one ${where}.`
  );
}

/** The dial in words; empty where it stands at one point alone. */
function dialText(dial: readonly DialRow[]): string {
  if (dial.length < 2) return '';
  const rows = dial.flatMap(({ coupling, gain, pairing, recovered }) => [
    ...(gain ? [pointsText(`at lookCoupling ${coupling} distilled - labels-only`, gain)] : []),
    ...(pairing ? [pointsText(`at lookCoupling ${coupling} true - permuted-within`, pairing)] : []),
    ...(recovered ? [shareText(`at lookCoupling ${coupling} recovered share`, recovered)] : []),
  ]);
  const growth = growthOf(dial);
  return `${[...rows, ...(growth ? [pointsText('distilled - labels-only grows from the first point to the last by', growth)] : [])].join('; ')}.`;
}

/** By how much teaching brings more at the last point of the dial than at the first, in the same worlds: items and labels are the same. */
const growthOf = (dial: readonly DialRow[]): Range | null =>
  pooledRise(dial.map(({ gain }) => gain?.byWorld ?? []));
