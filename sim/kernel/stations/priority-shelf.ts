import type { Shelf } from './store.ts';

/**
 * The shelf of a priority store: the smallest key goes out first, equal keys in the order put (what a heap ordered by key alone
 * gets wrong). `new Store(sim, name, {}, new PriorityShelf((job) => job.dueUs))`.
 */
export class PriorityShelf<T> implements Shelf<T> {
  private readonly heap: { key: number; arrival: number; item: T }[] = [];
  private arrivals = 0;

  constructor(private readonly keyOf: (item: T) => number) {}

  get size(): number {
    return this.heap.length;
  }

  push(item: T): void {
    const { heap } = this;
    const entry = { key: this.keyOf(item), arrival: this.arrivals++, item };
    let i = heap.push(entry) - 1;
    for (let parent = (i - 1) >> 1; i > 0 && precedes(entry, heap[parent]!); parent = (i - 1) >> 1) {
      heap[i] = heap[parent]!;
      i = parent;
    }
    heap[i] = entry;
  }

  shift(): T {
    const { heap } = this;
    const { item } = heap[0]!;
    const last = heap.pop()!;
    const { length } = heap;
    if (length === 0) return item;
    let i = 0;
    for (let child = 1; child < length; child = 2 * i + 1) {
      if (child + 1 < length && precedes(heap[child + 1]!, heap[child]!)) child += 1;
      if (!precedes(heap[child]!, last)) break;
      heap[i] = heap[child]!;
      i = child;
    }
    heap[i] = last;
    return item;
  }

  list(): readonly T[] {
    return [...this.heap].sort((a, b) => (precedes(a, b) ? -1 : 1)).map(({ item }) => item);
  }
}

function precedes(a: { key: number; arrival: number }, b: { key: number; arrival: number }): boolean {
  return a.key < b.key || (a.key === b.key && a.arrival < b.arrival);
}
