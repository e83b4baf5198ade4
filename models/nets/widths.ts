/** Widths that the networks are built with. They stand apart from the tensors, so that a cost is counted without loading these. */

/** Channels of the student's two convolutions and width of its features (stride 1; all as in the source, see README). */
export const STUDENT_CHANNELS = [32, 64] as const;
export const STUDENT_FEATURES = 256;

/**
 * Channels of a deeper student's convolutions, all of stride 2: the last of them looks at half of a picture of 64 px, where the small
 * student sees 7 x 7 pixels (choice: its int8 weights and activations fit every microcontroller of `models/device`).
 */
export const DEEP_CHANNELS = [32, 64, 96, 128] as const;

/** Width of the fusion of the teacher's branches (as in the source, see README); the branches' own widths stand with the senses. */
export const FUSION_WIDTH = 512;

/** Number of degradation states. */
export const STATES = 10;
