import type { Scheduler } from '../core/scheduler.js';
import type { Interruptible, Interruption } from './interruption.js';
import type { Join, Joinable } from './join.js';
import type { AnyWait, ProcessBody, Runner, Wait } from './wait.js';
/**
 * A process: a generator that runs until it yields a delay or a wait. Made by `sim.process(body, name)`; its first step runs at
 * the present instant, after the event that made it.
 */
export declare class Process<R = unknown> implements Runner, Joinable<R>, Interruptible {
    readonly name: string;
    /** Place in the order of creation. */
    readonly id: number;
    readonly sim: Scheduler;
    /** What it waits for; null while it runs, delays or has ended. */
    wait: AnyWait | null;
    private stage;
    /** Its own slot in the queue, for its start and its plain delays. */
    private slot;
    private readonly body;
    private readonly queue;
    /** Those who wait for its end; then its result. */
    private joins;
    private result;
    constructor(sim: Scheduler, body: ProcessBody<R>, name: string, id: number);
    get ended(): boolean;
    /** Its code is on the stack. */
    private get runs();
    /** True while it stands in a queue or waits for something other than time. */
    get blocked(): boolean;
    /** A wait for its end; the value is what it returns, an error that ends it is thrown. */
    join(): Wait<R>;
    /**
     * Takes it out of its wait now and throws `Interrupted(cause)` inside it at this instant, after the running event.
     * Throws if it has ended or is running.
     */
    interrupt(cause: unknown): void;
    /** Ends it now: its `finally` blocks run, those who join it get `Cancelled` thrown. Does nothing if it has ended. */
    cancel(): void;
    /** Lets the `finally` blocks run, as the running process if they ask who that is; it has ended then, even if they throw. */
    private endBody;
    /** Kernel: its start or its delay is due. */
    handle(): void;
    /** Kernel: its wait is over. */
    wake(wait: AnyWait): void;
    /** Kernel: its wait ended in an error. */
    fail(_wait: AnyWait, error: unknown): void;
    /** Kernel: an interruption is due. */
    deliver(interruption: Interruption): void;
    describeWait(): string;
    /** Goes on with what it waited for, until it has to wait again. Waits that are over at once cost no event. */
    private proceed;
    /** Goes on with an error thrown where it waits. */
    private raise;
    /** Does what the process asks for; returns a wait that is over at once, or null if the process has to wait or has ended. */
    private settle;
    /** Begins a wait handed over by a plain `yield`; true if it is over at once. */
    private beginPlain;
    /** Leaves whatever it waits in. */
    private halt;
    private end;
    private tell;
    private crash;
    private leave;
    /** Join: adds one who waits for the end. */
    admit(join: Join<R>): void;
    /** Join: removes one. */
    dismiss(join: Join<R>): void;
    /** Join: what it returned. */
    get returned(): R;
}
export {};
