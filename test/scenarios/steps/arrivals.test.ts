import { expect, test } from 'vitest';
import { ArrivalBook } from '../../../scenarios/steps/arrivals.ts';
import { depotWorld } from '../../../sim/site/depot.ts';
import { type Arrivals, Feed } from '../../../sim/site/flow/feed.ts';

const world = {
  ...depotWorld,
  site: { ...depotWorld.site, durationS: 1800 },
  feed: { ...depotWorld.feed, poolSize: 3 },
};

function all(arrivals: Arrivals) {
  const found = [];
  for (let arrival = arrivals.next(); arrival !== null; arrival = arrivals.next()) found.push(arrival);
  return found;
}

test('a day is what its feed gives, made once; replications of a pool share its items', () => {
  const book = new ArrivalBook();
  const days = [0, 1].map((replication) => {
    const made = all(book.of(world, { seed: 5, replication }));
    expect(made).toEqual(all(new Feed(world, 5, replication)));
    expect(all(book.of(world, { seed: 5, replication }))[0]).toBe(made[0]);
    return made;
  });
  const items = new Set(days.flat().map(({ item }) => item));
  expect(days.flat().length).toBeGreaterThan(6);
  expect(items.size).toBeLessThanOrEqual(3);
  expect(all(book.of(world, { seed: 6, replication: 0 }))[0]!.item).not.toEqual(days[0]![0]!.item);
});
