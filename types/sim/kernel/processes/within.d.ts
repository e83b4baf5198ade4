import type { Wait } from './wait.js';
/** The value of a wait that took too long. */
export declare const TIMED_OUT: unique symbol;
export type TimedOut = typeof TIMED_OUT;
/**
 * Any wait with a time-out: gives the wait's value, or TIMED_OUT after `limitUs`, and then leaves the line (reneging). A grant at
 * the very instant of the time-out counts as in time.
 */
export declare function within<T>(limitUs: number, wait: Wait<T>): Wait<T | TimedOut>;
export {};
