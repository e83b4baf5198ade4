import { formatTime } from './clock.ts';

/**
 * Thrown inside a process that was interrupted; `cause` is what the interrupter said. Not an Error: an interrupt is an event of the
 * model and no fault, and the stack trace of an Error costs more than a hundred events.
 */
export class Interrupted {
  constructor(readonly cause: unknown) {}

  toString(): string {
    return `interrupted: ${String(this.cause)}`;
  }
}

/** Thrown at those who wait for the end of a process that was cancelled. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
  constructor(process: string) {
    super(`process ${process} was cancelled`);
  }
}

/** Where in a simulation something went wrong. */
export interface ErrorContext {
  readonly timeUs: number;
  /** Name of the process, entity or callback whose event it was. */
  readonly who: string;
  readonly seed: number;
  readonly replication: number;
  /** The events that led here, the latest first, `arrivals at 12:00:00`; null if the simulation does not keep them. */
  readonly causes: readonly string[] | null;
}

/** Whatever stops a simulation, with what is needed to see it again: what, who, when, why and the seed. */
export class SimulationError extends Error {
  override readonly name = 'SimulationError';
  constructor(
    what: string,
    readonly scene: ErrorContext,
    override readonly cause?: unknown,
  ) {
    super(`${what}\n${describe(scene)}`);
  }
}

function describe({ timeUs, who, seed, replication, causes }: ErrorContext): string {
  const chain = causes?.join(' <- ') ?? 'not kept; run again with { causes: true }';
  return [
    `  who: ${who}`,
    `  when: ${formatTime(timeUs)} (${timeUs} us), seed ${seed}, replication ${replication}`,
    `  caused by: ${chain}`,
  ].join('\n');
}
