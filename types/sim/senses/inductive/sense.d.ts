import type { SenseModel } from '../interface/sense.js';
import type { InductiveState } from './state.js';
/** Metal through the eddy currents and the magnet that a coil finds in it. */
export declare const inductive: SenseModel<InductiveState>;
export {};
