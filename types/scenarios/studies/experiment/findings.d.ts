import type { Design } from './design.js';
import type { Contrast } from './effects.js';
import type { Estimates } from './quantities.js';
/** What one factor, or two together, change: an interval of every quantity over the days. */
export interface Effect extends Pick<Contrast, 'kind' | 'name' | 'factors' | 'aliases'> {
    /** Whose: a way of seeing (`perfect`), or a pair of them on the same days (`distilled minus labels-only`). */
    readonly of: string;
    /** How many times wider its interval, of what the answer is about, would be on days of their own; null if it does not vary. */
    readonly narrowedBy: number | null;
    readonly estimates: Estimates;
    /** What it was on each day that counts, of what the answer is about. */
    readonly byDay: readonly number[];
    /** For a line through ranges: standard deviations of the quantity over the points for one of the factor; else null. */
    readonly standardised: Estimates | null;
}
/** What a plan found beside its points. */
export interface PlanFindings {
    readonly design: Design;
    readonly effects: readonly Effect[];
    /** For a line through ranges: share of the spread over the points that it explains, mean over the days; else null. */
    readonly explained: number | null;
}
export {};
