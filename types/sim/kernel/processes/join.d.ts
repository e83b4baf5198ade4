import type { Target } from '../core/event.js';
import type { Scheduler } from '../core/scheduler.js';
import type { Wait, Waiter } from './wait.js';
/** What a join needs of the process that it waits for. */
export interface Joinable<R> extends Waiter {
    readonly sim: Scheduler;
    readonly ended: boolean;
    /** What it returned. */
    readonly returned: R;
    /** Adds one who waits for the end. */
    admit(join: Join<R>): void;
    /** Removes one. */
    dismiss(join: Join<R>): void;
}
/** The wait for the end of a process. */
export declare class Join<R> extends Wait<R> implements Target {
    private readonly process;
    private slot;
    private error;
    constructor(process: Joinable<R>);
    get name(): string;
    /** Process: it has ended, with a result or with an error. */
    end(error?: unknown): void;
    handle(): void;
    protected start(): boolean;
    protected withdraw(): void;
    describe(): string;
    blockers(): readonly Waiter[];
}
export {};
