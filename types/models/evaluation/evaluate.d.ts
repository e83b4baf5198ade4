/** Every accuracy is given on three levels: catalogue id, polymer or alloy or fibre, family. */
export interface Levels<T> {
    readonly material: T;
    readonly class: T;
    readonly family: T;
}
/** One bin of a reliability diagram. */
export interface ReliabilityBin {
    readonly confidence: number;
    readonly accuracy: number;
    readonly count: number;
}
export interface Evaluation {
    readonly items: number;
    /** NaN, as all that is about naming, where the model lacks the material head. */
    readonly accuracy: Levels<number>;
    /** Material accuracy on items of materials that no other one of the list looks like; NaN when there are none. */
    readonly separable: number;
    /** [items] 1 where the material was right: what paired comparisons are made of. */
    readonly correct: Uint8Array;
    /** Mean over materials of the F1 score. */
    readonly macroF1: number;
    /** Expected calibration error over 15 bins of confidence (Guo 2017). */
    readonly ece: number;
    readonly reliability: readonly ReliabilityBin[];
    /** Mean absolute errors: states, and remaining value. NaN where the model lacks the head. */
    readonly stateMae: number;
    readonly qualityMae: number;
    /** [K, K] counts, true material by row. */
    readonly confusion: Uint32Array;
    /** Families in the order of `familyConfusion` [F, F]. */
    readonly families: readonly string[];
    readonly familyConfusion: Uint32Array;
}
export {};
