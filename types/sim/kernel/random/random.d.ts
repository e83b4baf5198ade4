import type { Hash64 } from './hash.js';
/**
 * Random numbers with names. Two kinds, one rule: adding a draw in one place shifts nothing elsewhere.
 *
 * - `stream(key)` is a long-lived sequence (seedrandom's alea) for draws in order: arrivals, repair times.
 * - `uniformAt(drawKey, itemId, index)` and its kin are pure functions for draws per item: the value of item 4711 is the
 *   same whatever was drawn before it.
 */
export interface StreamKey {
    readonly seed: number;
    readonly replication: number;
    /** Path of the owner, `site/robot:1`. */
    readonly path: string;
    /** What the draws are for, `arrivals`. */
    readonly purpose: string;
}
/** Whatever gives the next number in [0, 1). */
export interface Uniform {
    next(): number;
}
/** State of a stream as plain data. */
export interface StreamState {
    readonly c: number;
    readonly s0: number;
    readonly s1: number;
    readonly s2: number;
}
/** A sequence of uniform numbers in [0, 1) (32 bits each) that can be saved and continued. */
export interface RandomStream extends Uniform {
    state(): StreamState;
}
/** The key of a family of per-item draws: 64 bits, opaque. */
export type DrawKey = Hash64;
/** Opens the named stream at its beginning. */
export declare function stream(key: StreamKey): RandomStream;
/** Continues a stream from a saved state, bit for bit. */
export declare function restoreStream(state: StreamState): RandomStream;
/** Makes the key of the draws that `path` makes for `purpose`. */
export declare function drawKey(seed: number, replication: number, path: string, purpose: string): DrawKey;
/** Uniform number in [0, 1) with 53 random bits; arguments as for `bitsAt`. */
export declare function uniformAt(key: DrawKey, itemId: number, index?: number): number;
/** Standard normal number by inversion of `uniformAt`, monotone in it; at most 8.2 standard deviations. */
export declare function normalAt(key: DrawKey, itemId: number, index?: number): number;
/** A stream view of one item's draws: index 0, 1, 2 ... of (key, itemId), for distributions that need several. */
export declare function itemStream(key: DrawKey, itemId: number): Uniform;
export {};
