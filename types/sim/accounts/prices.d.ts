export interface PriceTier {
    readonly minPurity: number;
    readonly priceEurPerKg: number;
}
export {};
