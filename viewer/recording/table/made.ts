import type { Sequence } from './after.ts';
import { Numbers } from './numbers.ts';

/** Elements that stay once they are made: what is asked for in every picture is made once. A search among a million asks for twenty. */
const KEPT = 1024;

/** A list of rows of a table, whose elements are made as they are asked for; rows that are in the list do not change. */
export class Made<T> implements Sequence<T>, Iterable<T> {
  private readonly rows = new Numbers();
  private readonly kept = new Map<number, T>();

  constructor(private readonly make: (row: number) => T) {}

  get length(): number {
    return this.rows.length;
  }

  push(row: number): void {
    this.rows.push(row);
  }

  at(place: number): T | undefined {
    if (place < 0 || place >= this.length) return undefined;
    const known = this.kept.get(place);
    if (known !== undefined) return known;
    if (this.kept.size >= KEPT) this.kept.clear();
    const made = this.make(this.rows.at(place));
    this.kept.set(place, made);
    return made;
  }

  /** The elements from one place up to another. */
  slice(from: number, to: number): T[] {
    const elements: T[] = [];
    for (let place = Math.max(0, from); place < Math.min(to, this.length); place++) {
      const element = this.at(place);
      if (element !== undefined) elements.push(element);
    }
    return elements;
  }

  [Symbol.iterator](): Iterator<T> {
    return this.slice(0, this.length).values();
  }
}
