import type { Scheduler } from '../core/scheduler.ts';
import type { Wait } from '../processes/wait.ts';
import { LinkedQueue } from './linked-queue.ts';
import { Queued } from './queued.ts';
import { requireCapacity, Station } from './station.ts';

/**
 * A store in which each taker says which item will do. The oldest item that fits goes to the taker; takers are looked at in the
 * order in which they came, and one whom nothing fits holds up nobody. O(items) a look.
 */
export class FilterStore<T> extends Station {
  private readonly stock: T[] = [];
  private readonly takers = new LinkedQueue<FilterGet<T>>();

  constructor(
    sim: Scheduler,
    name: string,
    readonly capacity = Number.POSITIVE_INFINITY,
  ) {
    super(sim, name);
    requireCapacity('filter store', name, capacity);
  }

  get items(): readonly T[] {
    return this.stock;
  }

  /** Puts an item; false if there is no room. */
  offer(item: T): boolean {
    if (this.stock.length >= this.capacity) return false;
    this.stock.push(item);
    this.measured?.content.set(this.stock.length);
    if (this.takers.size > 0) this.askForGrant();
    return true;
  }

  /** A wait for an item that fits. */
  get(fits: (item: T) => boolean): Wait<T> {
    return new FilterGet(this, fits);
  }

  /** FilterGet: position of the oldest item that fits, or -1. */
  find(get: FilterGet<T>): number {
    return this.stock.findIndex(get.fits);
  }

  private remove(at: number): T {
    const [item] = this.stock.splice(at, 1);
    return item as T;
  }

  /** FilterGet: nobody had to wait. */
  takeAtOnce(at: number): T {
    const item = this.remove(at);
    this.noteServedAtOnce();
    return item;
  }

  /** FilterGet: others came first, and one of them may want the item. */
  get hasLine(): boolean {
    return this.takers.size > 0;
  }

  admit(get: FilterGet<T>): false {
    this.enqueue(this.takers, get);
    if (this.stock.length > 0) this.askForGrant();
    return false;
  }

  dismiss(get: FilterGet<T>): void {
    this.dequeue(this.takers, get);
  }

  protected override serve(): void {
    for (const get of this.takers.list()) {
      const at = this.find(get);
      if (at < 0) continue;
      this.dequeue(this.takers, get);
      const item = this.remove(at);
      this.noteServed(get);
      if (this.takers.size > 0 && this.stock.length > 0) this.askForGrant();
      get.complete(item);
      return;
    }
  }

  protected override content(): number {
    return this.stock.length;
  }

  protected override queueLength(): number {
    return this.takers.size;
  }
}

class FilterGet<T> extends Queued<T> {
  constructor(
    private readonly store: FilterStore<T>,
    readonly fits: (item: T) => boolean,
  ) {
    super(store.sim);
  }

  protected override start(): boolean {
    const at = this.store.find(this);
    if (at < 0 || this.store.hasLine) return this.store.admit(this);
    return this.satisfy(this.store.takeAtOnce(at));
  }

  protected override withdraw(): void {
    this.store.dismiss(this);
  }

  override describe(): string {
    return `a fitting item of ${this.store.name}`;
  }
}
