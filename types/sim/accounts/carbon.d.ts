/** kgCO2e per kg of accepted mass, with what makes two factors addable: the same boundary. */
export interface CarbonFactor {
    readonly kgCo2ePerKg: number;
    readonly boundary: string;
    readonly version: string;
    readonly year: number;
}
export {};
