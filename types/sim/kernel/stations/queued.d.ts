import type { Wait } from '../processes/wait.js';
/** A wait that stands in a queue. The links are in the wait itself, so that joining and leaving a queue allocate nothing. */
export declare abstract class Queued<T> extends Wait<T> {
    /** Neighbours in a linked queue. */
    ahead: Queued<unknown> | null;
    behind: Queued<unknown> | null;
    /** Position in a keyed queue. */
    place: number;
    /** When it joined; kept only where a monitor wants it. */
    joinedUs: number;
}
export {};
