import { randomUUID } from 'node:crypto';
import { addressOf, type ContentStore } from '../store/store.ts';
import type { RunPlan } from '../studies/day/plan.ts';
import { prefix } from './job.ts';
import type { Link } from './link.ts';

/** For how long one who trains is believed without a new sign, and how often he gives one, ms. */
const [heldMs, signEveryMs] = [10_000, 3_000];
/** How often the others look whether he is done, ms. */
const lookEveryMs = 500;

/** A key of Redis, and who holds it. */
interface Lock {
  readonly key: string;
  readonly name: string;
}

/** Gives a lock back, unless it was lost meanwhile and is another one's. */
const release =
  "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

/** What tells one store from another, whichever machines see it. */
function identityOf(store: ContentStore): string {
  const [kind, address] = ['identity', addressOf('identity', {})];
  const known = store.readJson<{ id: string }>(kind, address);
  if (known) return known.id;
  const id = randomUUID();
  store.writeJson(kind, address, { id });
  return id;
}

/**
 * Lets one worker at a time train networks into a store that several share: all others would train the same ones. Whoever loses
 * the lock, or comes when Redis has forgotten it, trains too: that costs time and changes nothing.
 */
export class Preparation {
  constructor(
    private readonly store: ContentStore,
    private readonly link: Link,
    private readonly note: (text: string) => void,
  ) {
    identityOf(store); // made early, so that all have the same when the first cell comes
  }

  /** Calls `play` once the networks of the day are there, or by the only one who trains; rejects as `link.until`. */
  async before<T>(plan: RunPlan, play: () => Promise<T>): Promise<T> {
    const lock = { key: `${prefix}:training:${identityOf(this.store)}`, name: randomUUID() };
    for (let told = false; this.isMissing(plan); told = true) {
      if (await this.take(lock)) return this.holding(lock, play);
      if (!told) this.note('waiting for networks that are being trained into the same folder');
      await this.link.pause(lookEveryMs);
    }
    return play();
  }

  private isMissing({ variants }: RunPlan): boolean {
    const looks = variants.flatMap(({ robots }) => robots.flatMap((robot) => robot.looks));
    return looks.some(({ model }) => model !== null && !this.store.has('model', model));
  }

  private async take({ key, name }: Lock): Promise<boolean> {
    return (await this.link.until(this.link.redis.set(key, name, 'PX', heldMs, 'NX'))) === 'OK';
  }

  private async holding<T>({ key, name }: Lock, play: () => Promise<T>): Promise<T> {
    const { redis } = this.link;
    const sign = setInterval(() => redis.pexpire(key, heldMs).catch(() => {}), signEveryMs);
    try {
      return await play();
    } finally {
      clearInterval(sign);
      if (redis.status === 'ready') await redis.eval(release, 1, key, name).catch(() => {});
    }
  }
}
