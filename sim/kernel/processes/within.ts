import type { Target } from '../core/event.ts';
import { type AnyWait, Wait, type Waiter } from './wait.ts';

/** The value of a wait that took too long. */
export const TIMED_OUT = Symbol('timed out');
export type TimedOut = typeof TIMED_OUT;

/**
 * Any wait with a time-out: gives the wait's value, or TIMED_OUT after `limitUs`, and then leaves the line (reneging). A grant at
 * the very instant of the time-out counts as in time.
 */
export function within<T>(limitUs: number, wait: Wait<T>): Wait<T | TimedOut> {
  return new Within(limitUs, wait);
}

class Within<T> extends Wait<T | TimedOut> implements Target, Waiter {
  private slot = -1;

  constructor(
    private readonly limitUs: number,
    private readonly wait: Wait<T>,
  ) {
    super(wait.sim);
  }

  get name(): string {
    return this.describe();
  }

  /** The time is up. */
  handle(): void {
    this.wait.abandon();
    this.complete(TIMED_OUT);
  }

  wake(): void {
    this.sim.queue.cancelSlot(this.slot);
    this.complete(this.wait.outcome);
  }

  fail(_wait: AnyWait, error: unknown): void {
    this.sim.queue.cancelSlot(this.slot);
    this.completeWithError(error);
  }

  protected override start(): boolean {
    if (this.wait.begin(this)) return this.satisfy(this.wait.outcome);
    this.slot = this.sim.queue.push(this.limitUs, this, 0, 0);
    return false;
  }

  protected override withdraw(): void {
    this.sim.queue.cancelSlot(this.slot);
    this.wait.abandon();
  }

  override describe(): string {
    return `${this.wait.describe()}, at most ${this.limitUs} us`;
  }

  override blockers(): readonly Waiter[] {
    return this.wait.blockers();
  }
}
