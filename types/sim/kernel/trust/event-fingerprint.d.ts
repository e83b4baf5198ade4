import type { ObservedEvent, Observer } from '../core/observer.js';
/**
 * What of each event goes into the fingerprint. `rank` is phase and priority; `name` is who it happens to; leave `sequence` out to
 * compare runs that differ in how many events were scheduled and cancelled.
 */
export type Ingredient = 'time' | 'rank' | 'sequence' | 'name' | 'action' | 'data';
/** The rolling fingerprint of a run's events: two runs with one fingerprint did the same in the same order. */
export declare class EventFingerprint implements Observer {
    private readonly rolling;
    /** The names seen last, by slot: a slot keeps its name for long, so each name is hashed about once. */
    private readonly names;
    private readonly hashes;
    private readonly wants;
    /** All ones where the ingredient counts, else 0. */
    private readonly rankMask;
    private readonly actionMask;
    constructor(ingredients?: readonly Ingredient[]);
    observe({ queue, slot }: ObservedEvent): void;
    /** 16 hexadecimal digits. */
    hex(): string;
    private hashOf;
    private learn;
    private addData;
}
export {};
