import type { Interval } from '../../stats/interval.js';
/** What a way of seeing brings a region, a year: intervals cover trainings and price histories, both. */
export interface SeenEstimate {
    readonly name: string;
    readonly perception: string;
    readonly trainings: number;
    /** Share of things that the measured robots named right at first sight. */
    readonly accuracy: number;
    /** All money that entered or left the region, EUR a year. */
    readonly regionEurPerYear: Interval;
    /** What the sorting sites earned by their bales, EUR a year. */
    readonly sitesEurPerYear: Interval;
    readonly recycledContent: Interval;
    readonly circularity: Interval;
    /** Of what is given up, the share that workshops brought back into use. */
    readonly reuseShare: Interval;
    readonly energyJPerYear: Interval;
    /** By boundary. */
    readonly co2eKgPerYear: Readonly<Record<string, Interval>>;
    /** Of the region's euros, what the measured lines of all sites cost: robots, sensors, belts, EUR a year. */
    readonly linesEurPerYear: number;
    /** The means over the price histories, from training to training; null where there is but one. */
    readonly regionEurOverTrainings: Interval | null;
    /** Against the way of seeing with the next fewer euros; null for the first. */
    readonly step: SeenStep | null;
    /** Against the way of seeing that is least often right; null for that one. */
    readonly overLeast: OverLeast | null;
}
/** What seeing better brings a region a year, on the same price histories, and the same trainings where both have as many. */
export interface OverLeast {
    readonly from: string;
    /** Points of accuracy. */
    readonly points: number;
    readonly regionEur: Interval;
    readonly recycledContent: Interval;
    readonly reuseShare: Interval;
    /** By boundary. */
    readonly co2eKg: Readonly<Record<string, Interval>>;
}
/** The chain from a point of accuracy to euros a year. */
export interface SeenStep {
    readonly from: string;
    readonly points: number;
    readonly recycledPoints: number;
    readonly reusePoints: number;
    /** On the same price histories, and the same trainings where both have as many. */
    readonly regionEurPerYear: Interval;
    /** Null where accuracy hardly rises. */
    readonly eurPerPointYear: number | null;
}
export {};
