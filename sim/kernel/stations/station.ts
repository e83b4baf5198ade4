import { SERVE, type Target } from '../core/event.ts';
import type { EventQueue } from '../core/event-queue.ts';
import type { Scheduler } from '../core/scheduler.ts';
import { StationMonitor } from '../statistics/monitor.ts';
import type { Queued } from './queued.ts';
import type { WaitQueue } from './wait-queue.ts';

/**
 * Something that processes queue at. When a waiting one may have become servable the station asks for a grant: an event of this
 * instant, after all releases and capacity changes and before ordinary events. One grant serves one wait, so that what the
 * served process does is seen before the next is served.
 */
export abstract class Station implements Target {
  protected measured: StationMonitor | null = null;
  private grantPending = false;
  private readonly slot: number;
  private readonly queue: EventQueue;

  constructor(
    readonly sim: Scheduler,
    readonly name: string,
  ) {
    this.queue = sim.queue;
    this.slot = sim.queue.own(this, SERVE);
  }

  /** How much is in use or in stock: what the monitor calls content. */
  protected abstract content(): number;
  /** How many stand in line. */
  protected abstract queueLength(): number;
  /** Serves the next wait if it can be served, after `askForGrant` if more may follow. */
  protected abstract serve(): void;

  /** Measures from now on; asking again gives the same monitor. */
  monitor(): StationMonitor {
    this.measured ??= this.sim.measure(new StationMonitor(this.sim, this.queueLength(), this.content()));
    return this.measured;
  }

  /** Kernel: a grant is due. */
  handle(): void {
    this.grantPending = false;
    this.serve();
  }

  protected askForGrant(): void {
    if (this.grantPending) return;
    this.grantPending = true;
    this.queue.pushOwnedGrant(this.slot);
  }

  /** Puts a wait in line. */
  protected enqueue<W extends Queued<unknown>>(queue: WaitQueue<W>, wait: W): void {
    queue.join(wait);
    if (this.measured === null) return;
    wait.joinedUs = this.sim.now;
    this.measured.queue.set(this.queueLength());
  }

  /** Takes a wait out of line, served or not. */
  protected dequeue<W extends Queued<unknown>>(queue: WaitQueue<W>, wait: W): void {
    queue.leave(wait);
    this.measured?.queue.set(this.queueLength());
  }

  /** Notes that someone was served at once. */
  protected noteServedAtOnce(): void {
    if (this.measured !== null) this.measured.served(0, this.content());
  }

  /** Notes that someone was served who had waited. */
  protected noteServed(wait: Queued<unknown>): void {
    if (this.measured !== null) this.measured.served(this.sim.now - wait.joinedUs, this.content());
  }
}

/** Stops on a capacity that no station can have. */
export function requireCapacity(kind: string, name: string, capacity: number): void {
  if (!(capacity > 0)) throw new RangeError(`${kind} ${name}: capacity must be > 0, got ${capacity}`);
}
