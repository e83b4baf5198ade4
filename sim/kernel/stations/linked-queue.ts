import type { Queued } from './queued.ts';
import type { WaitQueue } from './wait-queue.ts';

/**
 * First or last come, first served: a ring through the waits, of which the queue knows the last. Knowing both ends would cost
 * the garbage collector's note of a pointer from old to young twice a wait, once for each end.
 */
export class LinkedQueue<W extends Queued<unknown>> implements WaitQueue<W> {
  size = 0;
  private last: Queued<unknown> | null = null;

  /** `lifo`: newcomers go to the front. */
  constructor(private readonly lifo = false) {}

  head(): W | null {
    return this.last === null ? null : (this.last.behind as W);
  }

  join(wait: W): void {
    const { last } = this;
    this.size += 1;
    if (last === null) {
      wait.ahead = wait;
      wait.behind = wait;
      this.last = wait;
      return;
    }
    const first = last.behind!;
    wait.ahead = last;
    wait.behind = first;
    last.behind = wait;
    first.ahead = wait;
    if (!this.lifo) this.last = wait;
  }

  leave(wait: W): void {
    const ahead = wait.ahead!;
    const behind = wait.behind!;
    this.size -= 1;
    ahead.behind = behind;
    behind.ahead = ahead;
    if (this.size === 0) this.last = null;
    else if (wait === this.last) this.last = ahead;
    wait.ahead = null;
    wait.behind = null;
  }

  list(): readonly W[] {
    const all: W[] = [];
    for (let wait = this.head(); all.length < this.size; wait = wait!.behind as W) all.push(wait!);
    return all;
  }
}
