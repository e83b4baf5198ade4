import type { RunOptions } from './run-options.ts';

/**
 * What callers hand to a simulation, checked. Not beside the loop: the compiler inlines up to a budget of bytecode, and text that
 * is never shown counts too.
 */

/** Throws unless seed and replication are integers >= 0: a fraction or NaN would give a world of its own without a word. */
export function requireKey(seed: number, replication: number): void {
  for (const [name, value] of Object.entries({ seed, replication })) {
    if (!Number.isSafeInteger(value) || value < 0)
      throw new RangeError(`new Simulation: ${name} must be an integer >= 0, got ${value}`);
  }
}

/** Throws unless a time to run until is Infinity or an integer that is not over yet. */
export function requireLimit(untilUs: number, now: number): void {
  if (untilUs === Number.POSITIVE_INFINITY) return;
  if (!Number.isSafeInteger(untilUs) || untilUs < now) {
    throw new RangeError(
      `run: the limit must be Infinity or an integer number of microseconds >= now (${now}), got ${untilUs}; ` +
        'it is a time and not a span, clock.ts turns minutes and hours into it',
    );
  }
}

/** Events between two looks at what is not looked at for every event. */
const SLICE = 1_000_000_000;

/** The same where progress is to be told: after so many events. Throws unless it is an integer in 1 .. SLICE. */
export function sliceOf(progress: RunOptions['progress']): number {
  const every = progress?.everyEvents ?? SLICE;
  if (!Number.isInteger(every) || every < 1 || every > SLICE)
    throw new RangeError(`run: progress.everyEvents must be an integer in 1 .. ${SLICE}, got ${every}`);
  return every;
}

/** Refuses a body that is no generator, mostly a generator function that was not called. */
export function refuseBody(body: unknown, name: string): never {
  throw new TypeError(
    `sim.process: ${name} must be a generator, got ${typeof body === 'function' ? 'a function' : String(body)}; ` +
      'call the generator function: sim.process(customer(), ...)',
  );
}
