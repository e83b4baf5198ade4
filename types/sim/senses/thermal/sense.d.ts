import type { SenseModel } from '../interface/sense.js';
import type { ThermographState } from './state.js';
/** What an infrared camera sees after a flash: a film of apparent temperatures in kelvin. */
export declare const thermal: SenseModel<ThermographState>;
export {};
