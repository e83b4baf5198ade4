import type { Sense } from '../../sim/record/frames.ts';
import type { JsonObject } from '../../sim/record/json.ts';
import { type Dataset, rowsOf } from '../data/dataset.ts';
import { measureNormaliser } from '../data/normaliser.ts';
import type { Engine } from '../engine/backend.ts';
import type { Hooks } from '../engine/hooks.ts';
import { beliefOf, believing, conditionSkill } from '../evaluation/calibrate.ts';
import { argmax } from '../evaluation/evaluate.ts';
import { predict, predictWith, shownOf, studentOutput } from '../evaluation/infer.ts';
import { qualityErrors } from '../evaluation/quality.ts';
import { hardTerm } from '../losses/hard.ts';
import { CAMERA, inputsOf } from '../nets/inputs.ts';
import type { Model } from '../nets/model.ts';
import { studentParameters } from '../nets/student.ts';
import { teacherForward, teacherParameters } from '../nets/teacher.ts';
import { initialWeights, type Variables, type Weights } from '../nets/weights.ts';
import { batchSource, labelBatch } from './batches.ts';
import { dropoutMask, hideSenses } from './dropout.ts';
import { type FitPlan, type Fitted, fitWeights, type TrainPoint, type Validation } from './fit.ts';
import type { Training } from './recipe.ts';

export interface TeacherTraining extends Training {
  readonly senses: readonly Sense[];
  /** True: the state head is told what the material head believes. With few labels it brings nothing. */
  readonly told?: boolean;
}

export interface StudentTraining extends Training {
  /** Share of a label's mass spread over all materials, 0 = none. */
  readonly smoothing: number;
  /** The camera, and vectors beside it (default: the camera alone). */
  readonly senses?: readonly Sense[];
  /** Channels of its convolutions (default: the two of the source). */
  readonly channels?: readonly number[];
}

/** A trained model and how it got there. */
export interface Trained {
  readonly model: Model;
  /** Parameters that only training needed (projector, hint head). */
  readonly auxiliary: Weights;
  readonly curve: readonly TrainPoint[];
  readonly bestStep: number;
  /** Steps after which it no longer improved; null where that was not waited for. */
  readonly plateauStep: number | null;
}

/**
 * Trains a teacher on the labelled items. Whole senses are masked at random (modality dropout), so that the same
 * network also answers without thermal or spectrum. The engine is an argument because it must be open.
 */
export async function trainTeacher(
  engine: Engine,
  data: Dataset,
  spec: TeacherTraining,
  hooks: Hooks = {},
): Promise<Trained> {
  const { senses } = spec;
  const normaliser = measureNormaliser(data, senses);
  const parameters = teacherParameters(senses, data.streams, data.labels.length, spec.heads, spec.told);
  const next = batchSource(data, spec.seed, spec.batch, spec.labels === 'few');
  const fit: Fit = {
    parameters,
    start: initialWeights(parameters, spec.seed),
    loss: (variables, pass, step) => {
      const { rows, views } = next(step);
      const shown = hideSenses(shownOf(data, normaliser, senses, rows, views), spec.seed, step, rows.length);
      const student = teacherForward(variables, shown, pass, dropoutMask(spec.seed, step, rows.length));
      const labels = labelBatch(data, rows, normaliser, { all: spec.labels === 'all' });
      return { hard: hardTerm({ student, labels }) };
    },
  };
  return trained(engine, data, spec, { kind: 'teacher', senses, normaliser }, fit, hooks);
}

/** Trains a student on labels alone. */
export async function trainStudent(
  engine: Engine,
  data: Dataset,
  spec: StudentTraining,
  hooks: Hooks = {},
): Promise<Trained> {
  const senses = spec.senses ?? [CAMERA];
  const { channels } = spec;
  const parameters = studentParameters(senses, data.streams, data.labels.length, spec.heads, channels);
  const normaliser = measureNormaliser(data, senses);
  const next = batchSource(data, spec.seed, spec.batch);
  const fit: Fit = {
    parameters,
    start: initialWeights(parameters, spec.seed),
    loss: (variables, pass, step) => {
      const { rows, views } = next(step);
      const student = studentOutput(variables, { senses, normaliser }, data, rows, pass, views);
      const labels = labelBatch(data, rows, normaliser, { ...spec, all: spec.labels === 'all' });
      return { hard: hardTerm({ student, labels }) };
    },
  };
  const what = { kind: 'student', senses, normaliser, ...(channels && { channels }) } as const;
  return trained(engine, data, spec, what, fit, hooks);
}

/** What a training brings of its own: its parameters, their start and the loss of a step. */
export type Fit = Pick<FitPlan, 'parameters' | 'start' | 'loss'>;

/** What of a model is known before its weights. */
type Made = Pick<Model, 'kind' | 'senses' | 'normaliser' | 'channels'>;

/** Fits weights, judged on the validation items, and wraps the best of them up as a model of the kind `what`. */
export async function trained(
  engine: Engine,
  data: Dataset,
  spec: Training,
  what: Made,
  fit: Fit,
  hooks: Hooks,
): Promise<Trained> {
  const validate = validator(data, { ...what, labels: data.labels, heads: spec.heads });
  const fitted = await fitWeights({ ...spec, ...fit, phase: spec.name, validate }, hooks);
  return finished(engine, data, spec, fitted, what);
}

/** What a whole unit of skill in condition counts against a whole unit of material accuracy when the best step is chosen (choice). */
const CONDITION_WEIGHT = 0.5;

/** Material accuracy on the validation items, and with it how much of condition is known; without heads of condition only the first. */
function validator(
  data: Dataset,
  model: Pick<Model, 'kind' | 'senses' | 'normaliser' | 'labels' | 'heads'>,
): (variables: Variables) => Validation {
  const rows = rowsOf(data, 'validation');
  if (rows.length === 0) throw new Error('data set: no validation items (perMaterial.validation is 0)');
  const classes = data.labels.length;
  return (variables) => {
    const predictions = predictWith(variables, model, data, rows);
    let correct = 0;
    rows.forEach((row, i) => {
      if (argmax(predictions.material, i * classes, classes) === data.material[row]) correct++;
    });
    const accuracy = correct / rows.length;
    const skill = CONDITION_WEIGHT * conditionSkill(predictions, model, data, rows);
    return { accuracy, score: accuracy + skill };
  };
}

/** Wraps fitted weights up as a model whose heads of condition claim what they know, with the quality error that the classifier reports as sd. */
function finished(engine: Engine, data: Dataset, spec: Training, fitted: Fitted, what: Made): Trained {
  const isAuxiliary = ([name]: [string, unknown]) => name.startsWith('auxiliary/');
  const all = Object.entries(fitted.weights);
  const weights = Object.fromEntries(all.filter((entry) => !isAuxiliary(entry)));
  const auxiliary = Object.fromEntries(all.filter(isAuxiliary));
  const model: Model = {
    ...what,
    name: spec.name,
    labels: data.labels,
    heads: spec.heads,
    inputs: inputsOf(data.streams, what.senses),
    qualityErrorByState: new Float32Array(10),
    recipe: { ...spec, backend: engine.name, bestStep: fitted.bestStep } as JsonObject,
    weights,
  };
  const rows = rowsOf(data, 'validation');
  const belief = beliefOf(predict(model, data, rows), model, data, rows);
  const believed = { ...model, weights: believing(weights, belief) };
  const calibrated = { ...believed, qualityErrorByState: qualityErrors(believed, data) };
  const { curve, bestStep, plateauStep } = fitted;
  return { model: calibrated, auxiliary, curve, bestStep, plateauStep };
}
