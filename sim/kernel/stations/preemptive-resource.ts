import type { Scheduler } from '../core/scheduler.ts';
import { Process } from '../processes/process.ts';
import { ownerOf } from '../processes/wait.ts';
import { Request, type RequestOptions, Resource, type ResourceOptions } from './resource.ts';

/** Why a process lost a server: the cause of its `Interrupted`. */
export class Preempted {
  constructor(
    readonly resource: string,
    /** Who took it. */
    readonly by: string,
    /** Since when it had been held. */
    readonly sinceUs: number,
  ) {}

  toString(): string {
    return `${this.resource} taken by ${this.by}`;
  }
}

/** A request that can lose its server to a better one. */
class PreemptiveRequest extends Request {
  sinceUs = 0;
}

/**
 * Servers that a request of better (lower) priority takes away from the worst and latest holder. The holder gets
 * `Interrupted` with a `Preempted` as its cause, holds nothing any more, and may request again for what is left to do.
 */
export class PreemptiveResource extends Resource {
  constructor(sim: Scheduler, name: string, { capacity = 1 }: Pick<ResourceOptions, 'capacity'> = {}) {
    super(sim, name, { capacity, discipline: { by: ({ priority }) => priority } });
  }

  /** Requests are for one unit. */
  override request({ priority = 0 }: Pick<RequestOptions, 'priority'> = {}): Request {
    return new PreemptiveRequest(this, priority);
  }

  override admit(request: PreemptiveRequest): boolean {
    if (this.inUse >= this.capacity) {
      const victim = this.worstUser();
      if (victim !== null && victim.priority > request.priority) this.evict(victim, request);
    }
    return super.admit(request);
  }

  protected override take(request: PreemptiveRequest): void {
    super.take(request);
    request.sinceUs = this.sim.now;
  }

  /** Largest priority number, the latest among equals; null if there is no user. O(units). */
  private worstUser(): PreemptiveRequest | null {
    let worst: PreemptiveRequest | null = null;
    for (const user of this.users.list() as readonly PreemptiveRequest[]) {
      if (worst === null || user.priority >= worst.priority) worst = user;
    }
    return worst;
  }

  private evict(victim: PreemptiveRequest, by: PreemptiveRequest): void {
    const owner = ownerOf(victim);
    if (!(owner instanceof Process))
      throw new Error(`resource ${this.name}: only processes can be preempted`);
    this.release(victim);
    owner.interrupt(new Preempted(this.name, ownerOf(by).name, victim.sinceUs));
  }
}
