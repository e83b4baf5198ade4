import type { Message } from '../../sim/record/message.js';
import type { Row } from '../record/table.js';
import type { Scenario } from '../schema/day/scenario.js';
import type { RegionScenario } from '../schema/region/scenario.js';
import type { Manifest } from '../studies/day/manifest.js';
import type { RunDocument } from '../studies/day/summary.js';
/**
 * Reads a scenario by name or path, lays it over those it extends, applies `path=value` texts and checks everything. Throws one
 * InputError with all problems.
 */
export declare function loadScenario(nameOrPath: string, set?: readonly string[], cwd?: string): Scenario;
/** Reads a region scenario; errors as for `loadScenario`. */
export declare function loadRegion(nameOrPath: string, set?: readonly string[], cwd?: string): RegionScenario;
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
