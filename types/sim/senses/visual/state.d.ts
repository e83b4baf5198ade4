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
    /** Reflectance of the belt or board, its red and blue against its green, and the spread of all three between looks, relative. */
    readonly beltReflectance: number;
    readonly beltRed: number;
    readonly beltBlue: number;
    readonly beltSpread: number;
    /** Weave and stains of the belt, 1 = fabric, 0 = smooth board. */
    readonly beltTexture: number;
    /** Share 0..1 of things that stand, lean or show an end; slant of the camera, drawn between 0 and this, degrees. */
    readonly uprightShare: number;
    readonly tiltDeg: number;
    /** Distance from lens to thing, m; share of the frame that a thing fills, its mean, or 0 for fields of view in steps. */
    readonly distanceM: number;
    readonly fill: number;
    /** 0 = two lamp bars over a belt, above it = lamps and windows of a room, drawn for each look, and how freely. */
    readonly lampSpread: number;
    /** Share of the light that comes from all sides; change of the light across the frame, most. */
    readonly ambientShare: number;
    readonly lightGradient: number;
    /** Samples along the side of a pixel of the finished frame: 2 = seen twice as fine and averaged, as a reduced photograph is. */
    readonly oversampling: number;
    /** Overshoot of sharpening, 0 = none; contrast about middle grey and saturation, 1 = as it is. */
    readonly sharpening: number;
    readonly contrast: number;
    readonly saturation: number;
    /** Quality 1..100 of JPEG that the frame is put through, 0 = none. */
    readonly jpegQuality: number;
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
