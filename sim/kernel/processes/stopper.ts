import type { AnyWait, Waiter } from './wait.ts';

/** Waits on behalf of `run(wait)`: pauses the simulation when the wait is over. */
export class Stopper implements Waiter {
  readonly name = 'the run';

  constructor(private readonly run: { pause(): void }) {}

  wake(): void {
    this.run.pause();
  }

  fail(_wait: AnyWait, error: unknown): void {
    throw error;
  }
}
