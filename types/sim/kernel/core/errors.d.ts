/**
 * Thrown inside a process that was interrupted; `cause` is what the interrupter said. Not an Error: an interrupt is an event of the
 * model and no fault, and the stack trace of an Error costs more than a hundred events.
 */
export declare class Interrupted {
    readonly cause: unknown;
    constructor(cause: unknown);
    toString(): string;
}
/** Thrown at those who wait for the end of a process that was cancelled. */
export declare class Cancelled extends Error {
    readonly name = "Cancelled";
    constructor(process: string);
}
/** Where in a simulation something went wrong. */
export interface ErrorContext {
    readonly timeUs: number;
    /** Name of the process, entity or callback whose event it was. */
    readonly who: string;
    readonly seed: number;
    readonly replication: number;
    /** The events that led here, the latest first, `arrivals at 12:00:00`; null if the simulation does not keep them. */
    readonly causes: readonly string[] | null;
}
/** Whatever stops a simulation, with what is needed to see it again: what, who, when, why and the seed. */
export declare class SimulationError extends Error {
    readonly scene: ErrorContext;
    readonly cause?: unknown | undefined;
    readonly name = "SimulationError";
    constructor(what: string, scene: ErrorContext, cause?: unknown | undefined);
}
export {};
