import type { OwnFacts } from '../../own/parts.js';
import type { OutputFile } from '../../record/run-folder.js';
import type { Scenario } from '../../schema/day/scenario.js';
/** What a reader needs to believe a run and to repeat it. */
export type Manifest = {
    readonly seed: number;
    readonly replication: number;
    readonly variants: {
        perception: string;
        sorting: string;
        maintenance: string;
        main: boolean;
        /** File of its recording. */
        recording: string | null;
        modelId: string | null;
        eventHash: string;
        events: number;
        decisions: number;
    }[];
    readonly bound: {
        solver: string;
        gap: number;
        timeLimitS: null;
    };
    readonly span: {
        startS: number;
        endS: number;
        warmUp: string;
        stopReason: string;
    };
    readonly balance: import("../../../sim/record/summary.js").Balance;
    readonly carbon: {
        unit: string;
        boundary: string;
        gwpHorizonYears: number;
    };
    readonly currency: string;
    readonly outputs: readonly OutputFile[];
    readonly warnings: string[];
    readonly host: {
        wallS: number;
        finishedAt: string;
        node: string;
        system: string;
        processor: string;
        cores: number;
    };
    readonly own?: OwnFacts | undefined;
    readonly schema: "looptwin.manifest/1";
    readonly finished: boolean;
    readonly fingerprint: string;
    readonly engine: {
        name: string;
        version: string;
        commit: string | null;
        dirty: boolean | null;
        codeHash: string;
    };
    readonly random: {
        generator: string;
        streamKey: string;
    };
    readonly backend: "wasm" | "cpu" | "native";
    readonly scenario: {
        name: string;
        hash: string;
        set: readonly string[];
        values: Scenario;
    };
    readonly command: string;
};
export {};
