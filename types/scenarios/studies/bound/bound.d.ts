import type { Interval } from '../../stats/interval.js';
import type { RunOptions } from '../day/with-execution.js';
export interface BoundOptions extends Omit<RunOptions, 'out' | 'force' | 'replication' | 'own'> {
    /** Days that are played, at least 2, from day 1 on: day 0 is the one that `run` shows. */
    readonly replications?: number;
}
/** One way of seeing against what could have been earned; EUR a run. */
export interface BoundRow {
    readonly name: string;
    readonly valueEur: Interval;
    /** What no policy can exceed on any of the days. */
    readonly boundEur: Interval;
    /** What no policy can exceed on average that knows no more than these eyes tell. */
    readonly informationEur: Interval;
    /** What a plan that foresees the day is expected to bring with these eyes, an estimate; null where a day has none. */
    readonly foresightEur: Interval | null;
    /** Share of what is in reach, information bound minus no robot, that is not earned. */
    readonly gap: Interval;
    /** What the best picks by the beliefs gain in truth, as a share of what they are believed to gain: 1 where beliefs are calibrated. */
    readonly calibration: number;
}
export interface BoundDocument {
    readonly scenario: string;
    readonly title: string;
    readonly days: number;
    readonly noRobotEur: Interval;
    readonly rows: readonly BoundRow[];
}
export {};
