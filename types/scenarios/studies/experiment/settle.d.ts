import type { QuantityName } from '../../schema/day/compare.js';
/** A difference whose interval includes 0, and what would settle it. */
export interface Unsettled {
    /** What is open: `distilled minus labels-only`. */
    readonly name: string;
    readonly quantity: QuantityName;
    /** Days more that would settle it if the difference is as seen; null = no number of days can be told. */
    readonly moreDays: number | null;
    /** The same in words. */
    readonly text: string;
}
export {};
