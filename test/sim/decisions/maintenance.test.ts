import { describe, expect, test } from 'vitest';
import { maintenancePolicy } from '../../../sim/decisions/policies.ts';
import { lifeExamples } from '../../../sim/decisions/upkeep/life-examples.ts';
import {
  ageBased,
  conditionThreshold,
  opportunistic,
  periodic,
  predictedLife,
  probabilityBelow,
  runToFailure,
} from '../../../sim/decisions/upkeep/maintenance.ts';
import { fitRemainingLife } from '../../../sim/decisions/upkeep/remaining-life.ts';
import { bestRenewal } from '../../../sim/decisions/upkeep/replacement-age.ts';
import { drawKey } from '../../../sim/kernel/random/random.ts';
import type { AssetView } from '../../../sim/ports.ts';
import { assetPicture, readHotSpotK } from '../../../sim/site/upkeep/asset-picture.ts';
import type { WorldSpec } from '../../../sim/world.ts';
import { depot } from '../run/kit.ts';
import { assetViewOf } from './views.ts';

describe('maintenance policies', () => {
  test('each acts on what it is about', () => {
    expect(runToFailure().decide(assetViewOf({ condition: 2 })).action).toBe('wait');
    expect(conditionThreshold(0.7).decide(assetViewOf({ condition: 0.71 })).action).toBe('visit');
    expect(conditionThreshold(0.7).decide(assetViewOf({ condition: 0.69 })).action).toBe('wait');
    const aged = ageBased(new Map([['bearing', { ageS: 7200 }]]));
    expect(aged.decide(assetViewOf({ ageS: 5000, leadRunS: 0 })).action).toBe('wait');
    expect(aged.decide(assetViewOf({ ageS: 5000, leadRunS: 2300 })).action).toBe('visit');
    expect(aged.decide(assetViewOf({ assetId: 'other', ageS: 1e9 })).action).toBe('wait');
  });

  test('periodic visits once a period', () => {
    const policy = periodic(3600);
    const at = (hour: number) => policy.decide(assetViewOf({ timeUs: hour * 3600e6 })).action;
    expect([0.5, 1.1, 1.5, 2.2, 2.3].map(at)).toEqual(['wait', 'visit', 'wait', 'visit', 'wait']);
  });

  test('the period of periodic is what the world says, else the best age, else the mean life', () => {
    const world = depot();
    const named = (change: Partial<WorldSpec>) => maintenancePolicy('periodic', { ...world, ...change }).name;
    expect(named({ maintenance: { ...world.maintenance, periodDays: 14 } })).toBe('periodic-336h');
    const best = Math.min(...world.assets.map((a) => bestRenewal(a, world.maintenance.visitEur).ageS)) / 3600;
    expect(named({})).toBe(`periodic-${Math.round(10 * best) / 10}h`);
    // A life of (20 / 1 + 0.5) / 0.082 = 250 hours, whose end costs no more than a visit before it.
    const lens = {
      kind: 'lens',
      shapePerHour: 0.082,
      scale: 1,
      limit: 20,
      plannedEur: 0,
      failureEur: 0,
    } as const;
    expect(named({ assets: world.assets.map((a) => ({ ...a, ...lens })) })).toBe('periodic-250h');
  });

  test('opportunistic joins a visit that comes anyway', () => {
    const policy = opportunistic(runToFailure(), 0.5);
    expect(policy.decide(assetViewOf({ condition: 0.6, visitPlanned: true })).action).toBe('visit');
    expect(policy.decide(assetViewOf({ condition: 0.6 })).action).toBe('wait');
    expect(policy.decide(assetViewOf({ condition: 0.4, visitPlanned: true })).action).toBe('wait');
  });

  test('predicted life weighs a failure before the next visit against the life that waiting gains', () => {
    const left = (meanS: number, sdS: number) => new Map([['bearing', { predict: () => ({ meanS, sdS }) }]]);
    // A second of life costs a cent: the 900 s between two visits are worth EUR 9, and a failure costs EUR 90 more than a visit.
    const renewals = new Map([['bearing', { eurPerS: 0.01 }]]);
    const decided = (meanS: number, sdS: number, view: Partial<AssetView> = {}) =>
      predictedLife(left(meanS, sdS), renewals).decide(assetViewOf(view)).action;
    expect(decided(2000, 300)).toBe('visit');
    expect(decided(6000, 300)).toBe('wait');
    expect(decided(2000, 300, { plannedCostEur: 100 })).toBe('wait');
    // Known to the second: it is sent for when it would fail between this visit and the next, neither before nor after.
    expect(decided(2600, 0)).toBe('visit');
    expect(decided(2800, 0)).toBe('wait');
    // The boat that leaves after the next inspection is the same one: nothing is lost by waiting.
    expect(decided(2000, 300, { nextLeadRunS: 1800 })).toBe('wait');
    // One in ten fails between the visits: that is where it turns.
    expect(decided(1800, 900 * (1.702 / 0.104), {})).toBe('wait');
    expect(decided(1800, 900 * (1.702 / 0.3), {})).toBe('visit');
    // Overdue beyond any probability.
    expect(decided(-1e9, 1)).toBe('visit');
    expect(() => predictedLife(new Map(), renewals).decide(assetViewOf())).toThrow(
      /no model for asset bearing/,
    );
    expect(probabilityBelow({ meanS: 10, sdS: 0 }, 11)).toBe(1);
    expect(probabilityBelow({ meanS: 10, sdS: 5 }, 10)).toBe(0.5);
  });

  test('the replacement age exists where failures are dear, and not where they cost the same', () => {
    const [bearing] = depot().assets;
    const meanS = (bearing!.limit / bearing!.scale / bearing!.shapePerHour) * 3600;
    const age = bestRenewal({ ...bearing!, plannedEur: 1, failureEur: 20 }, 0).ageS;
    expect(age).toBeGreaterThan(0.2 * meanS);
    expect(age).toBeLessThan(meanS);
    expect(bestRenewal({ ...bearing!, plannedEur: 5, failureEur: 5 }, 0).ageS).toBe(Infinity);
    expect(bestRenewal({ ...bearing!, shapePerHour: 0 }, 0).ageS).toBe(Infinity);
  });
});

describe('remaining life', () => {
  const world = depot();

  test('the picture gives back the heat that is in it', () => {
    const key = drawKey(1, 0, 'test', 'picture');
    const cold = readHotSpotK(assetPicture(8, 290, key, 1));
    const hot = readHotSpotK(assetPicture(48, 290, key, 1));
    expect(cold).toBeGreaterThan(5);
    expect(hot).toBeGreaterThan(38);
    expect(hot).toBeLessThan(48);
    expect(assetPicture(8, 290, key, 1)).toEqual(assetPicture(8, 290, key, 1));
  });

  test('fitted on other assets, it predicts new ones better than their mean life does', () => {
    const all = lifeExamples(world, 'belt-bearing', 30);
    const cut = Math.floor(all.length * 0.7);
    const [train, other] = [all.slice(0, cut), all.slice(cut)];
    const model = fitRemainingLife(train);
    const meanS = train.reduce((s, e) => s + e.leftS, 0) / train.length;
    const rms = (error: (e: (typeof other)[number]) => number) =>
      Math.sqrt(other.reduce((s, e) => s + error(e) ** 2, 0) / other.length);
    const predicted = rms((e) => model.predict(e.series, e.ageS).meanS - e.leftS);
    expect(predicted).toBeLessThan(0.6 * rms((e) => meanS - e.leftS));
    const late = other.filter((e) => e.leftS < 3600);
    const near = late.filter((e) => {
      const { meanS: at, sdS } = model.predict(e.series, e.ageS);
      return Math.abs(at - e.leftS) < 2 * sdS;
    });
    expect(near.length / late.length).toBeGreaterThan(0.8);
  });

  test('too few examples and an unknown asset are errors with a cure', () => {
    expect(() => fitRemainingLife([])).toThrow(/needs more than 0 examples, got 0/);
    expect(() => lifeExamples(world, 'gearbox', 1)).toThrow(/no asset gearbox .* use one of belt-bearing/);
  });
});
