/** What a classifier believes of one item. What the look cost is said by the look: robots share beliefs, not boards. */
export interface Belief {
    readonly modelId: string;
    /** [K] probabilities over the classifier's own sorted list of material ids. */
    readonly material: Float32Array;
    /** [10] probabilities over degradation states 0..9. */
    readonly state: Float32Array;
    /** Remaining value 0..1; sd = validation error calibrated by predicted state. */
    readonly quality: {
        readonly mean: number;
        readonly sd: number;
    };
    /** [6] probabilities over best next uses, from who knows them; absent = they follow from material, state and quality. */
    readonly grade?: Float32Array;
}
export {};
