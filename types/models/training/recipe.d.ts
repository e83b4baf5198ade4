import type { Sense } from '../../sim/record/frames.js';
import type { Head } from '../nets/model.js';
import type { Lesson } from './arms.js';
import type { TermWeights } from './methods.js';
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
/**
 * How a network is trained, as plain data: with its items, its teachers and the backend it decides every bit of the weights.
 * Days and protocols write such recipes, `carryOut` follows them.
 */
export type Recipe = TeacherRecipe | StudentRecipe;
/** What a recipe says about labels. */
interface Labelled extends Training {
    /** Items of each material that keep their labels; null = those that the data set calls labelled. */
    readonly labelledPerMaterial: number | null;
}
interface TeacherRecipe extends Labelled {
    readonly kind: 'teacher';
    readonly senses: readonly Sense[];
}
export interface StudentRecipe extends Labelled {
    readonly kind: 'student';
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
export {};
