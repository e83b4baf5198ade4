import type { SenseModel } from '../interface/sense.js';
import type { LedState } from './state.js';
/** Reflectance at a few wavelengths, from LEDs that are lit one after the other: what a cheap hand-held or battery node can have. */
export declare const led: SenseModel<LedState>;
export {};
