import type { Scheduler } from '../core/scheduler.ts';
import type { Wait } from '../processes/wait.ts';
import { LinkedQueue } from './linked-queue.ts';
import { Queued } from './queued.ts';
import { requireCapacity, Station } from './station.ts';

/** A quantity in a vessel: litres, joules, coins. Processes take and fill, and wait for content or for room, first come first served. */
export class Container extends Station {
  private readonly takers = new LinkedQueue<Transfer>();
  private readonly fillers = new LinkedQueue<Transfer>();
  private amount: number;

  constructor(
    sim: Scheduler,
    name: string,
    readonly capacity = Number.POSITIVE_INFINITY,
    initial = 0,
  ) {
    super(sim, name);
    requireCapacity('container', name, capacity);
    if (!(initial >= 0 && initial <= capacity)) {
      throw new RangeError(`container ${name}: initial amount must be in 0 .. ${capacity}, got ${initial}`);
    }
    this.amount = initial;
  }

  get level(): number {
    return this.amount;
  }

  /** A wait for this much content. */
  take(amount: number): Wait<void> {
    return new Transfer(this, -this.checked(amount));
  }

  /** A wait for room for this much. */
  fill(amount: number): Wait<void> {
    return new Transfer(this, this.checked(amount));
  }

  private checked(amount: number): number {
    if (amount > 0 && amount <= this.capacity) return amount;
    throw new RangeError(
      `container ${this.name}: amount must be > 0 and at most ${this.capacity}, got ${amount}`,
    );
  }

  /** Transfer: true if it was done at once. */
  admit(transfer: Transfer): boolean {
    const line = this.lineOf(transfer);
    if (line.size > 0 || !this.fits(transfer)) {
      this.enqueue(line, transfer);
      return false;
    }
    this.apply(transfer);
    this.noteServedAtOnce();
    return true;
  }

  dismiss(transfer: Transfer): void {
    const line = this.lineOf(transfer);
    this.dequeue(line, transfer);
    if (line.size > 0) this.askForGrant(); // those behind a big one may now fit
  }

  /** Transfer: takes back what was done. */
  revert({ change }: Transfer): void {
    this.amount -= change;
    this.measured?.content.set(this.amount);
    if (this.takers.size + this.fillers.size > 0) this.askForGrant();
  }

  protected override serve(): void {
    for (const line of [this.fillers, this.takers]) {
      const transfer = line.head();
      if (transfer === null || !this.fits(transfer)) continue;
      this.dequeue(line, transfer);
      this.apply(transfer);
      this.noteServed(transfer);
      if (line.size > 0) this.askForGrant();
      transfer.complete(undefined);
      return;
    }
  }

  private lineOf({ change }: Transfer): LinkedQueue<Transfer> {
    return change > 0 ? this.fillers : this.takers;
  }

  private fits({ change }: Transfer): boolean {
    const after = this.amount + change;
    return after >= 0 && after <= this.capacity;
  }

  private apply({ change }: Transfer): void {
    this.amount += change;
    if ((change > 0 ? this.takers : this.fillers).size > 0) this.askForGrant();
  }

  protected override content(): number {
    return this.amount;
  }

  protected override queueLength(): number {
    return this.takers.size + this.fillers.size;
  }
}

/** A wait for content (change < 0) or for room (change > 0). */
class Transfer extends Queued<void> {
  constructor(
    private readonly container: Container,
    readonly change: number,
  ) {
    super(container.sim);
  }

  override undo(): void {
    this.container.revert(this);
  }

  protected override start(): boolean {
    return this.container.admit(this) && this.satisfy(undefined);
  }

  protected override withdraw(): void {
    this.container.dismiss(this);
  }

  override describe(): string {
    const { container, change } = this;
    return change > 0 ? `room for ${change} in ${container.name}` : `${-change} of ${container.name}`;
  }
}
