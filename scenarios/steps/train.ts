import type { Dataset } from '../../models/data/dataset.ts';
import { rowsOf } from '../../models/data/dataset.ts';
import { type Engine, openBackend } from '../../models/engine/backend.ts';
import type { Hooks } from '../../models/engine/hooks.ts';
import { type Evaluation, evaluate } from '../../models/evaluation/evaluate.ts';
import { modelId, saveModel } from '../../models/export/export.ts';
import { type Distillation, distilStudent, METHODS } from '../../models/training/distil.ts';
import { teacherTargets } from '../../models/training/targets.ts';
import { TRAINING, type Trained, trainStudent, trainTeacher } from '../../models/training/train.ts';
import { must } from '../../sim/record/must.ts';
import type { ArmName } from '../schema/day/networks.ts';
import type { ContentStore } from '../store/store.ts';
import type { Report } from '../threads/progress.ts';
import { readDataset } from './dataset.ts';
import { readModel } from './model.ts';
import type { TestResult, TrainOutcome, TrainStep } from './steps.ts';

/** How an arm is trained: a teacher on labels, or a student on labels and, with a lesson, on what its teacher says. */
type Arm =
  | { readonly kind: 'teacher' }
  | ({ readonly kind: 'student'; readonly lesson: 'none' | 'multi' } & Pick<
      Distillation,
      'terms' | 'temperature' | 'smoothing'
    >);

const ARMS: Readonly<Record<ArmName, Arm>> = {
  teacher: { kind: 'teacher' },
  'labels-only': { kind: 'student', lesson: 'none', terms: { hard: 1 }, temperature: 1, smoothing: 0 },
  distilled: { kind: 'student', lesson: 'multi', terms: METHODS.soft, temperature: 1, smoothing: 0 },
};

async function fitArm(
  engine: Engine,
  data: Dataset,
  step: TrainStep,
  store: ContentStore,
  hooks: Hooks,
): Promise<Trained> {
  const { arm: name, senses, seed, steps } = step.network;
  const arm = ARMS[name];
  const common = { ...TRAINING, name: step.name, seed, steps };
  if (arm.kind === 'teacher') return trainTeacher(engine, data, { ...common, senses }, hooks);
  const { lesson, smoothing, terms, temperature } = arm;
  const student = { ...common, senses, smoothing };
  if (lesson === 'none') return trainStudent(engine, data, student, hooks);
  const teacher = readModel(store, must(step.teacher, 'teacher of a taught student'));
  const lessons = { teacher: await teacherTargets(teacher, data, {}, hooks) };
  return distilStudent(engine, data, lessons, { ...student, terms, temperature }, hooks);
}

/** Plain numbers of an evaluation; typed arrays become lists. */
function plain(evaluation: Evaluation, labels: readonly string[]): TestResult {
  const { correct, confusion, ...rest } = evaluation;
  const right = correct.reduce((sum, one) => sum + one, 0);
  const lists = { correct: [...correct], confusion: [...confusion], labels: [...labels] };
  const numbers = { ...rest, right, ...lists };
  return JSON.parse(JSON.stringify(numbers)) as TestResult;
}

/** Trains one network, opens the test set once, and stores weights, learning curve and test result. */
export async function trainNetwork(
  step: TrainStep,
  store: ContentStore,
  report: Report,
): Promise<TrainOutcome> {
  const data = readDataset(store, step.dataset);
  const engine = await openBackend(step.backend);
  let note: { note?: string } = {};
  const trained = await fitArm(engine, data, step, store, {
    progress: ({ done, total, validationAccuracy }) => {
      if (validationAccuracy !== undefined)
        note = { note: `validation ${(100 * validationAccuracy).toFixed(1)} %` };
      report({ task: `training: ${step.name}`, done, total, ...note });
    },
  });
  const outcome: TrainOutcome = {
    modelId: modelId(trained.model),
    curve: trained.curve,
    test: plain(evaluate(trained.model, data, rowsOf(data, 'test')), data.labels),
  };
  store.write('model', step.address, saveModel(trained.model));
  store.writeJson('training', step.address, outcome);
  return outcome;
}
