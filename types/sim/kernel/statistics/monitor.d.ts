import type { Clock, Level } from './level.js';
import type { Tally } from './tally.js';
/** What a station measures once asked to: how many stand in line, how much is in use or in stock, how long each waited. */
export declare class StationMonitor {
    readonly queue: Level;
    readonly content: Level;
    /** Waiting times of the served, microseconds, zeros included. */
    readonly waitUs: Tally;
    constructor(clock: Clock, queueLength: number, content: number);
    /** Someone was served after waiting; `content` is what is in use or in stock now. */
    served(waitedUs: number, content: number): void;
    /** The end of a warm-up. */
    reset(): void;
}
export {};
