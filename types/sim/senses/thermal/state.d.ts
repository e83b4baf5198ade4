/**
 * State of an active thermograph: a flash lamp and an uncooled 8-14 um camera. Sensor figures are typical of
 * microbolometers, from memory, unless marked.
 */
export interface ThermographState {
    readonly sizePx: number;
    readonly frames: number;
    /** Frame rate after the flash, at most 9 Hz (the export limit of such cameras). */
    readonly rateHz: number;
    /** Light energy on the item, J/m2, at most 1000; lit area; electric to light efficiency of the lamp. */
    readonly flashJPerM2: number;
    readonly flashAreaM2: number;
    readonly lampEfficiency: number;
    /** Noise-equivalent temperature difference at 303 K, K. */
    readonly netdK: number;
    /** Blur of the optics, sigma in px. */
    readonly blurPx: number;
    /** Air and belt temperature, what the surface mirrors (hall walls and the lamp housing), K. */
    readonly airTempK: number;
    readonly reflectedTempK: number;
    /** Transmission of the air path in 8-14 um. */
    readonly airTransmission: number;
    /** Drift since the last shutter event: K a minute, and the minutes. */
    readonly driftKPerMinute: number;
    readonly minutesSinceShutter: number;
    /** Calibration spread between looks, K. */
    readonly offsetSpreadK: number;
    /** Fixed pattern that the shutter leaves, as a multiple of NETD. */
    readonly patternShare: number;
    /** Share of the flash that an aged lamp has lost, 0..1. */
    readonly lampAge: number;
    readonly lensDirt: number;
    /** Convection from one face, W/m2/K: belt 5-15 (memory). */
    readonly convectionWPerM2K: number;
    /** Pixels whose flash is clipped above this apparent temperature, K. */
    readonly saturationK: number;
    readonly deadRows: readonly number[];
    /** Shift against the colour frame, share of the frame: a fault. */
    readonly misregistration: number;
    /** Share 0..1 of things that stand, lean or show an end; slant of the camera, drawn between 0 and this, degrees: see `CameraState`. */
    readonly uprightShare: number;
    readonly tiltDeg: number;
    /** Distance from lens to thing, m; share of the frame that a thing fills, its mean, or 0 for fields of view in steps. */
    readonly distanceM: number;
    readonly fill: number;
    readonly readoutEnergyJ: number;
}
export {};
