import type { CrossedParts } from './parts.js';
/** A mean with its two-sided Student t interval. */
export interface Interval {
    readonly mean: number;
    /** Sample standard deviation (n - 1 in the denominator); 0 for one value. */
    readonly sd: number;
    readonly n: number;
    /** Infinity when n < 2: one value says nothing of its spread. */
    readonly halfWidth: number;
    readonly lo: number;
    readonly hi: number;
    readonly confidence: number;
    /** Of a mean over several trainings: what its variance is made of; absent where it covers days alone. */
    readonly crossed?: CrossedParts;
    /** Of a line through points: share of the variance that is their scatter about it, 0..1; absent where the interval covers days alone. */
    readonly scatterShare?: number;
}
export {};
