import type { SenseModel } from '../interface/sense.js';
import type { CameraState } from './state.js';
/** What a colour camera sees: a picture. */
export declare const visual: SenseModel<CameraState>;
export {};
