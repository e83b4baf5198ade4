import type { RunOptions as DayOptions } from '../studies/day/with-execution.js';
import type { ArmsDocument } from '../studies/experiment/arms.js';
import type { ExperimentDocument } from '../studies/experiment/experiment.js';
import type { StudyOptions } from './options.js';
/** What `experiment` may be told; `replications` days are played, 10 if nothing is said. */
export interface ExperimentOptions extends StudyOptions, Pick<DayOptions, 'backend'> {
    readonly replications?: number;
}
/**
 * Plays many days of a scenario and estimates every figure with its interval; a scenario with arms (`compare.arms`) is compared
 * arm by arm on the same days. Throws InputError for what cannot be used.
 */
export declare function experiment(nameOrPath?: string, options?: ExperimentOptions): Promise<ExperimentDocument | ArmsDocument>;
export {};
