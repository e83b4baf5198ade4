import type { ObservedEvent, Observer } from './observer.js';
/**
 * Which event scheduled which: for each pending event the number of its cause, for the last 4,096 events who they happened to.
 * An error can then say how it came about.
 */
export declare class CauseLog implements Observer {
    /** Number of the event that is happening; 0 while the model is being set up. */
    private serial;
    /** By slot: the event during which it was scheduled. */
    private causes;
    private readonly pastCauses;
    private readonly pastTimes;
    private readonly pastTargets;
    /** An event was put into this slot. */
    scheduled(slot: number): void;
    /** The event in this slot happens. */
    observe({ slot, target, timeUs }: ObservedEvent): void;
    /** The chain that led to the present event, the latest cause first: `arrivals at 12:00:00`. */
    chain(): readonly string[];
}
export {};
