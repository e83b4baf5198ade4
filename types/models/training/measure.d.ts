/** One test of a trained network, as plain numbers. */
export interface Measured {
    readonly items: number;
    /** Accuracies, F1 and calibration of naming; null, as the errors below, where the network has no such head. */
    readonly material: number | null;
    readonly class: number | null;
    readonly family: number | null;
    /** Material accuracy on materials without look-alikes; null when all have some. */
    readonly separable: number | null;
    readonly macroF1: number | null;
    readonly ece: number | null;
    readonly stateMae: number | null;
    readonly qualityMae: number | null;
    /** Share of items on which the teacher says the same, and mean KL(teacher || network); null without a teacher. */
    readonly agreement: number | null;
    readonly meanKl: number | null;
}
export {};
