/** Widths that the networks are built with. They stand apart from the tensors, so that a cost is counted without loading these. */

/** Channels of the student's two convolutions and width of its features (issue on distillation; stride 1 as in the source). */
export const STUDENT_CHANNELS = [32, 64] as const;
export const STUDENT_FEATURES = 256;

/** Width of the fusion of the teacher's branches (issue on distillation); the branches' own widths stand with the senses. */
export const FUSION_WIDTH = 512;

/** Number of degradation states. */
export const STATES = 10;
