import type { RunOptions } from '../day/with-execution.js';
import type { Format } from './formats.js';
export interface ExportOptions extends Pick<RunOptions, 'backend' | 'cacheDir' | 'cwd' | 'force' | 'note' | 'out' | 'progress' | 'signal'> {
    readonly formats: readonly Format[];
    /** Run folder whose items a model file is quantised and tested on. */
    readonly run?: string;
}
/** The document of `looptwin export --json`. */
export type ExportDocument = {
    readonly weightBytes: {
        float: number;
        int8: number;
    };
    readonly devices: {
        name: string;
        device: string;
        fits: boolean;
        reason: string;
        energyJ: number;
        timeS: number;
    }[];
    readonly folder: string;
    readonly modelId: string;
    readonly backend: "wasm" | "cpu" | "native";
    readonly files: import("../../record/run-folder.js").OutputFile[];
    readonly int8: import("./student.js").Int8Cost | null;
};
export {};
