import type { Verdict } from './expectations.js';
/** One rule of an expectation. */
export interface Rule<Name extends string = string> {
    readonly says: string;
    readonly written: string;
    readonly notBlind?: string | undefined;
    readonly of?: string | undefined;
    readonly minus?: string | undefined;
    readonly order?: readonly string[] | undefined;
    readonly quantity?: Name | undefined;
    readonly atLeast?: number | undefined;
    readonly atMost?: number | undefined;
}
/** What became of a rule. */
export interface JudgedRule extends Pick<Rule, 'says' | 'written'> {
    readonly verdict: Verdict;
    /** What was known when it was written; null for a prediction. */
    readonly notBlind: string | null;
    /** The figures that it was held against, in words; empty where one of its ways was not played. */
    readonly figure: string;
}
export {};
