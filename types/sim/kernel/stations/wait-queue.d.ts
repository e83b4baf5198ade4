/** A queue of waits. All operations are O(1) or O(log n), leaving from the middle included. */
export interface WaitQueue<W> {
    readonly size: number;
    /** Who is served next, or null. */
    head(): W | null;
    join(wait: W): void;
    /** Takes a wait out, wherever it stands. */
    leave(wait: W): void;
    /** All, in the order in which they would be served. */
    list(): readonly W[];
}
export {};
