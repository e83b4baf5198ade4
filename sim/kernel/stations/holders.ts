import type { Request } from './resource.ts';

/** The requests that hold units of a resource: a list through the requests themselves, the latest first. */
export class Holders {
  private latest: Request | null = null;

  add(request: Request): void {
    const { latest } = this;
    request.behind = latest;
    if (latest !== null) latest.ahead = request;
    this.latest = request;
  }

  remove(request: Request): void {
    const { ahead, behind } = request;
    if (ahead === null) this.latest = behind as Request | null;
    else ahead.behind = behind;
    if (behind !== null) behind.ahead = ahead;
    request.ahead = null;
    request.behind = null;
  }

  /** All, the earliest first. */
  list(): readonly Request[] {
    const all: Request[] = [];
    for (let request = this.latest; request !== null; request = request.behind as Request | null)
      all.push(request);
    return all.reverse();
  }
}
