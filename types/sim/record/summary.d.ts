/** Share of correct first beliefs, on three levels of the label tree. NaN never: 0 when nothing was seen. */
export interface Accuracy {
    readonly material: number;
    readonly class: number;
    readonly family: number;
}
/** One output of the site at the end of a run. Shares are mass-weighted, 0..1. */
export interface OutputSummary {
    readonly id: string;
    readonly count: number;
    readonly massKg: number;
    /** Accepted mass / mass in the bin. */
    readonly purity: number;
    /** Accepted mass in the bin / mass of all arrivals that the output accepts. */
    readonly recovery: number;
    readonly priceEurPerKg: number;
    readonly valueEur: number;
    readonly co2eKg: number;
}
/** Relative residuals of the three conservation laws; each must stay below 1e-9. */
export interface Balance {
    readonly mass: number;
    readonly energy: number;
    readonly money: number;
}
/** What went to one next use. */
export interface UseSummary {
    readonly use: string;
    /** Pieces, and of them by true grade in the order of `NextUseSummary.grades`. */
    readonly pieces: number;
    readonly byGrade: readonly number[];
    readonly massKg: number;
    /** Mass of what belongs there / mass of all; 0 where nothing lies. */
    readonly purity: number;
    readonly eur: number;
    readonly co2eKg: number;
}
/** Where outputs go by best next uses: what was taken for what, what became of it, and what it brought. */
export interface NextUseSummary {
    readonly grades: readonly string[];
    /** First beliefs: pieces by true grade (row) and believed grade. */
    readonly believed: readonly (readonly number[])[];
    /** Share of first beliefs that named the true grade. */
    readonly gradeAccuracy: number;
    readonly uses: readonly UseSummary[];
    /** Mass of what can be used again / mass of all that was put to use again; 0 where nothing was. */
    readonly shelfPurity: number;
    /** kgCO2e of reuse and repair (negative = avoided), and what recycling the same mass would have come to. */
    readonly reusedCo2eKg: number;
    readonly ifRecycledCo2eKg: number;
}
export {};
