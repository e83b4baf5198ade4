/** Mean and variance of observations, one pass (Welford 1962), with extremes; O(1) memory. */
export declare class Tally {
    count: number;
    private average;
    private squares;
    private least;
    private greatest;
    add(value: number): void;
    /** NaN without observations. */
    get mean(): number;
    get sum(): number;
    /** Unbiased; NaN below two observations. */
    get variance(): number;
    get sd(): number;
    /** Infinity without observations. */
    get min(): number;
    /** -Infinity without observations. */
    get max(): number;
    /** Forgets everything: the end of a warm-up. */
    reset(): void;
}
export {};
