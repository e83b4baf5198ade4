import type { Target } from '../core/event.js';
import type { Scheduler } from '../core/scheduler.js';
import type { Wait } from './wait.js';
/** Something that happens and wakes all who wait for it then: a bell. Whoever comes later waits for the next time. */
export declare class Signal<T = void> {
    readonly sim: Scheduler;
    readonly name: string;
    private readonly listeners;
    constructor(sim: Scheduler, name: string);
    /** A wait for the next `fire`; its value is what was sent. */
    wait(): Wait<T>;
    /** Wakes all who wait, each by an event of its own at this instant, in the order in which they began. */
    fire(value: T): void;
    get waiting(): number;
    admit(wait: SignalWait<T>): void;
    dismiss(wait: SignalWait<T>): void;
}
declare class SignalWait<T> extends Wait<T> implements Target {
    private readonly signal;
    private slot;
    private sent;
    constructor(signal: Signal<T>);
    get name(): string;
    ring(value: T): void;
    handle(): void;
    protected start(): boolean;
    protected withdraw(): void;
    describe(): string;
}
export {};
