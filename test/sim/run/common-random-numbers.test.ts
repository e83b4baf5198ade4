import { describe, expect, test } from 'vitest';
import { maintenancePolicy, sortPolicy } from '../../../sim/decisions/policies.ts';
import type { WorldEvent } from '../../../sim/record/event.ts';
import { ofType } from '../record/of-type.ts';
import { depot, noisyPerception, play, portsOf } from './kit.ts';

const arrivals = (events: readonly WorldEvent[]) =>
  JSON.stringify(ofType(events, 'item.arrived').map((e) => [e.timeUs, e.data]));

describe('common random numbers', () => {
  const world = depot();
  const base = play(world);

  test('arrivals and what the items are do not depend on perception, policies or maintenance', () => {
    const other = play(
      world,
      {},
      portsOf({
        perception: noisyPerception(0.3),
        sorting: sortPolicy('threshold'),
        maintenance: maintenancePolicy('periodic', world),
      }),
    );
    expect(arrivals(other.events)).toBe(arrivals(base.events));
    expect(other.summary.valueEur).not.toBe(base.summary.valueEur);
  });

  test('another robot changes no other stream: the same item is gripped or lost by the same robot', () => {
    const robots = (n: number) => depot((w) => ({ robots: w.robots.slice(0, n) }));
    const grips = (events: readonly WorldEvent[]) =>
      new Map(
        ofType(events, 'item.picked')
          .filter((e) => e.data.robot === 'r1')
          .map((e) => [e.subject, e.data.ok]),
      );
    const [one, two] = [grips(play(robots(1)).events), grips(play(robots(2)).events)];
    expect(one.size).toBeGreaterThan(100);
    for (const [item, ok] of one) if (two.has(item)) expect(two.get(item)).toBe(ok);
    expect(arrivals(play(robots(1)).events)).toBe(arrivals(base.events));
  });

  test('the same key gives the same events, another replication another day', () => {
    expect(JSON.stringify(play(world).events)).toBe(JSON.stringify(base.events));
    expect(arrivals(play(world, { replication: 1 }).events)).not.toBe(arrivals(base.events));
  });

  test('a pool shares specimens between replications, in another order', () => {
    const pooled = depot((w) => ({ feed: { ...w.feed, poolSize: 30 } }), 1);
    const specimens = (replication: number) =>
      ofType(play(pooled, { replication }).events, 'item.arrived').map((e) => e.data.specimen);
    const [a, b] = [specimens(0), specimens(1)];
    expect(Math.max(...a, ...b)).toBeLessThan(30);
    expect(a.slice(0, 20)).not.toEqual(b.slice(0, 20));
  });

  test('advancing in slices of any size gives the same day', () => {
    const sliced = play(world, {}, portsOf(), 7);
    expect(JSON.stringify(sliced.events)).toBe(JSON.stringify(base.events));
  });
});
