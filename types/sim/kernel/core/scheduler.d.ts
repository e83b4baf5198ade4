import type { SimulationError } from './errors.js';
import type { Entity, EventHandle } from './event.js';
import type { EventQueue } from './event-queue.js';
/** Something measured that a warm-up resets. */
export interface Resettable {
    reset(): void;
}
/**
 * What processes, waits and stations need of the simulation that they are in. A type and nothing else, so that they do not import
 * the simulation, which imports them.
 */
export interface Scheduler {
    /** The present, integer microseconds. */
    readonly now: number;
    /** The pending events. */
    readonly queue: EventQueue;
    /** Calls `entity.handle(action, data)` after `delayUs` >= 0; `action` is an integer >= 0. */
    scheduleEntity(delayUs: number, entity: Entity, action: number, data?: number): EventHandle;
    /** Takes back a scheduled event; false if it has happened or was cancelled. */
    cancel(handle: EventHandle): boolean;
    /** Makes the end of a warm-up reset this too; returns it. */
    measure<M extends Resettable>(statistic: M): M;
    /** An error with the scene around it; one that has a scene stays as it is. */
    explain(error: unknown, who: string): SimulationError;
}
export {};
