import { buildDataset } from '../data/build-dataset.ts';
import { type Dataset, rowsOf } from '../data/dataset.ts';
import { permutedSensors } from '../data/permute.ts';
import { relabel } from '../data/relabel.ts';
import type { Engine } from '../engine/backend.ts';
import type { Hooks } from '../engine/hooks.ts';
import { type Evaluation, fidelity, score } from '../evaluation/evaluate.ts';
import { predict, type Viewing } from '../evaluation/infer.ts';
import { ALL_HEADS } from '../nets/heads.ts';
import { CAMERA } from '../nets/inputs.ts';
import type { Model } from '../nets/model.ts';
import type { Weights } from '../nets/weights.ts';
import { type Arm, armOf, type Lesson, type StudentArm, teacherOf } from './arms.ts';
import { distilStudent, type Lessons } from './distil.ts';
import { type HintFit, hintFit, hintTargets, meanRiseOf } from './hint.ts';
import type { Protocol, Unit } from './protocol.ts';
import { ensembleTargets, poolRows, type TeacherTargets, teacherTargets } from './targets.ts';
import { TRAINING, type Trained, trainTeacher } from './train.ts';

/** What one unit of the protocol needs from outside. */
export interface UnitContext {
  readonly engine: Engine;
  readonly protocol: Protocol;
  /** The pool with every item labelled; validation and calibration items with it. */
  readonly pool: Dataset;
  /** A trained teacher: from a cache, or trained now (equal either way). */
  readonly teacher: (unit: Unit) => Promise<Model>;
  readonly hooks: Hooks;
}

/** Seeds of an ensemble's further members lie beyond those of any arm. */
const ENSEMBLE_SEED_STEP = 1000;
const ENSEMBLE_SIZE = 3;

/** Trains what a unit names. */
export async function trainUnit(context: UnitContext, unit: Unit): Promise<Trained> {
  const { engine, protocol, hooks } = context;
  const arm = armOf(unit.arm);
  const { training } = protocol;
  const common = {
    ...TRAINING,
    name: unit.arm,
    seed: unit.seed,
    batch: training.batch,
    learningRate: unit.learningRate,
    validateEvery: training.validateEvery,
    // More validations than there can be: all arms take all their steps.
    patience: training.teacherSteps + training.studentSteps,
  };
  if (arm.kind === 'ceiling') {
    const data = await seenByCamera(protocol, unit.labelledPerMaterial, hooks);
    const spec = { ...common, steps: arm.steps, senses: [CAMERA], heads: ALL_HEADS };
    return trainTeacher(engine, data, spec, hooks);
  }
  const data = relabel(context.pool, unit.labelledPerMaterial);
  if (arm.kind === 'teacher') {
    const spec = { ...common, steps: training.teacherSteps, senses: arm.senses, heads: ALL_HEADS };
    return trainTeacher(engine, data, spec, hooks);
  }
  const spec = {
    ...common,
    steps: training.studentSteps,
    heads: arm.heads,
    labels: arm.labels,
    smoothing: arm.smoothing,
    terms: arm.terms,
    temperature: unit.temperature,
  };
  return distilStudent(engine, data, await lessonsOf(context, unit, arm, data), spec, hooks);
}

/** Labelled items of the pool's kind and more of them, as a camera sees them. */
function seenByCamera({ data }: Protocol, labelled: number, hooks: Hooks): Promise<Dataset> {
  const { materials, imagePx, seed, validationPerMaterial } = data;
  const perMaterial = { labelled, unlabelled: 0, validation: validationPerMaterial, calibration: 0, test: 0 };
  const spec = { materials, perMaterial, imagePx, seed, testDraw: 0, senses: [CAMERA] };
  return buildDataset(spec, hooks);
}

/** The unit of a teacher that a student's unit listens to; `member` counts an ensemble. */
export function teacherUnit(unit: Unit, member = 0): Unit | null {
  const arm = teacherOf(armOf(unit.arm));
  if (!arm || unit.teacherLearningRate === null) return null;
  return {
    ...unit,
    stage: 'final',
    arm,
    seed: unit.seed + member * ENSEMBLE_SEED_STEP,
    learningRate: unit.teacherLearningRate,
    temperature: 1,
    teacherLearningRate: null,
  };
}

async function lessonsOf(context: UnitContext, unit: Unit, arm: StudentArm, data: Dataset): Promise<Lessons> {
  const hint = arm.hint ? { hint: hintTargets(data) } : {};
  if (arm.lesson === 'none') return hint;
  const members = arm.lesson === 'ensemble' ? ENSEMBLE_SIZE : 1;
  const taught: TeacherTargets[] = [];
  for (let member = 0; member < members; member++) {
    const teacher = await context.teacher(teacherUnit(unit, member)!);
    taught.push(await teacherTargets(teacher, data, viewingOf(arm.lesson, data, unit.seed), context.hooks));
  }
  return { ...hint, teacher: members > 1 ? ensembleTargets(taught, data.labels.length) : taught[0]! };
}

function viewingOf(lesson: Lesson, data: Dataset, seed: number): Viewing {
  if (lesson !== 'within' && lesson !== 'across') return {};
  return { rowOf: permutedSensors(data, poolRows(data), lesson, seed) };
}

/** One test of a trained network, as plain numbers. */
export interface Measured {
  readonly items: number;
  /** Accuracies, F1 and calibration of naming; null, as the errors below, where the network has no such head. */
  readonly material: number | null;
  readonly class: number | null;
  readonly family: number | null;
  /** Material accuracy on materials without look-alikes; null when all have some. */
  readonly separable: number | null;
  readonly macroF1: number | null;
  readonly ece: number | null;
  readonly stateMae: number | null;
  readonly qualityMae: number | null;
  /** Share of items on which the teacher says the same, and mean KL(teacher || network); null without a teacher. */
  readonly agreement: number | null;
  readonly meanKl: number | null;
}

/** Tests a network on a test set; returns the numbers and the whole evaluation. */
export function measure(
  model: Model,
  test: Dataset,
  teacher: Model | null,
): { numbers: Measured; evaluation: Evaluation } {
  const rows = rowsOf(test, 'test');
  const own = predict(model, test, rows);
  const evaluation = score(own, model, test, rows);
  const known = model.heads.includes('material');
  const close = teacher && known ? fidelity(predict(teacher, test, rows), own, test.labels.length) : null;
  const rounded = (value: number) => (Number.isFinite(value) ? Math.round(value * 1e6) / 1e6 : null);
  return {
    evaluation,
    numbers: {
      items: rows.length,
      material: rounded(evaluation.accuracy.material),
      class: rounded(evaluation.accuracy.class),
      family: rounded(evaluation.accuracy.family),
      separable: rounded(evaluation.separable),
      macroF1: rounded(evaluation.macroF1),
      ece: rounded(evaluation.ece),
      stateMae: rounded(evaluation.stateMae),
      qualityMae: rounded(evaluation.qualityMae),
      agreement: close && rounded(close.agreement),
      meanKl: close && rounded(close.meanKl),
    },
  };
}

/** How well an arm with a hint guesses the thermal pictures of a test set. */
export function measureHint(trained: Trained, pool: Dataset, test: Dataset): HintFit {
  const hint = hintTargets(pool);
  const weights: Weights = { ...trained.model.weights, ...trained.auxiliary };
  const meanRise = meanRiseOf(hint, poolRows(pool));
  return hintFit(weights, test, rowsOf(test, 'test'), hintTargets(test, hint.scaleK), meanRise);
}

/** True when the arm of a unit guesses thermal pictures. */
export function hasHint(unit: Unit): boolean {
  const arm: Arm = armOf(unit.arm);
  return arm.kind === 'student' && arm.hint;
}
