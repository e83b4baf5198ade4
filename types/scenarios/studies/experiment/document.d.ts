import type { JudgedRule } from '../../schema/reading/rules.js';
import type { Interval } from '../../stats/interval.js';
import type { FailedCell } from './cell.js';
import type { Difference, PointEstimate } from './compare.js';
import type { Stopping } from './counted.js';
import type { PlanFindings } from './findings.js';
import type { Pays } from './pays.js';
import type { Quantities } from './quantities.js';
import type { Unsettled } from './settle.js';
import type { NeededSensors, StudyHead } from './study.js';
/** One day under one variant of one point: every quantity in the unit of its name. */
export interface ReplicationRow extends Quantities {
    readonly point: string;
    readonly replication: number;
    readonly seed: number;
    /** Seed of the training where networks were trained several times; null where this way needs none. */
    readonly training?: number | null;
    readonly perception: string;
    readonly maintenance: string;
    readonly boundEur: number;
    readonly eventHash: string;
    /** False for a day that the answer leaves out, because another point failed on it. */
    readonly counted: boolean;
}
/** A cell that failed, with the name of its point. */
export interface Failure extends Omit<FailedCell, 'point' | 'status'> {
    readonly point: string;
}
/** The document of `looptwin experiment --json`, whatever is compared. */
export interface ExperimentDocument extends Pick<StudyHead, 'kind' | 'scenario' | 'command' | 'title' | 'question' | 'expected' | 'seed' | 'quantity' | 'leavesOut'> {
    readonly fingerprint: string;
    /** Points x days that were played, failed ones too. */
    readonly cells: number;
    /** Days that the answer is over: all points have them. */
    readonly replications: number;
    /** How often networks were trained anew: 1 where all days share them, or need none. */
    readonly trainings: number;
    /** How the days came to be as many; null where their number was given. */
    readonly stopping: Stopping | null;
    readonly confidence: number;
    readonly points: readonly PointEstimate[];
    readonly differences: readonly Difference[];
    /** Effects of the factors of a plan; null otherwise. */
    readonly plan: PlanFindings | null;
    /** What no policy can exceed, of the first point. */
    readonly boundEur: Interval;
    readonly failures: readonly Failure[];
    /** What was expected, as rules, and what became of each. */
    readonly rules: readonly JudgedRule[];
    /** What of the answer is not settled, and how many days more would settle it. */
    readonly unsettled: readonly Unsettled[];
    readonly answer: string;
    readonly rows: readonly ReplicationRow[];
    /** Whether it pays to buy each arm, those without robots first; and the answer in one sentence. */
    readonly pays: Pays;
    /** By point, the command line that plays its day 0. */
    readonly dayCommands: readonly {
        readonly point: string;
        readonly command: string;
    }[];
    /** What each way of seeing needs on a robot; empty where points are compared. */
    readonly sensors: readonly NeededSensors[];
}
export {};
