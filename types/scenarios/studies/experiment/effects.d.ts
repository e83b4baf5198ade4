/**
 * One effect as weights over the points: their sum with what the points did on a day is the effect on that day. All points meet
 * the same days, so the spread of it over the days is that of a paired comparison.
 */
export interface Contrast {
    readonly kind: 'mean' | 'main' | 'interaction';
    readonly name: string;
    /** Names of its factors. */
    readonly factors: readonly string[];
    /** Other effects that the points cannot tell from it. */
    readonly aliases: readonly string[];
    readonly weights: readonly number[];
    /** For a line through a range: where each point lies in it, from the mean of the points; null for levels. */
    readonly shares: readonly number[] | null;
}
export {};
