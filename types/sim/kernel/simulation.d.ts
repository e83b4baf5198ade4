import type { SimulationError } from './core/errors.js';
import type { Callback, Entity, EventHandle } from './core/event.js';
import type { EventQueue } from './core/event-queue.js';
import type { Observer } from './core/observer.js';
import type { Phase } from './core/phase.js';
import type { Resettable, Scheduler } from './core/scheduler.js';
import type { Delay, DelayOptions } from './processes/delay.js';
import type { Process } from './processes/process.js';
import type { RunEnd, RunLimit, RunOptions, SimulationOptions } from './processes/run-options.js';
import type { AnyWait, ProcessBody } from './processes/wait.js';
import type { RandomStream } from './random/random.js';
/**
 * A discrete-event simulation: a clock in integer microseconds and what is still to happen, in the order
 * (time, phase, priority, sequence). It reads no wall clock and draws no random number on its own.
 */
export declare class Simulation implements Scheduler {
    readonly seed: number;
    readonly replication: number;
    /** Kernel: the pending events. */
    readonly queue: EventQueue;
    private observers;
    private readonly measured;
    private processCount;
    /** Events that may still happen before the run looks up; 0 on pause, so that the loop asks for one thing only. */
    private left;
    private paused;
    private busy;
    private closed;
    constructor({ seed, replication, shuffleTies, causes }?: SimulationOptions);
    /** The present, integer microseconds. */
    get now(): number;
    /** Events that have happened. */
    get events(): number;
    /** Events still to happen. */
    get pending(): number;
    /** The named random stream of this seed and replication, at its beginning. */
    stream(path: string, purpose: string): RandomStream;
    /** Calls `callback(data)` after `delayUs` >= 0. */
    schedule(delayUs: number, callback: Callback, data?: number, phase?: Phase, priority?: number): EventHandle;
    /** Calls `entity.handle(action, data)` after `delayUs` >= 0; `action` is an integer >= 0. */
    scheduleEntity(delayUs: number, entity: Entity, action: number, data?: number, phase?: Phase, priority?: number): EventHandle;
    /** Takes back a scheduled event; false if it has happened or was cancelled. O(log n) amortised. */
    cancel(handle: EventHandle): boolean;
    /** Lets an entity wait: `entity.handle(action, 0)` when the wait is over; true if it is over at once (then no call). */
    notify(wait: AnyWait, entity: Entity, action: number): boolean;
    /** Starts a process at this instant, after the running event. */
    process<R>(body: ProcessBody<R>, name?: string): Process<R>;
    /** A delay as a wait, with phase and priority. Inside a process, the bare number is faster: `yield delayUs`. */
    delay(delayUs: number, options?: DelayOptions): Delay;
    /** Lets events happen until the limit, or until none is left. Can be called again to go on. */
    run(limit?: RunLimit, options?: RunOptions): RunEnd;
    /** Lets one event happen; false if none is left. */
    step(): boolean;
    /** Time of the next event, or Infinity. */
    peek(): number;
    /** From inside an event: the run stops after it and can be continued. */
    pause(): void;
    /** Closes the simulation: whoever uses it afterwards gets an error. */
    finish(): void;
    /** Adds an observer of every event. */
    observe(observer: Observer): void;
    /** Makes `resetStatistics` reset this too; returns it. Monitors of stations are measured already. */
    measure<M extends Resettable>(statistic: M): M;
    /** The end of a warm-up: everything measured begins anew at this instant. */
    resetStatistics(): void;
    /** The processes that have not ended, the oldest first. */
    get processes(): readonly Process[];
    /** The process whose code is running, if any. */
    get running(): Process | null;
    private advance;
    /** Lets up to `budget` events before `untilUs` happen; some are `left` when there are no more. */
    private spend;
    /** An event of a callback or an entity. */
    private happen;
    private enqueue;
    private guarded;
    private requireOpen;
    private refuse;
    /** Kernel: an error with the scene around it; one that has a scene stays as it is. */
    explain(error: unknown, who: string): SimulationError;
    private scene;
}
export {};
