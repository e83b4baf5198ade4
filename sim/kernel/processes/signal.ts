import type { Target } from '../core/event.ts';
import type { Scheduler } from '../core/scheduler.ts';
import { Wait } from './wait.ts';

/** Something that happens and wakes all who wait for it then: a bell. Whoever comes later waits for the next time. */
export class Signal<T = void> {
  private readonly listeners = new Set<SignalWait<T>>();

  constructor(
    readonly sim: Scheduler,
    readonly name: string,
  ) {}

  /** A wait for the next `fire`; its value is what was sent. */
  wait(): Wait<T> {
    return new SignalWait(this);
  }

  /** Wakes all who wait, each by an event of its own at this instant, in the order in which they began. */
  fire(value: T): void {
    for (const listener of this.listeners) listener.ring(value);
    this.listeners.clear();
  }

  get waiting(): number {
    return this.listeners.size;
  }

  admit(wait: SignalWait<T>): void {
    this.listeners.add(wait);
  }

  dismiss(wait: SignalWait<T>): void {
    this.listeners.delete(wait);
  }
}

class SignalWait<T> extends Wait<T> implements Target {
  private slot = -1;
  private sent: T | undefined = undefined;

  constructor(private readonly signal: Signal<T>) {
    super(signal.sim);
  }

  get name(): string {
    return this.describe();
  }

  ring(value: T): void {
    this.sent = value;
    this.slot = this.sim.queue.pushGrant(this, 0, 0);
  }

  handle(): void {
    this.complete(this.sent as T);
  }

  protected override start(): boolean {
    this.signal.admit(this);
    return false;
  }

  protected override withdraw(): void {
    if (this.slot >= 0) this.sim.queue.cancelSlot(this.slot);
    else this.signal.dismiss(this);
  }

  override describe(): string {
    return `signal ${this.signal.name}`;
  }
}
