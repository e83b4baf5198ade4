import type { JsonObject } from './json.js';
export type RobotStateName = "OFF" | "SLEEP" | "IDLE" | "SENSE" | "INFER" | "MOVE" | "FAULT" | "SERVICE";
/** Share of correct first beliefs, on three levels of the label tree. NaN never: 0 when nothing was seen. */
export interface Accuracy {
    readonly material: number;
    readonly class: number;
    readonly family: number;
}
/** One output of the site at the end of a run. Shares are mass-weighted, 0..1. */
export interface OutputSummary {
    readonly id: string;
    readonly count: number;
    readonly massKg: number;
    /** Accepted mass / mass in the bin. */
    readonly purity: number;
    /** Accepted mass in the bin / mass of all arrivals that the output accepts. */
    readonly recovery: number;
    readonly priceEurPerKg: number;
    readonly valueEur: number;
    readonly co2eKg: number;
}
export interface RobotSummary {
    readonly id: string;
    /** Items looked at, and all looks at them. */
    readonly seen: number;
    readonly looks: number;
    readonly picked: number;
    readonly missed: number;
    readonly failedPicks: number;
    readonly brownOuts: number;
    readonly harvestedJ: number;
    readonly spilledJ: number;
    readonly unservedJ: number;
    readonly usedJ: number;
    readonly energyJByState: Readonly<Record<RobotStateName, number>>;
    readonly timeSByState: Readonly<Record<RobotStateName, number>>;
    readonly startChargeJ: number;
    readonly endChargeJ: number;
    readonly minSoc: number;
    /** Capacity lost to cycles and calendar in this run (Xu et al. 2018), 0..1. */
    readonly batteryWear: number;
}
export interface AssetSummary {
    readonly id: string;
    readonly kind: string;
    readonly failures: number;
    readonly visits: number;
    readonly downtimeS: number;
    readonly availability: number;
    readonly costEur: number;
    readonly endWear: number;
    /** Visits that found less than half of the wear that fails the asset. */
    readonly falseAlarms: number;
    /** Mean time by which a visit came before the failure it prevented would have been due; 0 without visits. */
    readonly leadTimeS: number;
}
/** Relative residuals of the three conservation laws; each must stay below 1e-9. */
export interface Balance {
    readonly mass: number;
    readonly energy: number;
    readonly money: number;
}
/** What went to one next use. */
export interface UseSummary {
    readonly use: string;
    /** Pieces, and of them by true grade in the order of `NextUseSummary.grades`. */
    readonly pieces: number;
    readonly byGrade: readonly number[];
    readonly massKg: number;
    /** Mass of what belongs there / mass of all; 0 where nothing lies. */
    readonly purity: number;
    readonly eur: number;
    readonly co2eKg: number;
}
/** Where outputs go by best next uses: what was taken for what, what became of it, and what it brought. */
export interface NextUseSummary {
    readonly grades: readonly string[];
    /** First beliefs: pieces by true grade (row) and believed grade. */
    readonly believed: readonly (readonly number[])[];
    /** Share of first beliefs that named the true grade. */
    readonly gradeAccuracy: number;
    readonly uses: readonly UseSummary[];
    /** Mass of what can be used again / mass of all that was put to use again; 0 where nothing was. */
    readonly shelfPurity: number;
    /** kgCO2e of reuse and repair (negative = avoided), and what recycling the same mass would have come to. */
    readonly reusedCo2eKg: number;
    readonly ifRecycledCo2eKg: number;
}
/** What a run was worth and what it cost: the row of one perception under one pair of policies. */
export interface RunSummary {
    readonly perception: string;
    readonly sorting: string;
    readonly maintenance: string;
    readonly seed: number;
    readonly replication: number;
    readonly durationS: number;
    readonly items: number;
    readonly massKg: number;
    /** Mass that came in per open hour. */
    readonly throughputKgPerH: number;
    /** Mass that was put into an output, by hour since the start. */
    readonly sortedKgByHour: readonly number[];
    readonly decided: number;
    readonly accuracy: Accuracy;
    readonly purity: number;
    readonly recovery: number;
    readonly outputs: readonly OutputSummary[];
    /** Absent where no output goes by best next uses. */
    readonly nextUse?: NextUseSummary;
    readonly revenueEur: number;
    readonly costEur: number;
    readonly valueEur: number;
    readonly costEurPerTonne: number;
    readonly costEurByCause: Readonly<Record<string, number>>;
    /** kgCO2e in the boundary named beside it (negative = avoided); other boundaries are listed, never added. */
    readonly co2eKg: number;
    readonly co2eBoundary: string;
    readonly co2eByBoundary: Readonly<Record<string, number>>;
    readonly robotEnergyJ: number;
    readonly energyJPerItem: number;
    readonly energyJPerKg: number;
    /** Joules that belt, machines and remote computers drew from the mains; those of the robots above came from batteries. */
    readonly mainsJ: number;
    readonly mainsJPerItem: number;
    readonly energyShareByState: Readonly<Record<RobotStateName, number>>;
    readonly timeShareByState: Readonly<Record<RobotStateName, number>>;
    readonly downtimeS: number;
    readonly robots: readonly RobotSummary[];
    readonly assets: readonly AssetSummary[];
    readonly balance: Balance;
    readonly events: number;
    readonly notes: JsonObject;
}
export {};
