/** One thing in the user's input that cannot be used: what, what was got, where, and what cures it. */
export interface InputProblem {
    readonly what: string;
    readonly got?: unknown;
    /** File, path and line as far as known: `depot.yaml:12 robots[2].batteryWh`. */
    readonly where?: string;
    readonly cure?: string;
}
/** The input cannot be used (exit code 2); carries the problems found, not only the first, and says the first of many. */
export declare class InputError extends Error {
    readonly problems: readonly InputProblem[];
    /** `inAll` = how many there are, if not all of them are given. */
    constructor(problems: InputProblem | readonly InputProblem[], inAll?: number);
}
/** The machine gave too little, of memory or of disk (exit code 1): the same command can succeed later or elsewhere. */
export declare class ShortageError extends Error {
    readonly problem: InputProblem;
    readonly name = "ShortageError";
    constructor(problem: InputProblem);
}
/** It ran, and the answer is no (exit code 1): verify differs, a golden result is missed. */
export declare class GateError extends Error {
    readonly name = "GateError";
}
/** The user stopped it (exit code 130); says what is left of the work, and where if that is not the cache. */
export declare class StoppedError extends Error {
    readonly kept: string;
    readonly name = "StoppedError";
    constructor(kept?: string);
}
export {};
