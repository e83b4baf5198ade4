import type { WaitQueue } from './discipline.ts';
import type { Queued } from './queued.ts';

/** First or last come, first served: a doubly linked list through the waits. */
export class LinkedQueue<W extends Queued<unknown>> implements WaitQueue<W> {
  size = 0;
  private first: Queued<unknown> | null = null;
  private last: Queued<unknown> | null = null;

  /** `lifo`: newcomers go to the front. */
  constructor(private readonly lifo = false) {}

  head(): W | null {
    return this.first as W | null;
  }

  join(wait: W): void {
    if (this.lifo) this.link(null, wait, this.first);
    else this.link(this.last, wait, null);
    this.size += 1;
  }

  leave(wait: W): void {
    const { ahead, behind } = wait;
    if (ahead === null) this.first = behind;
    else ahead.behind = behind;
    if (behind === null) this.last = ahead;
    else behind.ahead = ahead;
    wait.ahead = null;
    wait.behind = null;
    this.size -= 1;
  }

  list(): readonly W[] {
    const all: W[] = [];
    for (let wait = this.first; wait !== null; wait = wait.behind) all.push(wait as W);
    return all;
  }

  private link(ahead: Queued<unknown> | null, wait: Queued<unknown>, behind: Queued<unknown> | null): void {
    wait.ahead = ahead;
    wait.behind = behind;
    if (ahead === null) this.first = wait;
    else ahead.behind = wait;
    if (behind === null) this.last = wait;
    else behind.ahead = wait;
  }
}
