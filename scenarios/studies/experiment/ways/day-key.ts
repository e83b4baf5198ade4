import type { RunKey } from '../../../../sim/run.ts';

/** Seeds of days that draw items of their own lie so far apart: those of a study and of one with a seed near it do not meet. */
const SEED_STEP = 10_000;
/** Seeds are unsigned integers of 32 bits. */
const SEEDS = 4_294_967_296;

/** What a study says of its days. */
export interface Days {
  readonly seed: number;
  /** True: each day draws items of its own. */
  readonly ownItems?: boolean;
}

/**
 * The draws of one day of a study. Items are drawn by the seed, and a pool of them is the same for all days of one seed: a day
 * with items of its own has a seed of its own. Day 0 is the same either way.
 */
export function dayKey({ seed, ownItems }: Days, replication: number): RunKey {
  return { seed: ownItems ? (seed + SEED_STEP * replication) % SEEDS : seed, replication };
}

/** A point by its name and, where there are several, its training. */
export function pointLabel(name: string, training?: number | null): string {
  return training === undefined || training === null ? name : `${name}, training ${training}`;
}
