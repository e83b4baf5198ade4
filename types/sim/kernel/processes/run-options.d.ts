import type { AnyWait } from './wait.js';
import type { WaitNode } from './wait-graph.js';
export interface SimulationOptions {
    /** Default 1. */
    readonly seed?: number;
    /** Default 0. */
    readonly replication?: number;
    /** Shuffles ties by this seed instead of first come, first served: to find out whether results hang on their order. */
    readonly shuffleTies?: number;
    /** Errors say which events led to them; costs some 20 to 30 ns an event. Default false: run again with it, runs repeat bit for bit. */
    readonly causes?: boolean;
}
/** Until when to run: a time in microseconds (events at it are left for the next run), a wait, or a condition. */
export type RunLimit = number | AnyWait | (() => boolean);
export interface RunOptions {
    /** Processes that still wait when events run out are an error. */
    readonly expectDone?: boolean;
    /** Called after every so many events, an integer in 1 .. 10^9. */
    readonly progress?: {
        readonly everyEvents: number;
        report(progress: Progress): void;
    };
}
export interface Progress {
    readonly timeUs: number;
    readonly events: number;
    readonly pending: number;
}
/** Why a run ended; `waiting` lists the processes that still wait if it ran dry. */
export interface RunEnd {
    readonly reason: 'limit' | 'paused' | 'dry';
    readonly waiting: readonly WaitNode[];
}
export {};
