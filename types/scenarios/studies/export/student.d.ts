import type { Measured } from '../../../models/export/card.js';
/** What int8 costs a student, on items that neither training nor quantisation saw. */
export interface Int8Cost extends Measured {
    /** Items that the ranges of int8 were measured on. */
    readonly calibrationItems: number;
    /** Share of items on which both forms name the same material. */
    readonly agreement: number;
    /** Largest difference of the probability that both give one material of one item. */
    readonly largestDifference: number;
}
export {};
