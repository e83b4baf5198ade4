import type { Target } from '../core/event.js';
import type { Scheduler } from '../core/scheduler.js';
/** Who is told that a wait is over: a process, a condition over several waits, an entity. */
export interface Waiter {
    readonly name: string;
    wake(wait: AnyWait): void;
    /** The wait ended in an error; the waiter gets it thrown. */
    fail(wait: AnyWait, error: unknown): void;
}
/** A process as its waits see it. */
export interface Runner extends Target, Waiter {
    /** What it waits for. */
    wait: AnyWait | null;
}
/** A wait whose value does not matter here. */
export type AnyWait = Wait<unknown>;
/**
 * One thing to wait for, once, by one waiter. Nothing happens until someone waits: `yield* wait` in a process.
 *
 * A wait is its own iterator and its own iterator result: `yield*` begins it, and it either is over at once (the process goes
 * on without leaving its function) or hands itself to the kernel. So `yield*` types the value, and allocates nothing.
 */
export declare abstract class Wait<T> {
    /** Iterator result: true once the wait is over. */
    done: boolean;
    /** Iterator result: the outcome once over, until then the wait itself. */
    value: unknown;
    state: number;
    waiter: Waiter | null;
    readonly sim: Scheduler;
    constructor(sim: Scheduler);
    /** Begins; returns `this.satisfy(value)` if there is nothing to wait for, else false. */
    protected abstract start(): boolean;
    /** Stops waiting: takes itself out of whatever queue it stands in. */
    protected abstract withdraw(): void;
    /** What is waited for, for reports: `resource till`. */
    abstract describe(): string;
    /** Those who could end this wait, as far as known; for the graph of who waits for whom. */
    blockers(): readonly Waiter[];
    /** Takes an outcome back that nobody received (a part of `allOf` that was given up): units and items return. */
    undo(): void;
    /** Starts waiting on behalf of `waiter`; true if the wait is over at once (and then `wake` is not called). */
    begin(waiter: Waiter): boolean;
    /** Gives up waiting; does nothing if it is over. */
    abandon(): void;
    /** The outcome; throws if the wait is not over. */
    get outcome(): T;
    /** For `start`: over at once. */
    protected satisfy(value: T): true;
    /** Over: the waiter goes on at once. Only from an event of the kernel, never from inside a process. */
    complete(value: T): void;
    /** Ends the wait with an error that the waiter gets thrown. */
    completeWithError(error: unknown): void;
    /** Iterator protocol: `yield*` begins the wait on behalf of the running process. */
    [Symbol.iterator](): Iterator<AnyWait, T, unknown>;
    /** Iterator protocol: called by `yield*` after the start and when the process goes on. */
    next(): this;
    private refuse;
    /** Iterator protocol: an interrupt passes through to the process. */
    throw(error: unknown): never;
    /** Iterator protocol: the process is being ended. */
    return(value: unknown): {
        done: true;
        value: unknown;
    };
}
/** What a process may yield: a delay in integer microseconds, or a wait. */
export type Yieldable = number | AnyWait;
/** The generator of a process that returns R: `function* customer(): ProcessBody { ... }`. */
export type ProcessBody<R = void> = Generator<Yieldable, R, unknown>;
export {};
