import type { Callback, EventHandle, RESUME, SERVE, SlotOwner, Target } from './event.js';
import type { EventHeap } from './event-heap.js';
import type { Phase } from './phase.js';
/** One pending event as `list` shows it; action and data are in the columns of the slot. */
export interface PendingEvent {
    readonly timeUs: number;
    readonly order: number;
    readonly slot: number;
    readonly target: Target | Callback;
}
/**
 * The pending set: a heap for the future and two rings for the present instant (grants, ordinary events). An event is a slot
 * in typed columns (target, action, data) and not a closure, so the set can be saved as data. Columns, heap and queue are three
 * layers of one object, because a pointer between them would be followed several times an event.
 *
 * Cancel marks the slot dead in O(1); the heap drops it when it surfaces, or all at once when half of the heap is dead, which
 * makes it O(log n) amortised without the bookkeeping of heap positions that every other operation would pay for.
 */
export declare class EventQueue extends EventHeap {
    /** The present, integer microseconds. */
    now: number;
    /** Where `next` stops; later than the present. */
    limit: number;
    /** Somebody looks at every event. */
    observed: boolean;
    /** Order (phase, priority, sequence) of the event that `next` found; kept up only while observed. */
    order: number;
    /** Slot of the process whose code is running, or NOBODY. A number, because storing the process itself costs more. */
    running: number;
    /** Number of the next event to be scheduled. */
    sequence: number;
    /** Rearranges ties: a permutation of 0 .. 2^40 - 1, or null for first come, first served. */
    permute: ((sequence: number) => number) | null;
    /** Is told which slot an event was put into, and gives the chain of causes of the present event; or null. */
    causes: {
        scheduled(slot: number): void;
        chain(): readonly string[];
    } | null;
    private readonly grants;
    private readonly ordinary;
    /** Events, and resumptions without one, since time passed. */
    private instant;
    /** Counts chains of causes, once an instant has become suspiciously long. */
    private chains;
    /** Cancelled events whose place in heap or ring is not yet reclaimed. */
    private dead;
    /** How many of them are in a ring, as far as known. */
    private deadNow;
    /** Numbers of events that did not happen here: cancelled, or before a snapshot. */
    private skipped;
    /** Live events. */
    get size(): number;
    /** Events that have happened: each one scheduled took a number. */
    get happened(): number;
    /** Schedules an ordinary event after `delay` >= 0 microseconds; returns its slot. */
    push(delay: number, target: Target | Callback, action: number, data: number): number;
    /** Schedules a grant: this instant, before the ordinary events; returns its slot. */
    pushGrant(target: Target, action: number, data: number): number;
    /** Schedules an event of any phase and priority; returns its slot. */
    pushAt(delay: number, target: Target | Callback, action: number, data: number, phase: Phase, priority: number): number;
    /**
     * Reserves a slot for something that has one event pending at most (a process its delay, a station its grant), so that
     * scheduling it fills no columns and clears none.
     */
    own(target: SlotOwner, action: typeof RESUME | typeof SERVE): number;
    /** Owns a slot for a process and schedules its first event: this instant, after the running event. */
    start(process: SlotOwner): number;
    /** Schedules the ordinary event of an owned slot. The fast path of every delay. */
    pushOwned(delay: number, slot: number): void;
    /** Schedules the grant of an owned slot. */
    pushOwnedGrant(slot: number): void;
    /** Puts an event back that `list` gave, at its old place in the order. */
    insert(timeUs: number, order: number, target: Target, action: number, data: number): void;
    /** Goes on with the numbers of a saved run, whose past events are not counted. */
    continueFrom(sequence: number): void;
    private insertAt;
    private pushNow;
    /** A permuted sequence does not rise, so ties that are to be shuffled take the heap. */
    private pushShuffled;
    /**
     * Moves to the next live event before `limit` and returns its slot, or NOBODY. The caller handles the event and then frees
     * the slot, unless it is owned.
     */
    next(): number;
    /** Time of the next live event, or Infinity. */
    peek(): number;
    /** Cancels the live event in a slot whose owner knows that it is pending. */
    cancelSlot(slot: number): void;
    /** Cancels by handle; false if the event has happened or was cancelled. */
    cancel(handle: EventHandle): boolean;
    /** The live events, in the order in which they will happen. */
    list(): readonly PendingEvent[];
    /** A process went on without an event; endless repetition is an error. */
    countImmediate(): void;
    /** In an instant of so many events: is it one chain, each causing the next? */
    private watchChain;
    private lengthen;
    /** Drops all dead events from the heap; those that remain are in a ring. */
    private compact;
    /** Gives the slot of a cancelled event back, once heap or ring have let go of it. */
    private reclaim;
    private nextSequence;
    /** Stops a simulation that has used up its sequence numbers; asked now and then, not at each event. */
    requireSequence(): void;
}
export {};
