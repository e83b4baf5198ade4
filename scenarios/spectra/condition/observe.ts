import { setImmediate } from 'node:timers/promises';
import { STATE_COUNT, stateOf } from '../../../sim/materials/damage.ts';
import { makeItem } from '../../../sim/materials/item.ts';
import type { Sense } from '../../../sim/record/frames.ts';
import { at, must } from '../../../sim/record/must.ts';
import { Instruments } from '../../../sim/senses/frames.ts';
import { SENSES, type Sensors } from '../../../sim/senses/registry.ts';
import type { Cli } from '../../cli/terminal/context.ts';
import { featuresOf } from './features.ts';
import { combined, kernelOf, leaveOneOut } from './regression.ts';

/** What is asked: pieces of each material, all states equally often. */
export interface ConditionSpec {
  readonly materials: readonly string[];
  /** Pieces of each material in each state. */
  readonly perState: number;
  readonly senses: readonly Sense[];
  readonly seed: number;
  readonly lookCoupling: number;
}

/** The mean absolute error of the best constant, the middle of ten equally frequent states. */
export const CONSTANT_ERROR = 2.5;
const MIDDLE = (STATE_COUNT - 1) / 2;
/** A condition counts as observable where the error is below this share of the constant's. */
export const OBSERVABLE_BELOW = 0.8;
/** Name of all senses together. */
export const ALL = 'all';

/** Mean absolute errors of the state of one material, in states, by sense and of all together. */
export interface Observed {
  readonly material: string;
  readonly errors: Readonly<Record<string, number>>;
  /** Single senses and `all` that see it. */
  readonly seenBy: readonly string[];
}

/** How well the state of each material shows in each sense, the material known. */
export async function observeCondition(
  spec: ConditionSpec,
  { progress, signal }: Pick<Cli, 'progress' | 'signal'>,
): Promise<Observed[]> {
  const models = spec.senses.map((name) => SENSES.need(name));
  const sensors: Sensors = Object.fromEntries(models.map((model) => [model.name, model.fresh()]));
  const instruments = new Instruments(spec.seed);
  const found: Observed[] = [];
  for (const [place, material] of spec.materials.entries()) {
    progress({ task: 'validate: condition', done: place, total: spec.materials.length });
    await setImmediate();
    signal.throwIfAborted();
    found.push(observe(spec, material, place, sensors, instruments));
  }
  progress({ task: 'validate: condition', done: spec.materials.length, total: spec.materials.length });
  return found;
}

function observe(
  { perState, senses, seed, lookCoupling }: ConditionSpec,
  material: string,
  place: number,
  sensors: Sensors,
  instruments: Instruments,
): Observed {
  const count = STATE_COUNT * perState;
  const items = Array.from({ length: count }, (_, i) => {
    const itemId = place * count + i;
    return makeItem({ seed, itemId, materialId: material, state: i % STATE_COUNT, lookCoupling });
  });
  const states = items.map(stateOf);
  const frames = items.map((item) => instruments.look(item, sensors, senses).streams);
  const answers = senses.map((sense) => {
    const { input } = SENSES.need(sense);
    const features = frames.map((streams) => featuresOf(must(streams[sense], sense), input));
    return leaveOneOut(kernelOf(features), states, MIDDLE);
  });
  const errors = Object.fromEntries(
    senses.map((sense, i) => [sense, errorOf(answers.slice(i, i + 1), states)]),
  );
  if (senses.length > 1) errors[ALL] = errorOf(answers, states);
  const seenBy = Object.keys(errors).filter(
    (name) => (errors[name] ?? 0) < OBSERVABLE_BELOW * CONSTANT_ERROR,
  );
  return { material, errors, seenBy };
}

/** Mean absolute error of what some senses together say of each item, from all others. */
function errorOf(answers: readonly (readonly number[])[], states: readonly number[]): number {
  const held = combined(answers, states).map((answer) => Math.min(STATE_COUNT - 1, Math.max(0, answer)));
  return held.reduce((sum, answer, i) => sum + Math.abs(answer - at(states, i)), 0) / states.length;
}
