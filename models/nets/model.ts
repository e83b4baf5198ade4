import type { Sense } from '../../sim/record/frames.ts';
import type { JsonObject } from '../../sim/record/json.ts';
import type { Head } from './heads.ts';
import type { Weights } from './weights.ts';

/** How streams become network inputs; measured on the training pool, stored with the model. */
export interface Normaliser {
  /** [8] kelvin above the belt: mean and sd of each thermal frame. */
  readonly thermalMeanK: Float32Array;
  readonly thermalSdK: Float32Array;
  /** [bands] mean and sd of reflectance. */
  readonly spectrumMean: Float32Array;
  readonly spectrumSd: Float32Array;
  /** Mean and sd of quality over the labelled items. */
  readonly qualityMean: number;
  readonly qualitySd: number;
}

/** A trained network as plain arrays: what is saved, exported and classified with. */
export interface Model {
  readonly kind: 'teacher' | 'student';
  /** What made it: `teacher`, `labels-only`, `distilled` ... */
  readonly name: string;
  /** Sorted material ids: the order of the material head. */
  readonly labels: readonly string[];
  readonly senses: readonly Sense[];
  readonly heads: readonly Head[];
  readonly imagePx: number;
  readonly bands: number;
  readonly normaliser: Normaliser;
  /** [10] validation root mean square error of quality, by predicted state. */
  readonly qualityErrorByState: Float32Array;
  /** Settings, seed and data hash that made it, for the model card. */
  readonly recipe: JsonObject;
  readonly weights: Weights;
}
