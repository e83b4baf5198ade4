import type { Tally } from './tally.js';
/**
 * Batch means: the output of one long run cut into batches, whose means are nearly independent if the batches are long enough
 * (look at `lag1`), so that one run gives a confidence interval.
 */
export declare class BatchMeans {
    readonly batchSize: number;
    /** Tally of the means of full batches. */
    readonly batches: Tally;
    private readonly means;
    private sum;
    private inBatch;
    constructor(batchSize: number);
    add(value: number): void;
    /** Mean of the full batches. */
    get mean(): number;
    /** Half-width of the interval, given the t quantile for `batches.count - 1` degrees of freedom. */
    halfWidth(tQuantile: number): number;
    /** Correlation of neighbouring batch means; near 0 if the batches are long enough. */
    get lag1(): number;
    /** Forgets everything: the end of a warm-up. */
    reset(): void;
}
export {};
