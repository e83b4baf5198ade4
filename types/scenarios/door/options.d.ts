import type { RunOptions } from '../studies/day/with-execution.js';
/** What every study may be told, as the command line tells it. */
export type StudyOptions = Pick<RunOptions, 'set' | 'seed' | 'cache' | 'cacheDir' | 'cwd' | 'workers' | 'signal' | 'progress' | 'note'>;
export {};
