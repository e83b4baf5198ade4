import type { Sense } from '../../sim/record/frames.js';
import type { Sensors } from '../../sim/senses/registry.js';
export type Split = "labelled" | "unlabelled" | "validation" | "calibration" | "test";
/** What to make; equal specs give equal data sets. */
export interface DatasetSpec {
    /** Material ids in any order; the labels are these, sorted. */
    readonly materials: readonly string[];
    /** Items per material in each part. */
    readonly perMaterial: Readonly<Record<Split, number>>;
    /** Side of the images that the networks take; the camera renders a multiple of it and is averaged down. */
    readonly imagePx: 32 | 64;
    readonly seed: number;
    /** Counts looks at a test set: each new value draws new test items (0..11). */
    readonly testDraw: number;
    /** How far substances show in their looks, 0..1; absent = 1. */
    readonly lookCoupling?: number;
    /** State of the sensors that the items are rendered with; default: the standard senses, new and clean. */
    readonly sensors?: Sensors;
    /** Senses that have streams; default: all that the sensors have. */
    readonly senses?: readonly Sense[];
}
export {};
