import type { Estimates } from './quantities.js';
import type { Point } from './study.js';
/** One way to play the days, over the days that count. */
export interface PointEstimate {
    readonly name: string;
    /** The value of each factor of a plan, by name; empty otherwise. */
    readonly levels: Point['levels'];
    readonly perception: string;
    readonly maintenance: string;
    readonly estimates: Estimates;
}
/** One way minus another on the same days (common random numbers). */
export interface Difference {
    readonly better: string;
    readonly than: string;
    /** How many times wider its interval, of what the answer is about, would be on days of their own; null if it does not vary. */
    readonly narrowedBy: number | null;
    readonly estimates: Estimates;
    /** What it was on each day that counts, of what the answer is about; the mean over the trainings where there are several. */
    readonly byDay: readonly number[];
}
export {};
