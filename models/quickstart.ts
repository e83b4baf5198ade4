import { type Dataset, type DatasetSpec, rowsOf } from './dataset.ts';
import { distilStudent, METHODS } from './distil.ts';
import type { Engine } from './engine/backend.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import type { Hooks } from './hooks.ts';
import { teacherTargets } from './targets.ts';
import { TRAINING, type Trained, trainStudent, trainTeacher } from './train.ts';

/** What one teacher and its two students are made from; plain data, so that it can be hashed for a cache. */
export interface PairSpec {
  readonly data: DatasetSpec;
  readonly seed: number;
  readonly teacherSteps: number;
  readonly studentSteps: number;
}

/** Few labels and many unlabelled multi-sensor items: the regime in which distillation has something to give. */
export function defaultPairSpec(materials: readonly string[], seed = 1): PairSpec {
  return {
    data: {
      materials: [...materials].sort(),
      perMaterial: { labelled: 20, unlabelled: 100, validation: 20, calibration: 0, test: 130 },
      imagePx: 32,
      seed,
      testDraw: 0,
    },
    seed,
    teacherSteps: 400,
    studentSteps: 600,
  };
}

export interface Pair {
  readonly teacher: Trained;
  readonly labelsOnly: Trained;
  readonly distilled: Trained;
  /** On the test items, opened once. */
  readonly evaluations: Readonly<Record<'teacher' | 'labels-only' | 'distilled', Evaluation>>;
}

/** Trains and tests the three networks of the quickstart on a data set made from `spec.data`. */
export async function trainPair(
  engine: Engine,
  data: Dataset,
  spec: PairSpec,
  hooks: Hooks = {},
): Promise<Pair> {
  const common = { ...TRAINING, seed: spec.seed };
  const student = { ...common, steps: spec.studentSteps, smoothing: 0 };
  const teacher = await trainTeacher(
    engine,
    data,
    { ...common, name: 'teacher', steps: spec.teacherSteps, senses: ['visual', 'thermal', 'spectral'] },
    hooks,
  );
  const labelsOnly = await trainStudent(engine, data, { ...student, name: 'labels-only' }, hooks);
  const lessons = { teacher: await teacherTargets(teacher.model, data, {}, hooks) };
  const distilled = await distilStudent(
    engine,
    data,
    lessons,
    { ...student, name: 'distilled', terms: METHODS.soft, temperature: 1 },
    hooks,
  );
  const test = rowsOf(data, 'test');
  return {
    teacher,
    labelsOnly,
    distilled,
    evaluations: {
      teacher: evaluate(teacher.model, data, test),
      'labels-only': evaluate(labelsOnly.model, data, test),
      distilled: evaluate(distilled.model, data, test),
    },
  };
}
