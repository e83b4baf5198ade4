import { describe, expect, test } from 'vitest';
import { conditionThreshold, runToFailure } from '../../../sim/decisions/upkeep/maintenance.ts';
import type { MaintenancePolicy } from '../../../sim/ports.ts';
import { Day } from '../../../sim/site/day.ts';
import { Asset } from '../../../sim/site/upkeep/asset.ts';
import { gammaWearFailure } from '../../../sim/site/upkeep/gamma-function.ts';
import { meanLifeH, settle } from '../../../sim/site/upkeep/long-run.ts';
import { wornGrips } from '../../../sim/site/upkeep/worn-grip.ts';
import type { AssetSpec } from '../../../sim/world.ts';
import { gammaWearMeanLife } from '../../oracles/renewal.ts';
import { depot } from '../run/kit.ts';

const spec: AssetSpec = {
  ...depot().assets[0]!,
  ...{ shapePerHour: 0.1, scale: 1, limit: 10, startWear: 'long-run', readingSd: 0 },
};
const world = depot((w) => ({ maintenance: { ...w.maintenance, inspectEveryS: 3600 } }));
const silent = { event: () => {} };

function found(policy: MaintenancePolicy, replication: number): Asset {
  const day = new Day(world, { seed: 1, replication }, silent);
  const asset = new Asset(spec, day);
  settle(asset, policy, day);
  return asset;
}

describe('an asset on a day like any other', () => {
  const assets = Array.from({ length: 1500 }, (_, i) => found(runToFailure(), i));

  test('its age has the survival function over the mean life as density (renewal theory), within 4 standard errors', () => {
    const meanH = gammaWearMeanLife(0.1, 1, 10);
    for (const hours of [20, 50, 80, 110]) {
      let p = 0;
      for (let h = 0.5; h < hours; h++) p += (1 - gammaWearFailure(0.1, 1, 10, h)) / meanH;
      const share = assets.filter(({ ageS }) => ageS < hours * 3600).length / assets.length;
      expect(Math.abs(share - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / assets.length));
    }
  });

  test('wear is below the limit, the same for the same day, another on another day', () => {
    expect(assets.every(({ wear }) => wear >= 0 && wear < spec.limit)).toBe(true);
    expect(found(runToFailure(), 3).wear).toBe(assets[3]!.wear);
    expect(new Set(assets.map(({ ageS }) => ageS)).size).toBeGreaterThan(50);
  });

  test('a policy that renews early leaves nothing that is worn further', () => {
    const early = Array.from({ length: 200 }, (_, i) => found(conditionThreshold(0.5), i));
    expect(early.every(({ share }) => share < 0.5)).toBe(true);
    const mean = (list: readonly Asset[]) => list.reduce((sum, { share }) => sum + share, 0) / list.length;
    expect(mean(early)).toBeLessThan(mean(assets));
  });

  test('the mean life is that of the closed form', () => {
    expect(meanLifeH(spec)).toBeCloseTo(gammaWearMeanLife(0.1, 1, 10), 0);
  });
});

test('robots hold as often as their grippers are worn when the day begins, once that is felt, and all the time without one', () => {
  const worn = { ...spec, kind: 'gripper', robotId: 'r1', startWear: 0.4 } as const;
  const site = (inspectEveryS: number) =>
    depot((w) => ({ ...w, assets: [worn], maintenance: { ...w.maintenance, inspectEveryS } }));
  const gripsOf = (inspectEveryS: number) =>
    wornGrips(new Day(site(inspectEveryS), { seed: 1, replication: 0 }, silent), runToFailure());
  const grips = gripsOf(3600);
  expect(grips(0, 3600e6)).toBeCloseTo(1 - 0.15 * 0.4, 12);
  expect(grips(0, 3599e6)).toBe(1);
  expect(grips(1, 3600e6)).toBe(1);
  // Assets are inspected at a whole minute.
  expect(gripsOf(100)(0, 119e6)).toBe(1);
  expect(gripsOf(100)(0, 120e6)).toBeLessThan(1);
});
