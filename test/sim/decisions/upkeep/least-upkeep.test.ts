import { describe, expect, test } from 'vitest';
import {
  leastUpkeep,
  silentDay,
  upkeepOf,
  withUpkeep,
} from '../../../../sim/decisions/upkeep/least-upkeep.ts';
import { runToFailure } from '../../../../sim/decisions/upkeep/maintenance.ts';
import type { MaintenancePolicy } from '../../../../sim/ports.ts';
import type { AssetSpec, WorldSpec } from '../../../../sim/world.ts';
import { depot } from '../../run/kit.ts';
import { paidEur, playRandomSite } from './random-sites.ts';

const key = { seed: 3, replication: 0 };
const gripper = depot().assets.find(({ kind }) => kind === 'gripper')!;

/** A gripper that wears so evenly that each life takes nearly so many hours. */
function even(id: string, lifeH: number, startWear = 0, more: Partial<AssetSpec> = {}): AssetSpec {
  const limit = 10;
  const scale = 1e-4;
  return {
    ...gripper,
    ...{ id, limit, scale, shapePerHour: limit / scale / lifeH, startWear },
    ...{ plannedEur: 3, failureEur: 3, plannedS: 60, repairS: 60, ...more },
  };
}

/** Nothing comes, the site is open all the time, and whoever is called comes at once and costs EUR 10. */
function site(hours: number, assets: readonly AssetSpec[], change: Partial<WorldSpec['maintenance']> = {}) {
  return depot((w) => ({
    site: { ...w.site, startHour: 0, openHour: 0, closeHour: 24, durationS: hours * 3600 },
    feed: { ...w.feed, ratePerHour: 0, surges: [] },
    assets: [...assets],
    maintenance: {
      ...w.maintenance,
      ...{
        inspectEveryS: 3600,
        travelS: 0,
        fromHour: 0,
        toHour: 24,
        visitEur: 10,
        spareParts: 99,
        ...change,
      },
    },
  }));
}

const least = (world: WorldSpec, policy: MaintenancePolicy = runToFailure()) =>
  leastUpkeep(silentDay(world, key), policy);

describe('what looking after a site costs at least', () => {
  test('nothing where all lasts to the end, and a visit where somebody comes all the same', () => {
    expect(least(site(10, [even('a', 11)]))).toEqual({ unvisited: true, visitedEur: 10 });
    expect(least(site(10, []))).toEqual({ unvisited: true, visitedEur: 10 });
  });

  test('a visit and a part for each life that ends, as who waits for failures pays', () => {
    const world = site(10, [even('a', 3)]);
    expect(least(world)).toEqual({ unvisited: false, visitedEur: 3 * 13 });
    expect(paidEur(world, key, runToFailure())).toBe(3 * 13);
  });

  test('one visit renews what fails later too', () => {
    // At 4 h both; else at 4 and 6 h.
    expect(least(site(9, [even('a', 8, 0.5), even('b', 6)])).visitedEur).toBe(10 + 3 + 3);
    // The second lasts to the end by itself.
    expect(least(site(9, [even('a', 8, 0.5), even('b', 12)])).visitedEur).toBe(10 + 3);
    // Two visits, at 4 and 8 h, of which each renews the first and one of them the second.
    expect(least(site(10, [even('a', 4), even('b', 6)])).visitedEur).toBe(2 * 10 + 2 * 3 + 3);
  });

  test('a failure so late that nobody comes before the end needs nobody', () => {
    const late = (travelS: number) => least(site(10, [even('a', 9)], { travelS })).unvisited;
    expect([late(0), late(1800), late(7200)]).toEqual([false, false, true]);
  });

  test('a cheap part may be renewed once more to pass over a short life, or only to pass the time', () => {
    // Without a spare part each service waits for its own, so that nine of them pass nine hours.
    const waiting = site(10, [even('a', 1)], { spareParts: 0, spareLeadS: 3600, visitEur: 1000 });
    const eur = least(waiting).visitedEur;
    expect(eur).toBeGreaterThanOrEqual(1000 + 3);
    expect(eur).toBeLessThan(1000 + 10 * 3);
  });

  test('of several who may have looked after it the cheapest counts; without any nothing fails', () => {
    const world = site(10, [even('a', 3)]);
    expect(upkeepOf(world, key, [])).toEqual({ unvisited: true, visitedEur: Number.POSITIVE_INFINITY });
    expect(upkeepOf(world, key, [runToFailure(), runToFailure()])).toEqual(least(world));
    const lens = site(10, [{ ...even('a', 3), kind: 'lens' }]);
    expect(upkeepOf(lens, key, [runToFailure()]).unvisited).toBe(true);
  });

  test('a bound takes the better of no visit and paid ones, and works the latter out only where that may matter', () => {
    const never = () => {
      throw new Error('not needed');
    };
    const both = { unvisited: true, visitedEur: 10 };
    expect(withUpkeep(both, 5, 14, never)).toEqual({ boundEur: 5, upkeepEur: 0 });
    expect(withUpkeep(both, 5, 20, () => 16)).toEqual({ boundEur: 6, upkeepEur: 10 });
    expect(withUpkeep(both, 5, 20, () => 15)).toEqual({ boundEur: 5, upkeepEur: 0 });
    expect(withUpkeep({ unvisited: false, visitedEur: 10 }, 5, 9, () => 8)).toEqual({
      boundEur: -2,
      upkeepEur: 10,
    });
  });
});

test('no policy pays less on 60 random sites, and some pay no more', () => {
  const found = Array.from({ length: 60 }, (_, n) => playRandomSite(n));
  for (const { aboveEur, what } of found) expect(aboveEur, what).toBeGreaterThanOrEqual(-1e-9);
  expect(found.filter(({ aboveEur }) => aboveEur < 1e-9).length).toBeGreaterThan(5);
});
