import { type Columns, textsOf } from '../../report/columns.ts';
import type { CapacityRow, ConditionComparison, DialRow, ProtocolDocument, ThermalRow } from './document.ts';
import { type ExactRow, exactDial } from './exact.ts';

const fixed = (x: number | null | undefined, digits: number) =>
  x === null || x === undefined || !Number.isFinite(x) ? '-' : x.toFixed(digits);
const percent = (x: number | null | undefined) => fixed(typeof x === 'number' ? 100 * x : x, 1);
const range = (x: { readonly mean: number; readonly lo: number; readonly hi: number } | null, factor = 1) =>
  x === null
    ? '-'
    : Number.isFinite(x.lo)
      ? `${fixed(factor * x.mean, 1)} (${fixed(factor * x.lo, 1)} to ${fixed(factor * x.hi, 1)})`
      : fixed(factor * x.mean, 1);
const p = (x: number) => (x < 1e-4 ? '< 0.0001' : fixed(x, 4));

const dialColumns: Columns<DialRow> = [
  ['lookCoupling', ({ coupling }) => String(coupling)],
  ['open', ({ open }) => String(open)],
  ['labels-only %', ({ labelsOnly }) => percent(labelsOnly)],
  ['distilled %', ({ distilled }) => percent(distilled)],
  ['distilled - labels-only', ({ gain }) => range(gain)],
  ['true - permuted-within', ({ pairing }) => range(pairing)],
  ['recovered %', ({ recovered }) => range(recovered, 100)],
];

const exactColumns: Columns<ExactRow> = [
  ['lookCoupling', ({ coupling }) => String(coupling)],
  ['best that is possible %', ({ ceiling }) => percent(ceiling)],
  ['all labels %', ({ oracle }) => percent(oracle)],
  ['labels-only %', ({ labelsOnly }) => percent(labelsOnly)],
  ['distilled %', ({ distilled }) => percent(distilled)],
  ['distilled - labels-only', ({ gain }) => range(gain)],
  ['true - permuted-within', ({ pairing }) => range(pairing)],
  ['recovered %', ({ recovered }) => range(recovered, 100)],
];

const thermalColumns: Columns<ThermalRow> = [
  ['pairs a material', ({ pairsPerMaterial }) => String(pairsPerMaterial)],
  ['trainings', ({ trainings }) => String(trainings)],
  ['R2 of the network', ({ r2 }) => fixed(r2, 3)],
  ['outline and mean', ({ outline }) => fixed(outline, 3)],
  ['look known', ({ look }) => fixed(look, 3)],
  ['look and brightness', ({ lookAndBrightness }) => fixed(lookAndBrightness, 3)],
  ['material known', ({ material }) => fixed(material, 3)],
  ['error K', ({ rmseK }) => fixed(rmseK, 2)],
];

const capacityColumns: Columns<CapacityRow> = [
  ['what', ({ says }) => says],
  ['comparison', ({ comparison: { a, b } }) => `${a} - ${b}`],
  ['pairs', ({ comparison: { pairs } }) => String(pairs)],
  ['points', ({ comparison: { points } }) => range(points)],
];

const conditionColumns: Columns<ConditionComparison> = [
  ['error of', ({ error }) => (error === 'stateMae' ? 'state' : 'quality')],
  ['comparison', ({ a, b }) => `${a} - ${b}`],
  ['pairs', ({ pairs }) => String(pairs)],
  ['difference', ({ difference }) => fixed(difference.mean, 4)],
  ['95 % from', ({ difference }) => fixed(difference.lo, 4)],
  ['to', ({ difference }) => fixed(difference.hi, 4)],
  ['p', (row) => p(row.p)],
];

/** Tables of what is asked beside the main question, each with its title; empty ones where nothing is there yet. */
export function besideTables(
  document: Pick<ProtocolDocument, 'dial' | 'capacity' | 'condition' | 'thermal'>,
): (readonly [string, string[], string[][]])[] {
  const { dial, capacity, condition, thermal } = document;
  const exact = exactDial(dial.map(({ coupling }) => coupling));
  return [
    [
      'Capacity or information: a deeper camera network on pictures of 64 px',
      ...textsOf(capacityColumns, capacity),
    ],
    [`The dial: how far substances show in their looks${scatterText(dial)}`, ...textsOf(dialColumns, dial)],
    ["The dial in a small world of which Bayes' rule is known", ...textsOf(exactColumns, exact)],
    [
      'State and quality: the named comparisons of their errors (less is better)',
      ...textsOf(conditionColumns, condition),
    ],
    ['Heat from colour, by a network that learns nothing else', ...textsOf(thermalColumns, thermal)],
  ];
}

/** What the intervals of the dial stand on; empty where nothing is known of its scatter. */
function scatterText(dial: readonly DialRow[]): string {
  const { df = 0, byWorld = [] } = dial.find(({ gain }) => gain !== null)?.gain ?? {};
  return df > 0 && dial.length > 1
    ? ` (${byWorld.length} worlds a point: their scatter is pooled over the points, ${df} degrees of freedom)`
    : '';
}

/** What is still open, a sentence for each part. */
export function openSentences({ open }: Pick<ProtocolDocument, 'open'>): string[] {
  return open.map(({ part, trainings, tests }) => {
    const name = part === 'main' ? 'the main question' : `the point "${part}"`;
    return `Open: of ${name} ${trainings} trainings and ${tests} tests of trained networks.`;
  });
}
