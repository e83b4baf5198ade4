const MS_PER_HOUR = 3_600_000;

/** The time that a call was given. A piece of work is begun when one like it would have ended within. */
export class Slice {
  readonly #end: number;
  readonly #longest = new Map<string, number>();

  constructor(hours = Number.POSITIVE_INFINITY) {
    this.#end = performance.now() + hours * MS_PER_HOUR;
  }

  isOver(): boolean {
    return performance.now() >= this.#end;
  }

  hasRoomFor(kind: string): boolean {
    return performance.now() + (this.#longest.get(kind) ?? 0) < this.#end;
  }

  async timed(kind: string, carryOut: () => Promise<void>): Promise<void> {
    const start = performance.now();
    await carryOut();
    this.#longest.set(kind, Math.max(this.#longest.get(kind) ?? 0, performance.now() - start));
  }
}
