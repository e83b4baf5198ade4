import type { Dataset } from '../../models/data/dataset.ts';
import { rowsOf } from '../../models/data/dataset.ts';
import { type Engine, openBackend } from '../../models/engine/backend.ts';
import type { Hooks } from '../../models/engine/hooks.ts';
import { type Evaluation, evaluate } from '../../models/evaluation/evaluate.ts';
import { modelId, saveModel } from '../../models/export/export.ts';
import { distilStudent, METHODS } from '../../models/training/distil.ts';
import { teacherTargets } from '../../models/training/targets.ts';
import { TRAINING, type Trained, trainStudent, trainTeacher } from '../../models/training/train.ts';
import { must } from '../../sim/record/must.ts';
import type { ContentStore } from '../store/store.ts';
import type { Report } from '../threads/progress.ts';
import { readDataset } from './dataset.ts';
import { readModel } from './model.ts';
import type { TestResult, TrainOutcome, TrainStep } from './steps.ts';

async function fitArm(
  engine: Engine,
  data: Dataset,
  step: TrainStep,
  store: ContentStore,
  hooks: Hooks,
): Promise<Trained> {
  const common = { ...TRAINING, name: step.arm, ...step.training };
  if (step.arm === 'teacher') {
    return trainTeacher(engine, data, { ...common, senses: ['visual', 'thermal', 'spectral'] }, hooks);
  }
  const student = { ...common, smoothing: 0 };
  if (step.arm === 'labels-only') return trainStudent(engine, data, student, hooks);
  const teacher = readModel(store, must(step.teacher, 'teacher of a distilled student'));
  const lessons = { teacher: await teacherTargets(teacher, data, {}, hooks) };
  return distilStudent(engine, data, lessons, { ...student, terms: METHODS.soft, temperature: 1 }, hooks);
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
      report({ task: `training: ${step.arm}`, done, total, ...note });
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
