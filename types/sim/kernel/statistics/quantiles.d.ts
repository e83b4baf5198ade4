/**
 * Quantiles without keeping the data: counts in buckets whose bounds grow by a constant factor, so that every quantile is
 * within `relativeError` of an observation of that rank (DDSketch: Masson, Rim, Lee, VLDB 2019). Memory: one counter for each
 * bucket in use, about 350 for six decades at 1 %. Two sketches merge by adding counters.
 */
export declare class Quantiles {
    readonly relativeError: number;
    count: number;
    private readonly logGamma;
    private zeros;
    private readonly positive;
    private readonly negative;
    /** `relativeError` in (0, 0.5), default 0.01. Values below 1e-9 in size count as 0. */
    constructor(relativeError?: number);
    add(value: number): void;
    /** The value of rank ceil(p * count) (at least 1), p in [0, 1]; NaN without observations. */
    quantile(p: number): number;
    /** Adds the observations of another sketch of the same error. */
    merge(other: Quantiles): void;
    /** Forgets everything: the end of a warm-up. */
    reset(): void;
    /** (value, count) of the buckets in use, smallest value first. */
    private ascending;
    /** The point of a bucket from which both bounds are equally far, relatively. */
    private middle;
}
export {};
