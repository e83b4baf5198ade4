import type { ObservedEvent, Observer } from '../core/observer.js';
/**
 * Counts ties: events of one instant, phase and priority, which only the order of scheduling separates. Many ties are no
 * fault; a result that moves when they are shuffled is.
 */
export declare class TieCounter implements Observer {
    /** Events that tie with the one before. */
    ties: number;
    /** Instants (and ranks) with at least two events. */
    groups: number;
    private timeUs;
    private rank;
    private inGroup;
    observe({ timeUs, order }: ObservedEvent): void;
}
/** One number of a result that moved when ties were shuffled. */
export interface Moved {
    readonly key: string;
    readonly shuffleSeed: number;
    readonly plain: number;
    readonly shuffled: number;
}
/**
 * Runs a model with its ties in order and with them shuffled by each seed; names every number of the result that moved.
 * `run(shuffleTies)` builds the simulation with that option and returns its results. Empty: no hidden order dependence seen.
 */
export declare function movedByShuffling(run: (shuffleTies: number | undefined) => Readonly<Record<string, number>>, seeds?: readonly number[]): readonly Moved[];
export {};
