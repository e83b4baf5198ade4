import type { Balance } from '../../../sim/record/summary.js';
/** The document of `looptwin run --json` and of summary.json; `networks` are compared item by item on the test set. */
export type RunDocument = {
    readonly robots: Readonly<{
        id: string;
        networks: string[];
        senses: string[];
        boards: string[];
        looks: number;
        senseJPerLook: number;
        inferJPerLook: number;
        partsEur: number;
    }>[];
    readonly boundEur: number;
    readonly freeBoundEur: number;
    readonly balance: Balance;
    readonly networks: import("./paired.js").NetworkComparison[];
    readonly finding: string;
    readonly seed: number;
    readonly replication: number;
    readonly durationS: number;
    readonly items: number;
    readonly massKg: number;
    readonly perceptions: {
        energyJPerItem: number;
        energyShareByState: Readonly<Record<"OFF" | "SLEEP" | "IDLE" | "SENSE" | "INFER" | "MOVE" | "FAULT" | "SERVICE", number>>;
        downtimeS: number;
        regretEur: number;
        regretParts: Readonly<Record<"perception" | "maintenance" | "energy" | "capacity" | "planning", number>>;
        items: number;
        modelId: string | null;
        name: string;
        accuracy: import("../../../sim/record/summary.js").Accuracy;
        purity: number;
        recovery: number;
        outputs: readonly import("../../../sim/record/summary.js").OutputSummary[];
        valueEur: number;
        co2eKg: number;
        co2eBoundary: string;
    }[];
    readonly maintenance: {
        name: string;
        perception: string;
        valueEur: number;
        maintenanceEur: number;
        failures: number;
        visits: number;
        downtimeS: number;
        regretEur: number;
    }[];
    readonly scenario: string;
    readonly title: string;
    readonly fingerprint: string;
};
export {};
