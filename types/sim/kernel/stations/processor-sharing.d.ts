import type { Scheduler } from '../core/scheduler.js';
import type { Wait } from '../processes/wait.js';
import type { Queued } from './queued.js';
import type { Station } from './station.js';
/**
 * Servers shared by all jobs at once: with n jobs on c servers each runs at rate min(1, c/n), as on a computer.
 * Works in virtual time, the work done by a job that is always there: a job leaves when virtual time has risen by its work,
 * so a change of load moves one pending event and not n. O(log n) a job.
 */
export declare class ProcessorSharing extends Station {
    readonly servers: number;
    private readonly jobs;
    /** Work (microseconds at full speed) that an ever-present job would have got. */
    private virtual;
    private sinceUs;
    private nextEnd;
    constructor(sim: Scheduler, name: string, servers?: number);
    /** Jobs in work. */
    get size(): number;
    /** A wait for `workUs` >= 0 of work at full speed to be done. */
    work(workUs: number): Wait<void>;
    admit(job: Job): void;
    dismiss(job: Job): void;
    /** Not used for grants: the end of the next job is an event of its own. */
    protected serve(): void;
    private get rate();
    private advance;
    private replan;
    protected content(): number;
    protected queueLength(): number;
}
declare class Job extends Queued<void> {
    private readonly station;
    readonly workUs: number;
    endsAt: number;
    constructor(station: ProcessorSharing, workUs: number);
    protected start(): boolean;
    protected withdraw(): void;
    describe(): string;
}
export {};
