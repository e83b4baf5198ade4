import { drawKey, uniformAt } from '../../sim/kernel/random/random.ts';
import type { Sense } from '../../sim/record/frames.ts';
import type { JsonObject } from '../../sim/record/json.ts';
import { type Dataset, rowsOf } from '../data/dataset.ts';
import { measureNormaliser } from '../data/normaliser.ts';
import { type Engine, tf } from '../engine/backend.ts';
import type { Hooks } from '../engine/hooks.ts';
import { argmax } from '../evaluation/evaluate.ts';
import { imageTensor, predictWith, teacherInput } from '../evaluation/infer.ts';
import { qualityErrors } from '../evaluation/quality.ts';
import { ALL_HEADS, type Head } from '../nets/heads.ts';
import type { Model } from '../nets/model.ts';
import { studentForward, studentParameters } from '../nets/student.ts';
import { DROPOUT, teacherForward, teacherParameters } from '../nets/teacher.ts';
import { initialWeights, type Variables, type Weights } from '../nets/weights.ts';
import { FUSION_WIDTH } from '../nets/widths.ts';
import { type Batch, batchSource, labelBatch } from './batches.ts';
import { type FitPlan, type Fitted, fitWeights, type TrainPoint } from './fit.ts';
import { hardTerm } from './terms.ts';

/** What every training is told. */
export interface Training {
  readonly name: string;
  readonly seed: number;
  readonly steps: number;
  /** Items of a step; 32 is the engine's fast path (two halves of 16 with summed moments). */
  readonly batch: number;
  readonly learningRate: number;
  readonly validateEvery: number;
  readonly patience: number;
  readonly heads: readonly Head[];
  /** `few`: labelled items only; `all`: the oracle, which reads the labels of the whole pool. */
  readonly labels: 'few' | 'all';
}

export interface TeacherTraining extends Training {
  readonly senses: readonly Sense[];
}

export interface StudentTraining extends Training {
  /** Share of a label's mass spread over all materials, 0 = none. */
  readonly smoothing: number;
}

/** A trained model and how it got there. */
export interface Trained {
  readonly model: Model;
  /** Parameters that only training needed (projector, hint head). */
  readonly auxiliary: Weights;
  readonly curve: readonly TrainPoint[];
  readonly bestStep: number;
}

/** Defaults of a training (chosen on validation; the protocol sets its own). */
export const TRAINING: Training = {
  name: 'training',
  seed: 1,
  steps: 400,
  batch: 32,
  learningRate: 3e-3,
  validateEvery: 100,
  patience: 5,
  heads: ALL_HEADS,
  labels: 'few',
};

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
  const normaliser = measureNormaliser(data);
  const parameters = teacherParameters(spec.senses, data.labels.length, spec.heads, data.bands);
  const next = batchSource(data, spec.seed, spec.batch, spec.labels === 'few');
  const fit: Fit = {
    parameters,
    start: initialWeights(parameters, spec.seed),
    loss: (variables, pass, step) => {
      const { rows, views } = next(step);
      const input = teacherInput(data, normaliser, spec.senses, rows, views);
      const seen = modalityMasks(spec.senses, spec.seed, step, rows.length);
      const student = teacherForward(
        variables,
        { ...input, seen },
        pass,
        dropoutMask(spec.seed, step, rows.length),
      );
      const labels = labelBatch(data, rows, normaliser, { all: spec.labels === 'all' });
      return { hard: hardTerm({ student, labels }) };
    },
  };
  return trained(engine, data, spec, { kind: 'teacher', senses: spec.senses, normaliser }, fit, hooks);
}

/** Trains a visual-only student on labels alone. */
export async function trainStudent(
  engine: Engine,
  data: Dataset,
  spec: StudentTraining,
  hooks: Hooks = {},
): Promise<Trained> {
  const normaliser = measureNormaliser(data);
  const parameters = studentParameters(data.labels.length, spec.heads);
  const next = batchSource(data, spec.seed, spec.batch);
  const fit: Fit = {
    parameters,
    start: initialWeights(parameters, spec.seed),
    loss: (variables, pass, step) => {
      const { rows, views }: Batch = next(step);
      const student = studentForward(variables, imageTensor(data, rows, views), pass);
      const labels = labelBatch(data, rows, normaliser, { ...spec, all: spec.labels === 'all' });
      return { hard: hardTerm({ student, labels }) };
    },
  };
  return trained(engine, data, spec, { kind: 'student', senses: ['visual'], normaliser }, fit, hooks);
}

/** What a training brings of its own: its parameters, their start and the loss of a step. */
export type Fit = Pick<FitPlan, 'parameters' | 'start' | 'loss'>;

/** Fits weights, judged on the validation items, and wraps the best of them up as a model of the kind `what`. */
export async function trained(
  engine: Engine,
  data: Dataset,
  spec: Training,
  what: Pick<Model, 'kind' | 'senses' | 'normaliser'>,
  fit: Fit,
  hooks: Hooks,
): Promise<Trained> {
  const validate = validator(data, { ...what, labels: data.labels });
  const fitted = await fitWeights({ ...spec, ...fit, phase: spec.name, validate }, hooks);
  return finished(engine, data, spec, fitted, what);
}

/** Material accuracy on the validation items. Without that head it is chance at every step, and of equal steps the last is kept. */
function validator(
  data: Dataset,
  model: Pick<Model, 'kind' | 'senses' | 'normaliser' | 'labels'>,
): (variables: Variables) => number {
  const rows = rowsOf(data, 'validation');
  if (rows.length === 0) throw new Error('data set: no validation items (perMaterial.validation is 0)');
  const classes = data.labels.length;
  return (variables) => {
    const { material } = predictWith(variables, model, data, rows);
    let correct = 0;
    rows.forEach((row, i) => {
      if (argmax(material, i * classes, classes) === data.material[row]) correct++;
    });
    return correct / rows.length;
  };
}

/** Wraps fitted weights up as a model, with the quality error that the classifier reports as sd. */
function finished(
  engine: Engine,
  data: Dataset,
  spec: Training,
  fitted: Fitted,
  what: Pick<Model, 'kind' | 'senses' | 'normaliser'>,
): Trained {
  const isAuxiliary = ([name]: [string, unknown]) => name.startsWith('auxiliary/');
  const all = Object.entries(fitted.weights);
  const weights = Object.fromEntries(all.filter((entry) => !isAuxiliary(entry)));
  const auxiliary = Object.fromEntries(all.filter(isAuxiliary));
  const model: Model = {
    ...what,
    name: spec.name,
    labels: data.labels,
    heads: spec.heads,
    imagePx: data.spec.imagePx,
    bands: data.bands,
    qualityErrorByState: new Float32Array(10),
    recipe: { ...spec, backend: engine.name, bestStep: fitted.bestStep } as JsonObject,
    weights,
  };
  const calibrated = { ...model, qualityErrorByState: qualityErrors(model, data) };
  return { model: calibrated, auxiliary, curve: fitted.curve, bestStep: fitted.bestStep };
}

/** Shares of steps in which senses are hidden: both, only thermal, only spectral (chosen). A teacher then answers without them too. */
const HIDE_BOTH = 0.2;
const HIDE_ONE = 0.25;

/** Masks [N, 1] of thermal and spectral, drawn per item and step. */
function modalityMasks(senses: readonly Sense[], seed: number, step: number, count: number) {
  const key = drawKey(seed, 0, 'training', 'modality dropout');
  const thermal = new Float32Array(count).fill(1);
  const spectral = new Float32Array(count).fill(1);
  for (let i = 0; i < count; i++) {
    const u = uniformAt(key, step, i);
    if (u < HIDE_BOTH + HIDE_ONE) thermal[i] = 0;
    if (u < HIDE_BOTH || (u >= HIDE_BOTH + HIDE_ONE && u < HIDE_BOTH + 2 * HIDE_ONE)) spectral[i] = 0;
  }
  const mask = (sense: Sense, values: Float32Array) =>
    senses.length > 1 && senses.includes(sense) ? tf.tensor2d(values, [count, 1]) : null;
  return { visual: null, thermal: mask('thermal', thermal), spectral: mask('spectral', spectral) };
}

/** Dropout mask [N, 512] of 0 and 1 / keep, drawn per step (the layer's own seed would repeat one mask for ever). */
function dropoutMask(seed: number, step: number, count: number): tf.Tensor2D {
  const key = drawKey(seed, 0, 'training', 'dropout');
  const values = new Float32Array(count * FUSION_WIDTH);
  for (let i = 0; i < values.length; i++)
    values[i] = uniformAt(key, step, i) < DROPOUT ? 0 : 1 / (1 - DROPOUT);
  return tf.tensor2d(values, [count, FUSION_WIDTH]);
}
