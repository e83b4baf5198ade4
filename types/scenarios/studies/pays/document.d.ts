import type { Interval } from '../../stats/interval.js';
import type { Worth } from '../worth/economics.js';
/** What an arm earns and whether it is worth its capital; EUR of one year, without VAT. */
export interface PaysRow extends Worth {
    readonly name: string;
    /** EUR a run. */
    readonly valueEur: Interval;
    readonly eurPerTonne: Interval;
    readonly co2eKg: number;
    readonly purity: number;
    readonly sortedKgPerH: Interval;
    /** Mass put into outputs, kg, by hour since the start, mean over the days. */
    readonly sortedKgByHour: readonly number[];
}
/** One robot of the main arm. */
export interface RobotRow {
    readonly id: string;
    /** Share of the day in which it looks, thinks or moves. */
    readonly busyShare: Interval;
    /** What the site earns a day with it and not without it; null where it is the only one. */
    readonly addsEur: Interval | null;
    /** What it costs a day of its life, interest, spares and contract included. */
    readonly costsEur: number;
}
export type PaysDocument = {
    answer: string;
    arms: PaysRow[];
    main: string;
    robots: RobotRow[];
    startHour: number;
    money: {
        picker: import("../../../sim/site/reference.js").Picker;
        robotEur: number;
        sensorsEur: {
            [x: string]: number | undefined;
        };
        siteEur: number;
        lifeYears: number;
        interest: number;
        sparesShare: number;
        contractEurPerYear: number;
        floorM2: number;
        floorEurPerM2Year: number;
        daysPerYear: number;
        country: string;
        year: number;
        currency: string;
        eurPerUnit: number;
        vat: "excluded" | "included";
        prices: string;
    };
    scenario: string;
    title: string;
    seed: number;
    days: number;
    runDays: number;
};
export {};
