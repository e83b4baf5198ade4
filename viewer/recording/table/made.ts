import type { Sequence } from './after.ts';
import { Numbers } from './numbers.ts';

/** A list of rows of a table, whose elements are made as they are asked for. */
export class Made<T> implements Sequence<T>, Iterable<T> {
  private readonly rows = new Numbers();

  constructor(private readonly make: (row: number) => T) {}

  get length(): number {
    return this.rows.length;
  }

  push(row: number): void {
    this.rows.push(row);
  }

  at(place: number): T | undefined {
    return place < 0 || place >= this.length ? undefined : this.make(this.rows.at(place));
  }

  /** The elements from one place up to another. */
  slice(from: number, to: number): T[] {
    const end = Math.min(to, this.length);
    return Array.from({ length: Math.max(0, end - from) }, (_, i) => this.make(this.rows.at(from + i)));
  }

  [Symbol.iterator](): Iterator<T> {
    return this.slice(0, this.length).values();
  }
}
