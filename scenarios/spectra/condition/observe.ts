import { setImmediate } from 'node:timers/promises';
import { STATE_COUNT } from '../../../sim/materials/damage.ts';
import type { Sense } from '../../../sim/record/frames.ts';
import { at } from '../../../sim/record/must.ts';
import type { Cli } from '../../cli/terminal/context.ts';
import { codeHash } from '../../store/code.ts';
import { addressOf, ContentStore } from '../../store/store.ts';
import { Looking, type Pieces, type PiecesSpec, rowsOf } from './pieces.ts';
import { combined, kernelOf, leaveOneOut } from './regression.ts';

/** What is asked: pieces of each material, all states equally often. */
export interface ConditionSpec extends PiecesSpec {
  readonly materials: readonly string[];
  /** Pieces of each material in each state. */
  readonly perState: number;
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

/** The code that decides what is observed. */
const observedCode = ['scenarios/spectra/condition/observe.ts'];

/** How well the state of each material shows in each sense, the material known. */
export async function observeCondition(
  spec: ConditionSpec,
  { progress, signal, cacheDir }: Pick<Cli, 'progress' | 'signal' | 'cacheDir'>,
): Promise<Observed[]> {
  const store = new ContentStore(cacheDir);
  const looking = new Looking(spec, store);
  const { materials: _, ...each } = spec;
  const found: Observed[] = [];
  for (const [place, material] of spec.materials.entries()) {
    progress({ task: 'validate: condition', done: place, total: spec.materials.length });
    await setImmediate();
    signal.throwIfAborted();
    const address = addressOf('observed', { ...each, material, code: codeHash(observedCode) });
    const one =
      store.readJson<Observed>('observed', address) ??
      observe(looking.first(material, STATE_COUNT * spec.perState), spec.senses);
    store.writeJson('observed', address, one);
    found.push(one);
  }
  progress({ task: 'validate: condition', done: spec.materials.length, total: spec.materials.length });
  return found;
}

function observe(pieces: Pieces, senses: readonly Sense[]): Observed {
  const states = [...pieces.state];
  const answers = senses.map((sense) => leaveOneOut(kernelOf(rowsOf(pieces, sense)), states, MIDDLE));
  const errors = Object.fromEntries(
    senses.map((sense, i) => [sense, errorOf(answers.slice(i, i + 1), states)]),
  );
  if (senses.length > 1) errors[ALL] = errorOf(answers, states);
  const seenBy = Object.keys(errors).filter(
    (name) => (errors[name] ?? 0) < OBSERVABLE_BELOW * CONSTANT_ERROR,
  );
  return { material: pieces.material, errors, seenBy };
}

/** Mean absolute error of what some senses together say of each item, from all others. */
function errorOf(answers: readonly (readonly number[])[], states: readonly number[]): number {
  const held = combined(answers, states).map((answer) => Math.min(STATE_COUNT - 1, Math.max(0, answer)));
  return held.reduce((sum, answer, i) => sum + Math.abs(answer - at(states, i)), 0) / states.length;
}
