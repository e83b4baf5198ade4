import { type Dataset, rowsOf } from '../../models/data/dataset.ts';
import { relabel } from '../../models/data/relabel.ts';
import { openBackend } from '../../models/engine/backend.ts';
import type { Hooks } from '../../models/engine/hooks.ts';
import { calibrationsOf } from '../../models/evaluation/calibration.ts';
import { judgeCondition } from '../../models/evaluation/condition.ts';
import { score } from '../../models/evaluation/evaluate.ts';
import { predict } from '../../models/evaluation/infer.ts';
import { loadModel, modelId } from '../../models/export/export.ts';
import type { Model } from '../../models/nets/model.ts';
import { carryOut, type LessonSource } from '../../models/training/carry-out.ts';
import { type TeacherTargets, teacherTargets } from '../../models/training/targets.ts';
import { givenBytes } from '../schema/day/given.ts';
import type { ContentStore } from '../store/store.ts';
import type { Report } from '../threads/progress.ts';
import { readDataset } from './dataset.ts';
import { readModel, writeTrained } from './model.ts';
import type { GivenStep, TestResult, TrainOutcome, TrainStep } from './steps.ts';

/** The one test of a network as plain numbers, typed arrays as lists; null without test items. */
function tested(model: Model, data: Dataset): TestResult | null {
  const rows = rowsOf(data, 'test');
  if (rows.length === 0) return null;
  const predictions = predict(model, data, rows);
  const { correct, confusion, ...rest } = score(predictions, model, data, rows);
  const right = correct.reduce((sum, one) => sum + one, 0);
  const lists = { correct: [...correct], confusion: [...confusion], labels: [...data.labels] };
  const condition = judgeCondition(predictions, model, data, rows);
  const numbers = { ...rest, right, ...lists, condition };
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
  const teachers = step.teachers.map(({ address }) => readModel(store, address));
  const hooks: Hooks = {
    progress: ({ done, total, validationAccuracy }) => {
      if (validationAccuracy !== undefined)
        note = { note: `validation ${(100 * validationAccuracy).toFixed(1)} %` };
      report({ task: `training: ${step.name}`, done, total, ...note });
    },
  };
  const trained = await carryOut(engine, data, step.recipe, teachers, hooks, lessonsOf(step, store));
  const { model, curve, bestStep, plateauStep } = trained;
  const test = tested(model, data);
  const calibrations = calibrationsOf(model, data);
  const outcome: TrainOutcome = { modelId: modelId(model), curve, bestStep, plateauStep, test, calibrations };
  writeTrained(store, step.address, trained);
  store.writeJson('training', step.address, outcome);
  return outcome;
}

/** Lessons of the teacher that this thread asked last: the arms of one place listen to the same, one after the other. */
const heard = new Map<string, Promise<TeacherTargets>>();

/** What teachers of a training look at, asked once as long as nothing is permuted for a student of its own. */
function lessonsOf({ dataset, lessons, recipe }: TrainStep, store: ContentStore): LessonSource {
  const { address } = lessons ?? dataset;
  const { labelledPerMaterial, labelDraw } = recipe;
  const targetsOf: typeof teacherTargets = (teacher, items, viewing = {}, hooks) => {
    if (viewing.rowOf !== undefined) return teacherTargets(teacher, items, viewing, hooks);
    const key = [address, labelledPerMaterial, labelDraw, modelId(teacher), viewing.visible].join(' ');
    const said = heard.get(key) ?? teacherTargets(teacher, items, viewing, hooks);
    heard.clear();
    heard.set(key, said);
    return said;
  };
  if (lessons === undefined) return { targetsOf };
  const items = readDataset(store, lessons);
  const shown = labelledPerMaterial === null ? items : relabel(items, labelledPerMaterial, labelDraw);
  return { items: shown, targetsOf };
}

/** Takes over a network that was trained before and tests it as if it were trained now. Throws InputError if it is gone or another one. */
export async function takeNetwork(step: GivenStep, store: ContentStore): Promise<TrainOutcome> {
  const data = readDataset(store, step.dataset);
  const model = loadModel(givenBytes(step.given, store, `networks.${step.name}`));
  await openBackend(step.backend);
  const outcome: TrainOutcome = {
    ...{ modelId: modelId(model), curve: [], bestStep: 0, plateauStep: null },
    test: tested(model, data),
    calibrations: calibrationsOf(model, data),
  };
  writeTrained(store, step.address, { model, auxiliary: {} });
  store.writeJson('training', step.address, outcome);
  return outcome;
}
