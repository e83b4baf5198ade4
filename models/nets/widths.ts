import type { Sense } from '../../sim/record/frames.ts';

/** Widths that the networks are built with. They stand apart from the tensors, so that a cost is counted without loading these. */

/** Channels of the student's two convolutions and width of its features (stride 1; all as in the source, see README). */
export const STUDENT_CHANNELS = [32, 64] as const;
export const STUDENT_FEATURES = 256;

/** Widths of the teacher's branches and of their fusion (as in the source, see README). */
export const BRANCH_WIDTH: Record<Sense, number> = { visual: 512, thermal: 256, spectral: 128 };
export const FUSION_WIDTH = 512;
export const SPECTRAL_HIDDEN = 256;
export const THERMAL_FRAMES = 8;

/** Number of degradation states. */
export const STATES = 10;
