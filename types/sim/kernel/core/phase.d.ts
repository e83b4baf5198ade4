/**
 * Phases order what happens at one instant, so that a server freed at 12:00 serves the customer who comes at 12:00
 * (the idea is simmer's): releases, then capacity changes, then grants, then ordinary events, then arrivals.
 */
export declare const RELEASE = 0;
export declare const CAPACITY = 1;
export declare const GRANT = 2;
export declare const ORDINARY = 3;
export declare const ARRIVAL = 4;
export type Phase = 0 | 3 | 2 | 1 | 4;
export {};
