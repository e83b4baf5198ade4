import type { Callback, EventHandle, Target } from './event.js';
/** What pending events are made of: one row (slot) an event, in typed columns, reused as events happen. */
export declare class SlotTable {
    /** Null: free, or cancelled and not yet reclaimed. */
    readonly targets: (Target | Callback | null)[];
    actions: Int32Array<ArrayBuffer>;
    data: Float64Array<ArrayBuffer>;
    /** Slot of the event that is happening: its row stays until it has happened, but it cannot be cancelled any more. */
    executing: number;
    private generations;
    private freed;
    private freedCount;
    /** A slot with this content. */
    take(target: Target | Callback, action: number, data: number): number;
    /** Gives a slot back; handles to it are stale from now on. */
    free(slot: number): void;
    /** Gives a slot back to which no handle was ever given. */
    freeOwned(slot: number): void;
    /** The handle of the event in a slot. */
    handleOf(slot: number): EventHandle;
    /** The slot of a handle, or NOBODY if its event has happened or was cancelled. */
    slotOf(handle: EventHandle): number;
    private append;
    private growRows;
}
export {};
