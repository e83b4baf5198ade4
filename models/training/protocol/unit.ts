import { CAMERA } from '../../nets/inputs.ts';
import { ALL_HEADS } from '../../nets/model.ts';
import { DEEP_CHANNELS } from '../../nets/widths.ts';
import { armOf, ENSEMBLE_SEED_STEP, teacherOf, teachersIn } from '../arms.ts';
import { type Recipe, TRAINING } from '../recipe.ts';
import type { Protocol, Unit } from './types.ts';

/** The recipe of one training of a protocol. */
export function recipeOf(unit: Unit, { training }: Pick<Protocol, 'training'>): Recipe {
  const arm = armOf(unit.arm);
  const common = {
    ...TRAINING,
    name: unit.arm,
    seed: unit.seed,
    batch: training.batch,
    learningRate: unit.learningRate,
    validateEvery: training.validateEvery,
    // More validations than there can be: the steps, or the plateau, say when a training ends.
    patience: training.teacherSteps + training.studentSteps,
    labelledPerMaterial: unit.labelledPerMaterial,
    ...(unit.draw === 1 ? {} : { labelDraw: unit.draw }),
    ...(training.plateau === undefined ? {} : { plateau: training.plateau }),
  };
  if (arm.kind === 'ceiling') {
    const own = { steps: arm.steps, senses: [CAMERA], heads: ALL_HEADS, labelledPerMaterial: null };
    return { ...common, kind: 'teacher', ...own };
  }
  if (arm.kind === 'thermal') return { ...common, kind: 'thermal', steps: training.studentSteps, heads: [] };
  if (arm.kind === 'teacher')
    return { ...common, kind: 'teacher', steps: training.teacherSteps, senses: arm.senses };
  const { heads, labels, smoothing, terms, lesson } = arm;
  const told = { heads, labels, smoothing, terms, lesson, temperature: unit.temperature };
  const deep = arm.deep ? { channels: DEEP_CHANNELS } : {};
  return { ...common, kind: 'student', steps: training.studentSteps, ...told, ...deep };
}

/** The unit of a teacher that a student's unit listens to; `member` counts an ensemble. Null without a teacher. */
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

/** The units of all teachers of a unit, in order. */
export function teachersOf(unit: Unit): Unit[] {
  const members = teachersIn(armOf(unit.arm));
  return Array.from({ length: members }, (_, member) => teacherUnit(unit, member) ?? []).flat();
}
