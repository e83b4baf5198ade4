/** A figure with its 95 % limits. */
export interface Limits {
    readonly mean: number;
    readonly lo: number;
    readonly hi: number;
}
/** What was measured of a student on items that neither training nor quantisation saw. */
export interface Measured {
    readonly testItems: number;
    /** Float and int8 material accuracy on the same test items, and the paired difference in points, with 95 % limits. */
    readonly floatAccuracy: Limits;
    readonly int8Accuracy: Limits;
    readonly lossPoints: Limits;
    readonly stateMae: number;
    readonly qualityMae: number;
    readonly ece: number;
}
export {};
