import { materialById } from '../../sim/materials/catalogue.ts';
import { gradeBelieved } from '../../sim/materials/damage.ts';
import { grades } from '../../sim/record/item-state.ts';
import type { Dataset } from '../data/dataset.ts';
import type { Model } from '../nets/model.ts';
import { STATES } from '../nets/widths.ts';
import { argmax, medianState } from './evaluate.ts';
import type { Predictions } from './infer.ts';

/** How well condition is known of some items. Errors are mean absolute; null where the network lacks the head. */
export interface ConditionRow {
  readonly by: 'all' | 'material' | 'state';
  /** `all`, a catalogue id, or a state. */
  readonly name: string;
  readonly items: number;
  /** Of the state 0..9; the constant is the median state of the true material, the best that nobody has to look for. */
  readonly stateError: number | null;
  readonly stateConstant: number;
  /** Mean confidence in the answered state, and how often it is right: equal where the head is calibrated. */
  readonly stateConfidence: number | null;
  readonly stateRight: number | null;
  /** Of the remaining value 0..1; the constant is the median of the true material. */
  readonly qualityError: number | null;
  readonly qualityConstant: number;
  /** Share of items whose true value lies within one standard deviation that the network claims (0.68 where it is calibrated). */
  readonly qualityWithin: number | null;
  /** Share of items whose best next use follows from what is believed; the constant is the most frequent use of the true material. */
  readonly gradeRight: number | null;
  readonly gradeConstant: number;
}

/** What is known and true of one item. */
interface Judged {
  readonly material: string;
  readonly state: number;
  readonly stateError: number;
  readonly stateConstant: number;
  readonly confidence: number;
  readonly stateRight: number;
  readonly qualityError: number;
  readonly qualityConstant: number;
  readonly within: number;
  readonly gradeRight: number;
  readonly gradeConstant: number;
}

/** Judges the heads for state and quality on rows of a data set: of all items, by material, by true state. */
export function judgeCondition(
  predictions: Predictions,
  model: Pick<Model, 'labels' | 'heads' | 'qualityErrorByState'>,
  data: Dataset,
  rows: Int32Array,
): ConditionRow[] {
  const constants = constantsOf(data, rows);
  const judged = [...rows].map((row, i) => judge(predictions, model, data, constants, row, i));
  const row = (by: ConditionRow['by'], name: string, some: readonly Judged[]) =>
    rowOf(by, name, some, model.heads);
  const byMaterial = data.labels.map((label) =>
    row(
      'material',
      label,
      judged.filter(({ material }) => material === label),
    ),
  );
  const byState = Array.from({ length: STATES }, (_, state) =>
    row(
      'state',
      String(state),
      judged.filter((one) => one.state === state),
    ),
  );
  return [row('all', 'all', judged), ...byMaterial, ...byState].filter(({ items }) => items > 0);
}

/** What nobody has to look for, of each material: median state, median quality, most frequent best use. */
interface Constants {
  readonly state: readonly number[];
  readonly quality: readonly number[];
  readonly grade: readonly number[];
}

function constantsOf(data: Dataset, rows: Int32Array): Constants {
  const of = (values: ArrayLike<number> | undefined, pick: (sorted: number[]) => number) =>
    data.labels.map((_, label) => {
      const own = [...rows].filter((row) => data.material[row] === label).map((row) => values?.[row] ?? 0);
      return own.length > 0 ? pick(own.sort((a, b) => a - b)) : 0;
    });
  const median = (sorted: number[]) => sorted[Math.floor(sorted.length / 2)]!;
  return {
    state: of(data.state, median),
    quality: of(data.quality, median),
    grade: of(data.grade, mostFrequent),
  };
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

function judge(
  { material, state, quality }: Predictions,
  model: Pick<Model, 'labels' | 'qualityErrorByState'>,
  data: Dataset,
  constants: Constants,
  row: number,
  i: number,
): Judged {
  const classes = model.labels.length;
  const label = data.material[row]!;
  const trueState = data.state[row]!;
  const trueQuality = data.quality[row]!;
  const answered = medianState(state, i * STATES);
  const likeliest = argmax(state, i * STATES, STATES);
  const value = Math.min(1, Math.max(0, quality[i]!));
  const named = model.labels[argmax(material, i * classes, classes)]!;
  const grade = grades.indexOf(gradeBelieved(materialById(named), answered, value));
  const trueGrade = data.grade?.[row];
  return {
    material: data.labels[label]!,
    state: trueState,
    stateError: Math.abs(answered - trueState),
    stateConstant: Math.abs(constants.state[label]! - trueState),
    confidence: state[i * STATES + likeliest]!,
    stateRight: likeliest === trueState ? 1 : 0,
    qualityError: Math.abs(value - trueQuality),
    qualityConstant: Math.abs(constants.quality[label]! - trueQuality),
    within: Math.abs(value - trueQuality) <= model.qualityErrorByState[answered]! ? 1 : 0,
    gradeRight: grade === trueGrade ? 1 : 0,
    gradeConstant: constants.grade[label] === trueGrade ? 1 : 0,
  };
}

function rowOf(
  by: ConditionRow['by'],
  name: string,
  some: readonly Judged[],
  heads: Model['heads'],
): ConditionRow {
  const mean = (of: (one: Judged) => number) =>
    some.reduce((sum, one) => sum + of(one), 0) / Math.max(1, some.length);
  const has = { state: heads.includes('state'), quality: heads.includes('quality') };
  const graded = has.state && has.quality && heads.includes('material');
  return {
    by,
    name,
    items: some.length,
    stateError: has.state ? mean((one) => one.stateError) : null,
    stateConstant: mean((one) => one.stateConstant),
    stateConfidence: has.state ? mean((one) => one.confidence) : null,
    stateRight: has.state ? mean((one) => one.stateRight) : null,
    qualityError: has.quality ? mean((one) => one.qualityError) : null,
    qualityConstant: mean((one) => one.qualityConstant),
    qualityWithin: has.quality ? mean((one) => one.within) : null,
    gradeRight: graded ? mean((one) => one.gradeRight) : null,
    gradeConstant: mean((one) => one.gradeConstant),
  };
}
