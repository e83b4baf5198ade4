import type { Scenario } from '../../schema/day/scenario.js';
import type { Interval } from '../../stats/interval.js';
/** What an arm costs at once, EUR, and each year beside that: spares, contracts, floor. */
export interface Capital {
    readonly capitalEur: number;
    readonly keepEurPerYear: number;
}
/** What turns days into years of money: EUR of one year, without VAT. */
export interface Terms extends Pick<Scenario, 'investment' | 'picker'> {
    /** Working days of a run: money is told for one of them. */
    readonly days: number;
    /** Open hours of a working day. */
    readonly openH: number;
}
/** Years until capital has come back: the mean, and what the ends of the interval of the gains make of it. Null: never. */
export interface Payback {
    readonly years: number | null;
    readonly lo: number | null;
    readonly hi: number | null;
}
/** Whether an arm is worth its capital, with intervals over the runs. */
export interface Worth extends Capital {
    /** What it earns a working day, EUR. */
    readonly dayEur: Interval;
    /** The same against doing nothing. */
    readonly gainEur: Interval;
    readonly npvEur: Interval;
    readonly payback: Payback;
    /** All prices of what is sold must be so many times as high for a net present value of 0; null where nothing is sold. */
    readonly breakEvenPrices: Interval | null;
    /** Above this cost of a picker's hour the arm is worth more than the picker; null for an arm without robots. */
    readonly breakEvenWageEur: Interval | null;
}
export {};
