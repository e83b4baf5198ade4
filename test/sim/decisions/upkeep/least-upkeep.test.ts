import { describe, expect, test } from 'vitest';
import {
  leastUpkeep,
  silentDay,
  upkeepOf,
  withUpkeep,
} from '../../../../sim/decisions/upkeep/least-upkeep.ts';
import { runToFailure } from '../../../../sim/decisions/upkeep/maintenance.ts';
import { Standstill } from '../../../../sim/decisions/upkeep/standstill.ts';
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

  test('visits that only throw away long lives of a cheap part pass the time too, so that a dear one never fails', () => {
    const dear = even('dear', 24, 0, { kind: 'belt', robotId: null, plannedEur: 1000, failureEur: 1000 });
    const cheap = { ...dear, id: 'cheap', scale: 1000, shapePerHour: 1 / 16, plannedEur: 1, failureEur: 1 };
    const world = site(40, [dear, cheap], { inspectEveryS: 600, travelS: 4 * 3600, visitEur: 5 });
    const early: MaintenancePolicy = {
      name: 'early',
      decide: ({ assetId, timeUs }) => {
        return { action: assetId === 'cheap' && timeUs < 700e6 ? 'visit' : 'wait', options: [] };
      },
    };
    // Among the first two thousand days the one on which that saves most.
    const day = { seed: 3, replication: 987 };
    const { visitedEur } = leastUpkeep(silentDay(world, day), early);
    expect(paidEur(world, day, early)).toBe(5 * (5 + 1));
    expect(visitedEur).toBeLessThanOrEqual(5 * (5 + 1));
  });

  test('planned work is counted where it is cheaper than a failure, and the other way round', () => {
    const of = (plannedEur: number, failureEur: number) =>
      least(site(10, [even('a', 3, 0, { plannedEur, failureEur })])).visitedEur;
    expect(of(3, 200)).toBe(3 * 13);
    expect(of(200, 3)).toBe(3 * 13);
  });

  test('as many services as there are spare parts wait for one lead time together', () => {
    const missing = (spareParts: number, more: number) => {
      const world = site(100, [even('a', 3)], { spareParts, spareLeadS: 7200 });
      const done = { visits: 0, services: 0, workS: 0 };
      return new Standstill(world).longestS(done, more) - new Standstill(world).longestS(done, 0);
    };
    // A service is 60 s of work; one more is under way.
    expect(missing(3, 2)).toBe(2 * 60);
    expect(missing(3, 3)).toBe(3 * 60 + 7200);
    expect(missing(3, 6)).toBe(6 * 60 + 2 * 7200);
    expect(missing(0, 2)).toBe(2 * 60 + 4 * 7200);
  });

  test('a bound all the same where there are too many ways to try them all', () => {
    const uneven = (id: string) => ({ ...even(id, 3), scale: 5, shapePerHour: 0.7 });
    const world = site(300, ['a', 'b', 'c', 'd', 'e', 'f'].map(uneven), { visitEur: 100 });
    const { unvisited, visitedEur } = least(world);
    expect(unvisited).toBe(false);
    expect(visitedEur).toBeGreaterThan(100);
    expect(visitedEur).toBeLessThanOrEqual(paidEur(world, key, runToFailure()));
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
