import type { Target } from '../core/event.js';
/** What an interrupt needs of the process that it goes to. */
export interface Interruptible {
    readonly name: string;
    deliver(interruption: Interruption): void;
}
/** An interrupt on its way to a process. */
export declare class Interruption implements Target {
    private readonly process;
    readonly cause: unknown;
    readonly name: string;
    constructor(process: Interruptible, cause: unknown);
    handle(): void;
}
export {};
