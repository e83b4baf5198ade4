/** A mean over nested draws, and what it says of worlds that were not drawn. */
export interface NestedInterval {
    readonly mean: number;
    readonly worlds: number;
    /** The mean of each world. */
    readonly byWorld: readonly number[];
    readonly values: number;
    /** Standard error of the mean, with what worlds, draws and trainings add to it. */
    readonly se: number;
    /** Degrees of freedom by Satterthwaite. */
    readonly df: number;
    /** Infinity for one value, which says nothing of its spread. */
    readonly halfWidth: number;
    readonly lo: number;
    readonly hi: number;
    readonly confidence: number;
    /** Where the mean of one more world, measured by as many draws and trainings, would lie with this confidence. */
    readonly nextLo: number;
    readonly nextHi: number;
    /** Standard deviations of the three levels; what comes out below 0 counts as 0. */
    readonly sd: {
        readonly world: number;
        readonly draw: number;
        readonly training: number;
    };
    /** The least true difference from 0 that would be seen in 80 of 100 such experiments. */
    readonly detectable: number;
}
export {};
