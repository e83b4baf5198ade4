import type { Sense } from '../../sim/record/frames.ts';
import { LOSSES, type TermName } from '../losses/all.ts';
import { ALL_HEADS, type Head } from '../nets/model.ts';
import { METHODS, type TermWeights } from './methods.ts';

/**
 * Who teaches a student. `within` and `across` are the multi-sensor teacher shown the thermal picture and spectrum of
 * another item, of the same material or of any: controls that ask whether the pairing of sensors matters.
 */
export type Lesson = 'none' | 'multi' | 'visual' | 'within' | 'across' | 'ensemble' | Masked;

/** The multi-sensor teacher with one of its senses hidden: which of them is it that the student learns from? */
type Masked = 'without-thermal' | 'without-spectral';

/** One arm of the protocol: what is trained, and how it differs from the others. */
export type Arm = TeacherArm | StudentArm | CeilingArm | ThermalArm;

export interface TeacherArm {
  readonly kind: 'teacher';
  readonly senses: readonly Sense[];
}

/**
 * How far a camera gets at least: the visual part of the teacher on as many items as a unit names, all with labels, drawn
 * beside the pool. Its accuracy is a lower bound of the visual ceiling.
 */
export interface CeilingArm {
  readonly kind: 'ceiling';
  readonly steps: number;
}

/** A network that is trained for nothing but the thermal picture, from colour; with as many pairs a material as others have labels. */
export interface ThermalArm {
  readonly kind: 'thermal';
}

export interface StudentArm {
  readonly kind: 'student';
  readonly lesson: Lesson;
  readonly terms: TermWeights;
  readonly labels: 'few' | 'all';
  readonly smoothing: number;
  readonly heads: readonly Head[];
  /** Of soft terms, where the method has one of its own; null = that of the protocol. Nothing else looks at it. */
  readonly temperature: number | null;
  /** A deeper network that takes pictures of 64 px, whatever its teacher takes. */
  readonly deep: boolean;
}

const PLAIN: StudentArm = {
  kind: 'student',
  lesson: 'none',
  terms: { hard: 1 },
  labels: 'few',
  smoothing: 0,
  heads: ALL_HEADS,
  temperature: 1,
  deep: false,
};

const TAUGHT: StudentArm = { ...PLAIN, lesson: 'multi', terms: METHODS.soft, temperature: null };

/** All arms by name. The first ten are the protocol's; the others are run once and called exploratory. */
export const ARMS = {
  'labels-only': PLAIN,
  'label-smoothing': { ...PLAIN, smoothing: 0.1 },
  'visual-teacher': { ...TAUGHT, lesson: 'visual' },
  'multi-sensor-teacher': TAUGHT,
  'permuted-within': { ...TAUGHT, lesson: 'within' },
  'permuted-across': { ...TAUGHT, lesson: 'across' },
  hybrid: { ...TAUGHT, terms: METHODS.hybrid },
  'pseudo-labels': { ...TAUGHT, terms: METHODS.pseudo, temperature: 1 },
  'thermal-hint': { ...PLAIN, terms: METHODS.hint },
  oracle: { ...PLAIN, labels: 'all' },

  teacher: { kind: 'teacher', senses: ['visual', 'thermal', 'spectral'] },
  'teacher-visual': { kind: 'teacher', senses: ['visual'] },
  'visual-ceiling': { kind: 'ceiling', steps: 5000 },

  'deep-labels-only': { ...PLAIN, deep: true },
  'deep-distilled': { ...TAUGHT, deep: true },
  'deep-oracle': { ...PLAIN, labels: 'all', deep: true },
  'without-thermal': { ...TAUGHT, lesson: 'without-thermal' },
  'without-spectral': { ...TAUGHT, lesson: 'without-spectral' },
  'thermal-alone': { kind: 'thermal' },

  feature: { ...TAUGHT, terms: METHODS.feature, temperature: 1 },
  relational: { ...TAUGHT, terms: METHODS.relational, temperature: 1 },
  attention: { ...TAUGHT, terms: METHODS.attention, temperature: 1 },
  'visual-attention': { ...TAUGHT, terms: METHODS['visual-attention'], temperature: 1 },
  standardised: { ...TAUGHT, terms: METHODS.standardised, temperature: 2 },
  dist: { ...TAUGHT, terms: METHODS.dist, temperature: 1 },
  decoupled: { ...TAUGHT, terms: METHODS.decoupled, temperature: 1 },
  'hint-and-soft': {
    ...TAUGHT,
    terms: { ...METHODS.soft, hint: { share: 0.2 } },
  },
  'teacher-ensemble-3': { ...TAUGHT, lesson: 'ensemble' },
  'single-task-material': { ...TAUGHT, heads: ['material'] },
  'single-task-state': { ...TAUGHT, heads: ['state'] },
  'single-task-quality': { ...TAUGHT, heads: ['quality'] },
  // The source text's own recipe: no degradation head, T 3, weights 1 (added hard labels), .7, .2, .1.
  paper: {
    ...TAUGHT,
    heads: ['material', 'quality'],
    terms: { hard: 1, soft: 0.7, feature: 0.2, relational: 0.1 },
    temperature: 3,
  },
} as const satisfies Record<string, Arm>;

export type ArmName = keyof typeof ARMS;

export const ARM_NAMES = Object.keys(ARMS) as ArmName[];

/** Side of the pictures that a deeper student takes. */
export const DEEP_PX = 64;

/** The arm behind a name, typed as what it is. */
export function armOf(name: ArmName): Arm {
  return ARMS[name];
}

/** The teacher arm that an arm of students listens to, or null. */
export function teacherOf(arm: Arm): 'teacher' | 'teacher-visual' | null {
  if (arm.kind !== 'student' || arm.lesson === 'none') return null;
  return arm.lesson === 'visual' ? 'teacher-visual' : 'teacher';
}

/** Seeds of an ensemble's further members lie beyond those of any arm. */
export const ENSEMBLE_SEED_STEP = 1000;
const ENSEMBLE_SIZE = 3;

/** How many teachers an arm listens to. */
export function teachersIn(arm: Arm): number {
  if (arm.kind !== 'student' || arm.lesson === 'none') return 0;
  return arm.lesson === 'ensemble' ? ENSEMBLE_SIZE : 1;
}

/** True when a loss asks for the thermal picture that a student is to guess. */
export function asksForHint(terms: TermWeights = {}): boolean {
  return Object.keys(terms).some((name) => LOSSES[name as TermName].needs === 'hint');
}
