import type { Sense } from '../../sim/record/frames.ts';
import { ALL_HEADS, type Head } from '../nets/model.ts';
import type { Lesson } from './arms.ts';
import type { TermWeights } from './methods.ts';
import type { Plateau } from './schedule.ts';

/** What every training is told. */
export interface Training {
  readonly name: string;
  readonly seed: number;
  /** How many; with a plateau, how many at most. */
  readonly steps: number;
  /** Given, it trains until validation no longer improves. */
  readonly plateau?: Plateau;
  /** Items of a step; 32 is the engine's fast path (two halves of 16 with summed moments). */
  readonly batch: number;
  readonly learningRate: number;
  readonly validateEvery: number;
  readonly patience: number;
  readonly heads: readonly Head[];
  /** `few`: labelled items only; `all`: the oracle, which reads the labels of the whole pool. */
  readonly labels: 'few' | 'all';
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
 * How a network is trained, as plain data: with its items, its teachers and the backend it decides every bit of the weights.
 * Days and protocols write such recipes, `carryOut` follows them.
 */
export type Recipe = TeacherRecipe | StudentRecipe | ThermalRecipe;

/** What a recipe says about labels. */
interface Labelled extends Training {
  /** Items of each material that keep their labels; null = those that the data set calls labelled. */
  readonly labelledPerMaterial: number | null;
  /** Which items of each material these are; default 1, the first. */
  readonly labelDraw?: number;
}

interface TeacherRecipe extends Labelled {
  readonly kind: 'teacher';
  readonly senses: readonly Sense[];
}

/** A network for the thermal picture alone, from colour; `labelledPerMaterial` pairs of pictures are what it sees. */
export interface ThermalRecipe extends Labelled {
  readonly kind: 'thermal';
}

export interface StudentRecipe extends Labelled {
  readonly kind: 'student';
  /** Channels of its convolutions (default: the two of the source). */
  readonly channels?: readonly number[];
  /** The camera, and vectors beside it (default: the camera alone). */
  readonly senses?: readonly Sense[];
  readonly lesson: Lesson;
  /** Share of a label's mass spread over all materials, 0 = none. */
  readonly smoothing: number;
  /** Terms of the loss by weight; default: labels alone. */
  readonly terms?: TermWeights;
  /** Softens teacher and student logits; default 1. */
  readonly temperature?: number;
}
