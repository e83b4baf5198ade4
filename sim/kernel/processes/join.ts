import type { Target } from '../core/event.ts';
import type { Scheduler } from '../core/scheduler.ts';
import { Wait, type Waiter } from './wait.ts';

/** What a join needs of the process that it waits for. */
export interface Joinable<R> extends Waiter {
  readonly sim: Scheduler;
  readonly ended: boolean;
  /** What it returned. */
  readonly returned: R;
  /** Adds one who waits for the end. */
  admit(join: Join<R>): void;
  /** Removes one. */
  dismiss(join: Join<R>): void;
}

/** The wait for the end of a process. */
export class Join<R> extends Wait<R> implements Target {
  private slot = -1;
  private error: unknown = undefined;

  constructor(private readonly process: Joinable<R>) {
    super(process.sim);
  }

  get name(): string {
    return this.describe();
  }

  /** Process: it has ended, with a result or with an error. */
  end(error?: unknown): void {
    this.error = error;
    this.slot = this.sim.queue.pushGrant(this, 0, 0);
  }

  handle(): void {
    if (this.error === undefined) this.complete(this.process.returned);
    else this.completeWithError(this.error);
  }

  protected override start(): boolean {
    if (this.process.ended) return this.satisfy(this.process.returned);
    this.process.admit(this);
    return false;
  }

  protected override withdraw(): void {
    if (this.slot >= 0) this.sim.queue.cancelSlot(this.slot);
    else this.process.dismiss(this);
  }

  override describe(): string {
    return `the end of ${this.process.name}`;
  }

  override blockers(): readonly Waiter[] {
    return [this.process];
  }
}
