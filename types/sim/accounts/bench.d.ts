import type { Grade } from '../record/item-state.js';
/** What becomes of a piece of some kinds in a grade: it is prepared, tested and sold, and may come back. EUR without VAT. */
export interface PieceTerms {
    /** Material ids, classes or families; left out = all that the output accepts. */
    readonly accepts?: readonly string[] | undefined;
    readonly grade: Grade;
    /** What a piece is sold for. */
    readonly eurPerPiece: number;
    /** Hands-on time: check, clean, repair. */
    readonly minutes: number;
    readonly partsEur: number;
    /** Share of pieces that pass the test after it; the others are scrap, and what was spent stays spent. */
    readonly passShare: number;
    /** Share of pieces sold that fail and come back: the price is paid back, and they are scrap. */
    readonly returnShare: number;
    /** What one that comes back costs beside its price. */
    readonly returnEur: number;
    /** Making a new one, per kilogram (negative = avoided), in the boundary of the output's factor. */
    readonly newKgCo2ePerKg: number;
}
/** Where pieces are worked on one by one before they are sold. */
export interface BenchSpec {
    /** Cost of an hour at the bench. */
    readonly eurPerHour: number;
    /** Time in which a piece that does not belong there is found out, or is not. */
    readonly checkMinutes: number;
    /** Share of those that is not found out but sold, and what each costs beside its price, which is paid back when it comes back. */
    readonly missedShare: number;
    readonly missedEur: number;
    /** What a kilogram of pieces that failed brings; negative = a fee. */
    readonly scrapEurPerKg: number;
    /** Share of pieces sold that are bought in place of a new one. */
    readonly replacementShare: number;
    /** Share of the mass there that must be right, as far as those who put it there can know; left out = whatever pays. */
    readonly minPurity?: number | undefined;
    readonly pieces: readonly PieceTerms[];
}
/** What a piece brings on average by label and best next use ([K x 6], a row a label): EUR, and EUR for each of its kilograms. */
export interface PieceView {
    readonly eur: Float64Array;
    readonly eurPerKg: Float64Array;
    /** Share of the mass there that must be right; 0 = whatever pays. */
    readonly minPurity: number;
}
export {};
