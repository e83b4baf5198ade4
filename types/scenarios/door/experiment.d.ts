import type { RunOptions as DayOptions } from '../studies/day/with-execution.js';
import type { ExperimentDocument } from '../studies/experiment/document.js';
import type { StudyOptions } from './options.js';
import type { OwnOptions } from './own.js';
/** What `experiment` may be told; `replications` days are played, or else the plan's number, or 10. */
export interface ExperimentOptions extends StudyOptions, OwnOptions, Pick<DayOptions, 'backend'> {
    readonly replications?: number;
    /** How often the networks are trained anew, each time for all days; default: the scenario's `compare.trainings`, or once. */
    readonly trainings?: number;
}
/**
 * Plays many days of a scenario and estimates every figure with its interval; the arms of a scenario (`compare.arms`) and the
 * points of a plan are compared on the same days. Functions of yours take part as in `run`: a perception beside those of the
 * scenario, policies as one more arm. Throws InputError for what cannot be used.
 */
export declare function experiment(nameOrPath?: string, options?: ExperimentOptions): Promise<ExperimentDocument>;
export {};
