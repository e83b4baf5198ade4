import type { Interval } from '../../stats/interval.js';
/** The document of `looptwin experiment --json` for a scenario with arms. */
export type ArmsDocument = {
    readonly answer: string;
    readonly seed: number;
    readonly replications: number;
    readonly confidence: number;
    readonly quantity: "valueEur" | "purity" | "regretEur" | "accuracyMaterial" | "accuracyClass" | "recovery" | "co2eKg" | "energyJPerItem" | "downtimeS";
    readonly arms: {
        name: string;
        perception: string;
        maintenance: string;
        estimates: Readonly<Record<"valueEur" | "purity" | "regretEur" | "accuracyMaterial" | "accuracyClass" | "recovery" | "co2eKg" | "energyJPerItem" | "downtimeS", Interval>>;
        difference: Readonly<Record<"valueEur" | "purity" | "regretEur" | "accuracyMaterial" | "accuracyClass" | "recovery" | "co2eKg" | "energyJPerItem" | "downtimeS", Interval>> | null;
    }[];
    readonly fingerprint: string;
    readonly scenario: string;
    readonly title: string;
    readonly question: string;
    readonly expected: string;
};
export {};
