/** Material Circularity Indicator of a region, 0..1. */
export interface RegionCircularity {
    /** One linear flow index over the sums of all products, never an average of indices. */
    readonly overall: number;
    /** By material of the products; a material that was never put into use is left out. */
    readonly byMaterial: Readonly<Record<string, number>>;
}
export {};
