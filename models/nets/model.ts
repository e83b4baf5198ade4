import type { Sense } from '../../sim/record/frames.ts';
import type { JsonObject } from '../../sim/record/json.ts';
import type { SenseInputs } from './inputs.ts';
import type { Weights } from './weights.ts';

/** What a network may be asked: material, degradation state, remaining value. */
export type Head = 'material' | 'state' | 'quality';

export const ALL_HEADS: readonly Head[] = ['material', 'state', 'quality'];

/** Mean and sd that the values of one sense are standardised by: of each frame of a film above its border, of each value of a vector. */
export interface Moments {
  readonly mean: Float32Array;
  readonly sd: Float32Array;
}

/** How streams become network inputs; measured on the training pool, stored with the model. */
export interface Normaliser {
  /** By sense; a picture has none, its zero point and scale are fixed. */
  readonly senses: Readonly<Record<Sense, Moments>>;
  /** Mean and sd of quality over the labelled items. */
  readonly qualityMean: number;
  readonly qualitySd: number;
}

/** A trained network as plain arrays: what is saved, exported and classified with. */
export interface Model {
  readonly kind: 'teacher' | 'student' | 'thermal';
  /** What made it: `teacher`, `labels-only`, `distilled` ... */
  readonly name: string;
  /** Sorted material ids: the order of the material head. */
  readonly labels: readonly string[];
  readonly senses: readonly Sense[];
  /** Channels of a student's convolutions where they are not the two of the source. */
  readonly channels?: readonly number[] | undefined;
  readonly heads: readonly Head[];
  /** What it takes of each of its senses. */
  readonly inputs: SenseInputs;
  readonly normaliser: Normaliser;
  /** [10] validation root mean square error of quality, by predicted state. */
  readonly qualityErrorByState: Float32Array;
  /** Settings, seed and data hash that made it, for the model card. */
  readonly recipe: JsonObject;
  readonly weights: Weights;
}
