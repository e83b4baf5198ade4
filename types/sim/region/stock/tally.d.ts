/** Kilograms of one material that went each way since the first day. */
export interface MaterialFlow {
    /** Put into use as new products. */
    readonly newKg: number;
    /** Of it from recycled feed. */
    readonly recycledKg: number;
    /** Put into use again by workshops. */
    readonly reusedKg: number;
    readonly givenUpKg: number;
    /** Worked on by reprocessors, and what of it became feed. */
    readonly reprocessedKg: number;
    readonly feedKg: number;
}
export {};
