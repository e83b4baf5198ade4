import type { SoilType } from '../record/item-state.js';
/** A time spent under one constant climate; a life is a list of stays. */
export interface Stay {
    /** Id of places.json, for people; the numbers below rule. */
    readonly place: string;
    readonly durationS: number;
    readonly tempK: number;
    /** Relative humidity 0..1. */
    readonly rh: number;
    /** Mean UV 300-400 nm over day and night, W/m2. */
    readonly uvWPerM2: number;
    /** Share of the time with a wet surface, 0..1. */
    readonly wetFraction: number;
    /** Handling, folding, washing or wearing cycles a year. */
    readonly cyclesPerYear: number;
    /** ISO 9223 class as a number: 1 = C1 ... 6 = CX. */
    readonly corrosivity: number;
    readonly soilGPerM2PerYear: number;
    /** First-order cleaning rate by washing and rain, 1/yr. */
    readonly washPerYear: number;
    readonly soilType: SoilType;
}
export {};
