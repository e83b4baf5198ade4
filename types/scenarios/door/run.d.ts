import type { RunResult } from '../studies/day/day.js';
import type { RunOptions as DayOptions } from '../studies/day/with-execution.js';
import type { StudyOptions } from './options.js';
import type { OwnOptions } from './own.js';
/** What `run` may be told; what is left out is as on the command line. */
export type RunOptions = StudyOptions & Pick<DayOptions, 'replication' | 'out' | 'force' | 'backend'> & OwnOptions;
/**
 * Runs a scenario (by name or path) once: trains what is not cached, plays one day under every perception and policy, and
 * writes the run folder. With functions of yours (`policies`, `perceptions`, `senses`) the days are played in the calling
 * thread, and nothing that depends on them is read from the cache or left in it. Throws InputError for what cannot be used.
 */
export declare function run(nameOrPath?: string, options?: RunOptions): Promise<RunResult>;
export {};
