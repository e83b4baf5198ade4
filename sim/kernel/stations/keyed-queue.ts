import type { WaitQueue } from './wait-queue.ts';

interface Entry<W> {
  readonly key: number;
  /** Arrival number: first come among equal keys. */
  readonly arrival: number;
  readonly wait: W;
}

/** Smallest key first, first come among equals: a binary heap in which each wait (or item) knows its place. */
export class KeyedQueue<W extends { place: number }> implements WaitQueue<W> {
  private readonly heap: Entry<W>[] = [];
  private arrivals = 0;

  constructor(private readonly keyOf: (wait: W) => number) {}

  get size(): number {
    return this.heap.length;
  }

  head(): W | null {
    return this.heap[0]?.wait ?? null;
  }

  join(wait: W): void {
    const entry = { key: this.keyOf(wait), arrival: this.arrivals++, wait };
    this.heap.push(entry);
    this.rise(this.heap.length - 1, entry);
  }

  leave(wait: W): void {
    const hole = wait.place;
    const last = this.heap.pop()!;
    if (last.wait === wait) return;
    if (hole > 0 && precedes(last, this.heap[(hole - 1) >> 1]!)) this.rise(hole, last);
    else this.sink(hole, last);
  }

  list(): readonly W[] {
    return [...this.heap].sort((a, b) => (precedes(a, b) ? -1 : 1)).map(({ wait }) => wait);
  }

  private rise(start: number, entry: Entry<W>): void {
    let i = start;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!precedes(entry, this.heap[parent]!)) break;
      this.put(i, this.heap[parent]!);
      i = parent;
    }
    this.put(i, entry);
  }

  private sink(start: number, entry: Entry<W>): void {
    const { length } = this.heap;
    let i = start;
    for (let child = 2 * i + 1; child < length; child = 2 * i + 1) {
      if (child + 1 < length && precedes(this.heap[child + 1]!, this.heap[child]!)) child += 1;
      if (!precedes(this.heap[child]!, entry)) break;
      this.put(i, this.heap[child]!);
      i = child;
    }
    this.put(i, entry);
  }

  private put(i: number, entry: Entry<W>): void {
    this.heap[i] = entry;
    entry.wait.place = i;
  }
}

function precedes(a: { key: number; arrival: number }, b: { key: number; arrival: number }): boolean {
  return a.key < b.key || (a.key === b.key && a.arrival < b.arrival);
}
