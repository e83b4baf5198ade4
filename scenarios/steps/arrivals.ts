import type { RunKey } from '../../sim/run.ts';
import { type Arrival, type Arrivals, Feed, Specimens } from '../../sim/site/flow/feed.ts';
import type { WorldSpec } from '../../sim/world.ts';

/** Days whose arrivals a thread keeps. */
const keptDays = 4;

interface KeptDay {
  readonly made: Arrival[];
  readonly feed: Feed;
  /** Days of one pool, whatever their replication, draw from the same specimens. */
  readonly pool: string;
  readonly specimens: Specimens;
}

/**
 * The items of the days that a thread plays: each day is played under many policies and lifted limits, its items are made
 * once. They are a function of site, feed, belt width and key, and nobody changes them.
 */
export class ArrivalBook {
  private readonly days = new Map<string, KeptDay>();

  /** The arrivals of a day from its beginning; those that nobody has asked for before are made now. */
  of(world: WorldSpec, key: RunKey): Arrivals {
    const { feed, made } = this.day(world, key);
    let at = 0;
    return {
      next() {
        const arrival = made[at] ?? feed.next();
        if (arrival === null) return null;
        made[at++] = arrival;
        return arrival;
      },
    };
  }

  private day(world: WorldSpec, key: RunKey): KeptDay {
    const { seed, replication } = key;
    const name = JSON.stringify([world.site, world.feed, world.belt.widthM, seed, replication]);
    const day = this.days.get(name) ?? this.open(world, key);
    this.days.delete(name);
    this.days.set(name, day);
    for (const oldest of this.days.keys()) if (this.days.size > keptDays) this.days.delete(oldest);
    return day;
  }

  private open(world: WorldSpec, { seed, replication }: RunKey): KeptDay {
    const { ratePerHour: _r, surges: _s, minGapS: _g, ...pooled } = world.feed;
    const pool = JSON.stringify([pooled, seed]);
    const known = [...this.days.values()].find((day) => day.pool === pool);
    const specimens = known?.specimens ?? new Specimens(world.feed, seed);
    return { made: [], feed: new Feed(world, seed, replication, specimens), pool, specimens };
  }
}
