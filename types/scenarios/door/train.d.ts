import type { TrainDocument } from '../studies/day/train.js';
import type { RunOptions as DayOptions } from '../studies/day/with-execution.js';
import type { StudyOptions } from './options.js';
/** What `train` may be told. */
export type TrainOptions = Omit<StudyOptions, 'seed'> & Pick<DayOptions, 'backend'>;
/** Trains the networks of a scenario, or takes them from the cache, and reports their one test. Throws InputError. */
export declare function train(nameOrPath?: string, options?: TrainOptions): Promise<TrainDocument>;
export {};
