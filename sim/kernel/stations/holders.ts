import type { Queued } from './queued.ts';

/** The requests that hold units of a resource: a list through the requests themselves, the latest first. */
export class Holders<R extends Queued<unknown>> {
  private latest: R | null = null;

  add(request: R): void {
    const { latest } = this;
    request.behind = latest;
    if (latest !== null) latest.ahead = request;
    this.latest = request;
  }

  remove(request: R): void {
    const { ahead, behind } = request;
    if (ahead === null) this.latest = behind as R | null;
    else ahead.behind = behind;
    if (behind !== null) behind.ahead = ahead;
    request.ahead = null;
    request.behind = null;
  }

  /** All, the earliest first. */
  list(): readonly R[] {
    const all: R[] = [];
    for (let request = this.latest; request !== null; request = request.behind as R | null) all.push(request);
    return all.reverse();
  }
}
