import type { Message } from '../../sim/record/message.js';
import type { Row } from '../record/table.js';
import type { Manifest } from '../studies/day/manifest.js';
import type { RunDocument } from '../studies/day/summary.js';
/** A finished run of a day as it lies in its folder. */
export interface LoadedRun {
    readonly document: RunDocument;
    readonly manifest: Manifest;
    /** Rows of a table by name, such as `decisions`; none if the run has no such table. */
    table(name: string): readonly Row[];
    /** Everything that happened on the recorded day, in order; a damaged recording ends early. */
    events(): Iterable<Message>;
}
/** Opens the folder of a finished run. Throws InputError for any other folder. */
export declare function loadRun(folder: string): Promise<LoadedRun>;
export {};
