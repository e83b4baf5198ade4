import type { ObservedEvent, Observer } from '../core/observer.js';
/** One line of a trace: what happened to whom, as plain data. */
export interface TraceLine {
    readonly timeUs: number;
    readonly phase: number;
    readonly priority: number;
    readonly name: string;
    readonly action: number;
    readonly data: number;
}
/** Writes every event down; about 100 bytes an event. */
export declare class TraceRecorder implements Observer {
    readonly lines: TraceLine[];
    observe(event: ObservedEvent): void;
}
/** Compares a run with a recorded trace, and stops it at the first difference with both sides in the error. */
export declare class TraceVerifier implements Observer {
    private readonly expected;
    private at;
    constructor(expected: readonly TraceLine[]);
    observe(event: ObservedEvent): void;
    /** After the run: throws if the trace goes on. */
    finish(): void;
}
export {};
