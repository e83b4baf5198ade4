import { describe, expect, test } from 'vitest';
import { maintenancePolicies } from '../../../sim/decisions/policies.ts';
import {
  ageBased,
  conditionThreshold,
  opportunistic,
  periodic,
  predictedLife,
  runToFailure,
} from '../../../sim/decisions/upkeep/maintenance.ts';
import { bestRenewals } from '../../../sim/decisions/upkeep/replacement-age.ts';
import type { MaintenancePolicy } from '../../../sim/ports.ts';
import type { AssetSpec, WorldSpec } from '../../../sim/world.ts';
import { depot, play, portsOf } from '../run/kit.ts';

const VISIT_EUR = 260;

/** A part that lasts so many running hours, all but exactly, new at the start unless it is said how worn. */
const steady = (id: string, lifeH: number, more: Partial<AssetSpec> = {}): AssetSpec => ({
  ...{ id, kind: 'feeder', robotId: null, shapePerHour: 1e6 / lifeH, scale: 1e-6, limit: 1, startWear: 0 },
  ...{ readingSd: 0, plannedS: 0, repairS: 0, plannedEur: 1, failureEur: 500, ...more },
});

/** A part that wears in so many jumps until it fails: the fewer, the less is known of its life. */
const jumping = (id: string, lifeH: number, jumps: number, more: Partial<AssetSpec> = {}): AssetSpec =>
  steady(id, lifeH, { shapePerHour: jumps / lifeH, scale: 1 / jumps, ...more });

/** A site that runs day and night for so many days with these parts, and hardly anything on its belt. */
function siteOf(assets: readonly AssetSpec[], days: number, upkeep: Partial<WorldSpec['maintenance']> = {}) {
  return depot(
    (w) => ({
      site: { ...w.site, startHour: 0, openHour: 0, closeHour: 24, skyStepS: 21_600 },
      feed: { ...w.feed, ratePerHour: 1e-3, surges: [] },
      robots: w.robots.slice(0, 1).map((robot) => ({ ...robot, batteryWh: 1e6, startSoc: 1 })),
      assets,
      maintenance: {
        ...{ ...w.maintenance, inspectEveryS: 3600, travelS: 0, visitEur: VISIT_EUR, spareParts: 1e6 },
        ...{ fromHour: 0, toHour: 24, ...upkeep },
      },
    }),
    24 * days,
  );
}

/** What a policy pays for visits and parts over the days of a site, EUR. */
function upkeepEur(world: WorldSpec, maintenance: MaintenancePolicy, seed = 1): number {
  const { costEurByCause } = play(world, { seed }, portsOf({ maintenance })).summary;
  return Object.entries(costEurByCause)
    .filter(([cause]) => cause.startsWith('maintenance'))
    .reduce((sum, [, eur]) => sum + eur, 0);
}

const seeds = [1, 2, 3, 4, 5];
const meanEur = (world: WorldSpec, make: () => MaintenancePolicy) =>
  seeds.reduce((sum, seed) => sum + upkeepEur(world, make(), seed), 0) / seeds.length;

describe('each policy of maintenance has a case in which nothing can do better, and wins there', () => {
  test('run-to-failure: where a failure costs no more than a renewal in time, each renewal before it wastes life', () => {
    // Whoever renews pays the same each time, and lives are the same in the same order: on every day waiting needs the fewest.
    const world = siteOf([jumping('part', 100, 4, { plannedEur: 240, failureEur: 240 })], 100);
    const waiting = seeds.map((seed) => upkeepEur(world, runToFailure(), seed));
    const at80 = new Map([['part', { ageS: 80 * 3600 }]]);
    for (const make of [conditionThreshold, () => periodic(80 * 3600), () => ageBased(at80)]) {
      const eur = seeds.map((seed) => upkeepEur(world, make(), seed));
      for (const [i, x] of eur.entries()) expect(x).toBeGreaterThanOrEqual(waiting[i]!);
      const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
      expect(sum(eur)).toBeGreaterThan(1.02 * sum(waiting));
    }
    // The best age knows that it is never.
    expect(bestRenewals(world).get('part')!.ageS).toBe(Infinity);
  });

  test('periodic: parts of one exact life and of different ages are renewed together, by the fewest visits that there can be', () => {
    const parts = [0, 0.02, 0.05].map((startWear, i) =>
      steady(`part ${i}`, 100, { startWear, plannedEur: 0 }),
    );
    const world = siteOf(parts, 500 / 24);
    // The oldest has 95 hours left and then 100 at a time: whoever lets nothing fail comes by 95, 195, 295, 395 and 495.
    const fewest = 5 * VISIT_EUR;
    expect(upkeepEur(world, periodic(94 * 3600))).toBeCloseTo(fewest, 6);
    const others = [ageBased(bestRenewals(world)), conditionThreshold(), opportunistic(conditionThreshold())];
    for (const other of [...others, runToFailure()])
      expect(upkeepEur(world, other), other.name).toBeGreaterThan(1.15 * fewest);
  });

  test('age-based: where nothing but the age is known, none costs less than the best age (Barlow and Proschan)', () => {
    // Readings are noise, so that condition calls at random.
    const part = jumping('part', 100, 12, { readingSd: 100, plannedEur: 0, failureEur: 2000 });
    const world = siteOf([part], 300, { inspectEveryS: 7200 });
    const renewals = bestRenewals(world);
    const best = renewals.get('part')!;
    const own = meanEur(world, () => ageBased(renewals));
    // As the theory of renewal says, within what so many lives scatter.
    expect(own / (best.eurPerS * 300 * 86_400)).toBeGreaterThan(0.9);
    expect(own / (best.eurPerS * 300 * 86_400)).toBeLessThan(1.1);
    for (const make of [runToFailure, conditionThreshold, () => periodic(best.ageS)])
      expect(meanEur(world, make), make().name).toBeGreaterThan(1.02 * own);
    for (const factor of [0.6, 1.5]) {
      const other = new Map([['part', { ageS: factor * best.ageS }]]);
      expect(
        meanEur(world, () => ageBased(other)),
        `${factor}`,
      ).toBeGreaterThan(own);
    }
  });

  /** Seen without error every ten hours, in which it wears by a tenth of its limit, in jumps; a failure costs fifteen visits. */
  const seen = jumping('seen', 100, 60, { plannedEur: 0, failureEur: 4000 });
  const watched = { inspectEveryS: 36_000 };

  test('condition: where wear is seen, a limit is best (Bergman 1978), and of limits its own', () => {
    const world = siteOf([seen], 300, watched);
    const own = meanEur(world, conditionThreshold);
    for (const limit of [0.5, 0.6, 0.7, 0.8, 0.9])
      expect(
        meanEur(world, () => conditionThreshold(limit)),
        `${limit}`,
      ).toBeGreaterThan(own);
    const best = bestRenewals(world);
    for (const make of [runToFailure, () => ageBased(best), () => periodic(best.get('seen')!.ageS)])
      expect(meanEur(world, make), make().name).toBeGreaterThan(1.15 * own);
  });

  test('opportunistic: a second part is renewed on visits that the first needs anyway, and costs nothing', () => {
    const first = { ...jumping('first', 100, 200), plannedEur: 0, failureEur: 4000 };
    const second = steady('second', 250, { failureEur: 4000, plannedEur: 0 });
    const both = siteOf([first, second], 300, watched);
    const alone = siteOf([first], 300, watched);
    for (const seed of seeds) {
      // The first part costs so much at its best, and who looks after both pays for it too.
      const least = upkeepEur(alone, conditionThreshold(), seed);
      expect(upkeepEur(both, opportunistic(conditionThreshold()), seed)).toBe(least);
      expect(upkeepEur(both, conditionThreshold(), seed)).toBeGreaterThan(1.2 * least);
      expect(upkeepEur(both, ageBased(bestRenewals(both)), seed)).toBeGreaterThan(least);
    }
  });

  test('predicted-life: where a boat goes once a week, the last one before the failure is taken, and none before', () => {
    const [lifeD, weeks] = [37, 30];
    const part = steady('part', 24 * lifeD, { failureEur: 4000, plannedEur: 0 });
    const world = siteOf([part], 7 * weeks + 1, { everyDays: 7 });
    const left = { predict: (_: unknown, ageS: number) => ({ meanS: 86_400 * lifeD - ageS, sdS: 60 }) };
    const own = upkeepEur(world, predictedLife(new Map([['part', left]]), bestRenewals(world)));
    // A part of 37 days is renewed every five weeks at most, and seldom enough if it is.
    expect(own).toBe(Math.floor(weeks / 5) * VISIT_EUR);
    const byAge = bestRenewals(world);
    for (const other of [
      conditionThreshold(),
      ageBased(byAge),
      periodic(byAge.get('part')!.ageS),
      runToFailure(),
    ])
      expect(upkeepEur(world, other), other.name).toBeGreaterThan(1.1 * own);
  });
});

test('every policy of maintenance is among these cases', () => {
  expect(Object.keys(maintenancePolicies).sort()).toEqual([
    'age-based',
    'condition',
    'opportunistic',
    'periodic',
    'predicted-life',
    'run-to-failure',
  ]);
});
