import type { Interval } from '../../stats/interval.js';
/** The document of `looptwin experiment --json`. */
export type ExperimentDocument = {
    readonly boundEur: Interval;
    readonly failures: readonly {
        readonly replication: number;
        readonly error: string;
    }[];
    readonly answer: string;
    readonly variants: {
        estimates: Readonly<Record<"valueEur" | "purity" | "regretEur" | "accuracyMaterial" | "accuracyClass" | "recovery" | "co2eKg" | "energyJPerItem" | "downtimeS", Interval>>;
        perception: string;
        maintenance: string;
    }[];
    readonly paired: {
        better: string;
        than: string;
        estimates: Readonly<Record<"valueEur" | "purity" | "regretEur" | "accuracyMaterial" | "accuracyClass" | "recovery" | "co2eKg" | "energyJPerItem" | "downtimeS", Interval>>;
    }[];
    readonly fingerprint: string;
    readonly scenario: string;
    readonly title: string;
    readonly seed: number;
    readonly replications: number;
    readonly confidence: number;
};
export {};
