import type { MeasuredAt } from '../../../sim/region/spec/chain.js';
/** A sorting site of an arm and the measured shifts that it stands on. */
export interface StandsOn extends MeasuredAt {
    readonly arm: string;
    readonly place: string;
}
export {};
