/** A step of what a buyer pays: the price from a purity on, and where it comes from a table, the grade and the share of its price. */
export interface PriceTier {
    readonly minPurity: number;
    readonly priceEurPerKg: number;
    readonly grade?: string | undefined;
    readonly share?: number | undefined;
}
export {};
