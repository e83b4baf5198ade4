import seedrandom from 'seedrandom';
import { type Hash64, hashText } from './hash.ts';
import { normalQuantile } from './normal-quantile.ts';
import { threefry, threefryLo } from './threefry.ts';

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
export function stream(key: StreamKey): RandomStream {
  const alea = seedrandom.alea(textOf(key.seed, key.replication, key.path, key.purpose), { state: true });
  return { next: alea, state: () => alea.state() as StreamState };
}

/** Continues a stream from a saved state, bit for bit. */
export function restoreStream(state: StreamState): RandomStream {
  const alea = seedrandom.alea('', { state: { ...state } });
  return { next: alea, state: () => alea.state() as StreamState };
}

/** Makes the key of the draws that `path` makes for `purpose`. */
export function drawKey(seed: number, replication: number, path: string, purpose: string): DrawKey {
  return hashText(textOf(seed, replication, path, purpose));
}

/** The keys of the draws that `path` makes, by purpose: a draw added for one purpose shifts no other. */
export function drawKeys<P extends string>(
  seed: number,
  replication: number,
  path: string,
  purposes: readonly P[],
): Readonly<Record<P, DrawKey>> {
  const entries = purposes.map((purpose) => [purpose, drawKey(seed, replication, path, purpose)]);
  return Object.fromEntries(entries) as Record<P, DrawKey>;
}

/** The length of the path is part of the text, so that no path and purpose run into another pair's. */
function textOf(seed: number, replication: number, path: string, purpose: string): string {
  return `${seed}|${replication}|${path.length}|${path}|${purpose}`;
}

/** 32 random bits (unsigned) of an item; `itemId` and `index` are integers in 0 .. 2^32 - 1. */
export function bitsAt(key: DrawKey, itemId: number, index = 0): number {
  return threefry(key.hi, key.lo, counter(itemId, 'itemId'), counter(index, 'index'));
}

/** Uniform number in [0, 1) with 53 random bits; arguments as for `bitsAt`. */
export function uniformAt(key: DrawKey, itemId: number, index = 0): number {
  const high = threefry(key.hi, key.lo, counter(itemId, 'itemId'), counter(index, 'index'));
  return (high * 0x200000 + (threefryLo >>> 11)) / 0x20000000000000;
}

/** Standard normal number by inversion of `uniformAt`, monotone in it; at most 8.2 standard deviations. */
export function normalAt(key: DrawKey, itemId: number, index = 0): number {
  return normalQuantile(uniformAt(key, itemId, index) + HALF_STEP);
}

/** Half a step of the 53-bit grid: keeps the quantile's argument inside (0, 1). */
const HALF_STEP = 1 / 0x40000000000000;

function counter(value: number, name: string): number {
  if (value >>> 0 !== value) {
    throw new RangeError(`random draw: ${name} must be an integer in 0 .. 4294967295, got ${value}`);
  }
  return value;
}

/** A stream view of one item's draws: index 0, 1, 2 ... of (key, itemId), for distributions that need several. */
export function itemStream(key: DrawKey, itemId: number): Uniform {
  let index = 0;
  return { next: () => uniformAt(key, itemId, index++) };
}
