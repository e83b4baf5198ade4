/** How well thermal pictures are guessed from colour on item pixels: 1 - residual / variance, of the network and of what is known without one. */
export interface ThermalFit {
    readonly items: number;
    readonly r2: number;
    readonly rmseK: number;
    /** Whoever knows the outline, and of all items the mean. */
    readonly outline: number;
    /** Whoever knows the look of an item and the mean rise of such items. */
    readonly look: number;
    /** And how bright each pixel is: a straight line for each look. */
    readonly lookAndBrightness: number;
    /** Whoever knows the material, which a camera does not, and its mean rise. */
    readonly material: number;
}
export {};
