import type { RunDocument } from './summary.js';
export interface RunResult {
    readonly document: RunDocument;
    readonly folder: string;
}
export {};
