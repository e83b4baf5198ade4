import type { Interval } from '../../stats/interval.js';
/** What an arm earns and whether it is worth its capital; EUR of one year, without VAT. */
export interface PaysRow {
    readonly name: string;
    readonly valueEur: Interval;
    readonly eurPerTonne: number;
    readonly co2eKg: number;
    readonly purity: number;
    readonly sortedKgPerH: number;
    readonly capitalEur: number;
    /** A day, against doing nothing. */
    readonly gainEur: Interval;
    readonly npvEur: Interval;
    /** Null: never. */
    readonly paybackYears: number | null;
    /** All prices of what is sold must be so many times as high for a net present value of 0; null where nothing is sold. */
    readonly breakEvenPrices: number | null;
    /** Above this cost of a picker's hour the arm is worth more a year than the picker; null for the reference arms. */
    readonly breakEvenWageEur: number | null;
}
/** One robot of the main arm. */
export interface RobotRow {
    readonly id: string;
    /** Share of the day in which it looks, thinks or moves. */
    readonly busyShare: number;
    /** What the site earns a day with it and not without it; null where it is the only one. */
    readonly addsEur: Interval | null;
    /** What it costs a day of its life, interest and spares included. */
    readonly costsEur: number;
}
export type PaysDocument = {
    answer: string;
    arms: PaysRow[];
    main: string;
    robots: RobotRow[];
    money: {
        picker: {
            picksPerHour: number;
            missShare: number;
            wrongShare: number;
            eurPerHour: number;
        };
        robotEur: number;
        siteEur: number;
        lifeYears: number;
        interest: number;
        sparesShare: number;
        daysPerYear: number;
        currency: string;
        vat: string;
    };
    scenario: string;
    title: string;
    seed: number;
    days: number;
};
export {};
