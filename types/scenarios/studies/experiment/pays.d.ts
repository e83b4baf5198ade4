import type { Interval } from '../../stats/interval.js';
import type { Worth } from '../worth/economics.js';
/** What was done on the days that count. */
export interface Work {
    /** Of all that came. */
    readonly eurPerTonne: Interval;
    /** Put into bins in an open hour. */
    readonly sortedKgPerH: Interval;
    /** Of each robot, in the order of the robots. */
    readonly busyShares: readonly Interval[];
}
/** One arm over the days that count; money is EUR of one year, without VAT. */
export interface PaysArm extends Worth, Partial<Work> {
    readonly name: string;
    /** EUR a run. */
    readonly valueEur: Interval;
}
/** Whether it pays to buy what a study plays. */
export interface Pays {
    readonly arms: readonly PaysArm[];
    /** Working days of a run: what is told of a day is the mean over them. */
    readonly runDays: number;
    readonly answer: string;
}
export {};
