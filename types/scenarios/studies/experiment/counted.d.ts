import type { Replications } from './study.js';
/** How the days came to be as many as they are. */
export interface Stopping extends Required<Replications> {
    /** True when every interval was narrow enough; false: the upper bound came first, or not all days are played yet. */
    readonly reached: boolean;
}
export {};
