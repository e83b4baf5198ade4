/** A person at the belt. */
export interface Picker {
    /** Attempts an hour at the belt. */
    readonly picksPerHour: number;
    /** Share of attempts that leave the thing on the belt. */
    readonly missShare: number;
    /** Share of things taken for another material. */
    readonly wrongShare: number;
    /** Cost of an hour at the belt, breaks and absence included. */
    readonly eurPerHour: number;
}
export {};
