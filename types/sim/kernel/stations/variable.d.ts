import type { Scheduler } from '../core/scheduler.js';
import type { Wait } from '../processes/wait.js';
import type { Queued } from './queued.js';
import type { Station } from './station.js';
/**
 * A value of the model that processes can wait on: `yield* tank.until((litres) => litres > 10)`.
 * Conditions are looked at when the value is set, not by polling; one that holds only between two grants of one instant may be
 * missed, as the process would have found it gone.
 */
export declare class Variable<T> extends Station {
    private current;
    private readonly line;
    constructor(sim: Scheduler, name: string, current: T);
    get value(): T;
    set(value: T): void;
    /** A wait for the condition to hold; its value is the variable's value then. */
    until(condition: (value: T) => boolean): Wait<T>;
    admit(wait: Until<T>): false;
    dismiss(wait: Until<T>): void;
    /** Wakes the first whose condition holds; the next grant looks again, because the woken one may have changed the value. */
    protected serve(): void;
    /** Numbers are their own content; anything else counts as 0. */
    protected content(): number;
    protected queueLength(): number;
}
declare class Until<T> extends Queued<T> {
    private readonly variable;
    readonly condition: (value: T) => boolean;
    constructor(variable: Variable<T>, condition: (value: T) => boolean);
    protected start(): boolean;
    protected withdraw(): void;
    describe(): string;
}
export {};
