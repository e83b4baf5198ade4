/** The document of `looptwin train --json`; how a network did on the test items is opened once. */
export type TrainDocument = {
    readonly scenario: string;
    readonly backend: "wasm" | "cpu" | "native";
    readonly fingerprint: string;
    readonly networks: {
        address: string;
        /** The same of each material and of each state. */
        conditionOf: import("../../../models/evaluation/condition.js").ConditionRow[];
        name: string;
        modelId: string;
        items: number;
        accuracy: import("../../../models/evaluation/evaluate.js").Levels<number>;
        macroF1: number;
        ece: number;
        stateMae: number;
        qualityMae: number;
        condition: import("../../../models/evaluation/condition.js").ConditionRow;
    }[];
    readonly comparisons: import("./paired.js").NetworkComparison[];
};
export {};
