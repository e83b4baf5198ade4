/** How well a thermal picture is guessed from RGB, on item pixels, in units of the variance around their mean. */
export interface HintFit {
    /** 1 - residual / variance. */
    readonly r2: number;
    /** The same for the guess that knows the item's outline and gives every pixel the training mean. */
    readonly baselineR2: number;
    readonly rmseK: number;
}
export {};
