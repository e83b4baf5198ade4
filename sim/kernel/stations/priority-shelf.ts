import { KeyedQueue } from './keyed-queue.ts';
import type { Shelf } from './store.ts';

/**
 * The shelf of a priority store: the smallest key goes out first, equal keys in the order put (what a heap ordered by key alone
 * gets wrong). `new Store(sim, name, {}, new PriorityShelf((job) => job.dueUs))`.
 */
export class PriorityShelf<T> implements Shelf<T> {
  private readonly queue: KeyedQueue<{ readonly item: T; place: number }>;

  constructor(keyOf: (item: T) => number) {
    this.queue = new KeyedQueue(({ item }) => keyOf(item));
  }

  get size(): number {
    return this.queue.size;
  }

  push(item: T): void {
    this.queue.join({ item, place: 0 });
  }

  shift(): T {
    const first = this.queue.head()!;
    this.queue.leave(first);
    return first.item;
  }

  list(): readonly T[] {
    return this.queue.list().map(({ item }) => item);
  }
}
