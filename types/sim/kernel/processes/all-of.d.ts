import type { Outcome } from './any-of.js';
import type { AnyWait, Wait } from './wait.js';
/** The values of several waits, in their order. */
export type All<Waits extends readonly AnyWait[]> = {
    -readonly [I in keyof Waits]: Outcome<Waits[I]>;
};
/** A wait for all of several; what comes early is kept until the last comes. The first error gives the others up. */
export declare function allOf<const Waits extends readonly [AnyWait, ...AnyWait[]]>(...waits: Waits): Wait<All<Waits>>;
export {};
