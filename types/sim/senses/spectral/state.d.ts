import type { Instrument, InstrumentName } from './presets.js';
/** State of a diffuse-reflectance spectrometer: what its grid is and what is wrong with this unit. */
export interface SpectrometerState extends Pick<Instrument, 'fromNm' | 'toNm' | 'bands' | 'slitFwhmNm' | 'noiseFloor' | 'noiseShot'> {
    readonly instrument: InstrumentName;
    /** Axis error of this unit: a band at l is read at l + offset + scale (l - 1300). */
    readonly axisOffsetNm: number;
    readonly axisScale: number;
    /** Axis error that changes from look to look (temperature, reseating), standard deviation in nm. */
    readonly axisJitterNm: number;
    /** Share of light that reaches the wrong band, 0..1. */
    readonly strayShare: number;
    /** Relative fall of the lamp from the first to the last band of the grid since the white reference, 0 = fresh reference. */
    readonly lampSlope: number;
    /** Fringes that the white reference does not take out (windows, fibres and lamp are thin plates to light): relative deviation. */
    readonly rippleShare: number;
    /** Share of the window covered by dust, 0..1: takes signal and adds a flat haze of 0.05 in reflectance where all is covered (choice). */
    readonly windowDirt: number;
    /** Reflectance of what lies behind the item: lowest and highest. */
    readonly backing: readonly [number, number];
    /** Spread of distance and tilt: gain exp(-spread |z|), z standard normal, and highest specular offset. */
    readonly gainSpread: number;
    readonly specularMax: number;
    /** Share of the measured spot that misses the item and sees the backing: highest value. */
    readonly spillMax: number;
    /** Bands that answer nothing (index), and the level at which the detector saturates (reflectance units). */
    readonly deadBands: readonly number[];
    readonly saturation: number;
    /** Energy of lamp and electronics for one look, J. */
    readonly lookEnergyJ: number;
}
export {};
