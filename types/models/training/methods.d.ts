import type { TermName } from '../losses/all.js';
/**
 * Weight of a term: a number, or the share of the hard term's gradient (on the student's maps, first batch) that it
 * shall start with. Published weights cannot be taken over: each paper averages its term in its own way, so that RepDistiller's
 * script uses 0.8 for CRD and 3000 for similarity preserving.
 */
export type TermWeight = number | {
    readonly share: number;
};
/** Terms of a loss with their weights. */
export type TermWeights = Readonly<Partial<Record<TermName, TermWeight>>>;
export {};
