/** Widths that the networks are built with. They stand apart from the tensors, so that a cost is counted without loading these. */

/** Channels of the student's two convolutions and width of its features (stride 1; all as in the source, see README). */
export const STUDENT_CHANNELS = [32, 64] as const;
export const STUDENT_FEATURES = 256;

/** Width of the fusion of the teacher's branches (as in the source, see README); the branches' own widths stand with the senses. */
export const FUSION_WIDTH = 512;

/** Width of what a teacher's heads of condition know of plain statistics beside the fusion (choice). */
export const CONDITION_WIDTH = 64;
/** Statistics of a picture or film: eight of each channel (four in the frame, four in its middle), six of its texture (three lags, two ways). */
export const statisticsOf = (channels: number): number => 8 * channels + 6;

/** Number of degradation states. */
export const STATES = 10;
