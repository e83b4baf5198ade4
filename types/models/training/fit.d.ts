/** One point of a learning curve. */
export interface TrainPoint {
    readonly step: number;
    readonly terms: Readonly<Record<string, number>>;
    readonly validationAccuracy: number;
}
export {};
