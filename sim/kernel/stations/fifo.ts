/** A queue of values on a ring that grows: plain arrays that push and shift around a few entries are several times slower. */
export class Fifo<T> {
  size = 0;
  private head = 0;
  private ring: (T | undefined)[] = new Array(16).fill(undefined);

  push(value: T): void {
    if (this.size === this.ring.length) this.grow();
    this.ring[(this.head + this.size) & (this.ring.length - 1)] = value;
    this.size += 1;
  }

  /** Removes the oldest; the queue must not be empty. */
  shift(): T {
    const value = this.ring[this.head] as T;
    this.ring[this.head] = undefined;
    this.head = (this.head + 1) & (this.ring.length - 1);
    this.size -= 1;
    return value;
  }

  /** The oldest, or undefined. */
  peek(): T | undefined {
    return this.size === 0 ? undefined : this.ring[this.head];
  }

  /** All values, the oldest first. */
  list(): readonly T[] {
    const all: T[] = [];
    for (let i = 0; i < this.size; i++) all.push(this.ring[(this.head + i) & (this.ring.length - 1)] as T);
    return all;
  }

  private grow(): void {
    const values = this.list();
    this.ring = [...values, ...new Array<undefined>(values.length).fill(undefined)];
    this.head = 0;
  }
}
