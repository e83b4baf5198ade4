import type { SenseModel } from '../interface/sense.js';
import type { SpectrometerState } from './state.js';
/** What a near-infrared spectrometer reads: reflectance by band. */
export declare const spectral: SenseModel<SpectrometerState>;
export {};
