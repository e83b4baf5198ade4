import type { Interval } from '../../stats/interval.js';
import type { SeenEstimate } from './perceptions.js';
/** The document of `looptwin run --json` and `looptwin experiment --json` for a region. */
export type RegionDocument = {
    readonly balance: {
        mass: number;
        money: number;
        energy: number;
    };
    readonly rules: import("../../schema/reading/rules.js").JudgedRule[];
    readonly perceptions: SeenEstimate[] | null;
    readonly sites: import("./arms.js").StandsOn[];
    readonly answer: string;
    readonly replications: number;
    readonly days: number;
    readonly routing: {
        name: string;
        /** What the sorting sites got for their bales, less gate fees, transport and the clearing of their last stocks. */
        routingEur: Interval;
        /** What no routing policy can exceed on the same days. */
        boundEur: Interval;
        regretEur: Interval;
        /** All money that entered or left the region. */
        regionEur: Interval;
        recycledContent: Interval;
        /** Material Circularity Indicator over all products, 0..1. */
        circularity: Interval;
        /** The same by material of the products: means over the replications. */
        circularityByMaterial: {
            [k: string]: number;
        };
        /** Emissions by boundary, kgCO2e: factors of different boundaries are never added. */
        co2eKg: {
            [k: string]: Interval;
        };
        /** Once stores have filled: by the recycled feed that makers use a month; null in a run of fewer than ten months. */
        steady: {
            months: number;
            deletedMonths: number;
            feedKgPerMonth: number;
            tooShort: boolean;
        } | null;
        /** The first policy of the list subtracted, on the same years; null for the first itself. */
        gainEur: Interval | null;
    }[];
    readonly seed: number;
    readonly replication: number;
    readonly fingerprint: string;
    readonly scenario: string;
    readonly title: string;
    readonly question: string;
    readonly expected: string;
};
export {};
