/** State of a colour camera over the belt. Sensor figures are typical of industrial cameras, from memory, unless marked. */
export interface CameraState {
    /** Side of the square frame, 32..96. */
    readonly sizePx: number;
    /** Correlated colour temperature of the lamps, K. */
    readonly lightTempK: number;
    /** Exposure against nominal, 1 = white at 80 % of the full well. */
    readonly exposure: number;
    /** Spread of exposure between looks, EV; of the red and blue gains, relative. */
    readonly exposureSpreadEv: number;
    readonly whiteBalanceSpread: number;
    /** Brightness lost in the corners, 0..1. */
    readonly vignette: number;
    /** Blur of the optics, sigma in px at 64 px, and belt motion during the exposure, px. */
    readonly blurPx: number;
    readonly motionPx: number;
    readonly fullWellE: number;
    readonly readNoiseE: number;
    /** Fixed pattern: relative gain spread and dark offset in electrons. */
    readonly prnu: number;
    readonly dsnuE: number;
    readonly beltReflectance: number;
    /** Age of the lamps 0..1: at 1 they give 20 % less light, 400 K warmer. */
    readonly lampAge: number;
    /** Share of the lens covered by dust and grease, 0..1. */
    readonly lensDirt: number;
    /** Rows that read zero: a fault. */
    readonly deadRows: readonly number[];
    /** The item is not where the crop thinks it is: a fault, share of the frame. */
    readonly misregistration: number;
    /** Electric energy of one look (lamp strobe, sensor, read-out) and its duration. */
    readonly lookEnergyJ: number;
    readonly lookTimeUs: number;
}
export {};
