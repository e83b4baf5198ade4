/**
 * Phases order what happens at one instant, so that a server freed at 12:00 serves the customer who comes at 12:00
 * (the idea is simmer's): releases, then capacity changes, then grants, then ordinary events, then arrivals.
 */
export const RELEASE = 0;
export const CAPACITY = 1;
export const GRANT = 2;
export const ORDINARY = 3;
export const ARRIVAL = 4;

export type Phase = typeof RELEASE | typeof CAPACITY | typeof GRANT | typeof ORDINARY | typeof ARRIVAL;

/**
 * Phase, priority and sequence share one double, so that the queue compares one number:
 * phase * 2^50 + (priority + 512) * 2^40 + sequence, all exact below 2^53.
 */
const PHASE_UNIT = 0x4000000000000;
const PRIORITY_UNIT = 0x10000000000;
/** Exact, for it is a power of two; a product is faster than a division. */
const PER_PRIORITY_UNIT = 1 / PRIORITY_UNIT;
const PRIORITY_OFFSET = 512;

/** Events a simulation can schedule in its life: 2^40, about 10^12. */
export const MAX_SEQUENCE = PRIORITY_UNIT;

/** Order of the first event of this phase and priority; priority is an integer in -512 .. 511, lower goes first. */
export function orderBase(phase: Phase, priority: number): number {
  const shifted = priority + PRIORITY_OFFSET;
  if (shifted >>> 0 !== shifted || shifted > 1023) {
    throw new RangeError(`event priority must be an integer in -512 .. 511, got ${priority}`);
  }
  return phase * PHASE_UNIT + shifted * PRIORITY_UNIT;
}

// Written out, so that they are constants where they are used.
export const GRANT_BASE = 0xa000000000000; // orderBase(GRANT, 0)
export const ORDINARY_BASE = 0xe000000000000; // orderBase(ORDINARY, 0)

/** Phase of an order number. */
export const phaseOf = (order: number): Phase => Math.floor(order / PHASE_UNIT) as Phase;
/** Priority of an order number. */
export const priorityOf = (order: number): number =>
  Math.floor((order % PHASE_UNIT) / PRIORITY_UNIT) - PRIORITY_OFFSET;
/** Phase and priority as one number: two events of one instant are tied if it is equal. */
export const rankOf = (order: number): number => Math.floor(order * PER_PRIORITY_UNIT);
