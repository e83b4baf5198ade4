/** What the variance of a mean over trainings and days is made of. */
export interface CrossedParts {
    readonly trainings: number;
    /** Degrees of freedom by Satterthwaite. */
    readonly df: number;
    /** Standard deviations: from training to training, from day to day, and of what a day does to one training alone. */
    readonly sd: {
        readonly training: number;
        readonly day: number;
        readonly rest: number;
    };
    /** Share of the variance of the mean that more trainings would lessen and more days would not, 0..1. */
    readonly trainingShare: number;
}
export {};
