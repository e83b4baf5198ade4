import type { RunOptions as DayOptions } from '../studies/day/with-execution.js';
import type { RegionResult } from '../studies/region/region.js';
import type { StudyOptions } from './options.js';
/** What `runRegion` may be told; `replications` price histories are played, 1 if nothing is said. */
export interface RegionOptions extends StudyOptions, Pick<DayOptions, 'replication' | 'out' | 'force'> {
    readonly replications?: number;
}
/** Plays the years of a region under each of its routing policies and writes its run folder. Throws InputError. */
export declare function runRegion(nameOrPath?: string, options?: RegionOptions): Promise<RegionResult>;
export {};
