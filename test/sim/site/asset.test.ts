import { describe, expect, test } from 'vitest';
import { Day } from '../../../sim/site/day.ts';
import { Asset } from '../../../sim/site/upkeep/asset.ts';
import { gammaWearFailure } from '../../../sim/site/upkeep/gamma-function.ts';
import type { AssetSpec } from '../../../sim/world.ts';
import { gammaWearMeanLife } from '../../oracles/renewal.ts';
import { depot } from '../run/kit.ts';

const spec: AssetSpec = {
  ...depot().assets[0]!,
  shapePerHour: 0.1,
  scale: 1,
  limit: 10,
  startWear: 0,
};
const silent = { event: () => {} };

/** Hours until the asset of a replication fails, in steps of an hour. */
function lifeH(replication: number, asset: AssetSpec = spec): number {
  const made = new Asset(asset, new Day(depot(), { seed: 1, replication }, silent));
  let hours = 1;
  while (!made.run(3600)) hours += 1;
  return hours;
}

describe('gamma wear', () => {
  const lives = Array.from({ length: 2000 }, (_, i) => lifeH(i));

  test('fails when the closed form says: P(50 h), P(100 h) and the mean, within 4 standard errors', () => {
    const share = (h: number) => lives.filter((life) => life <= h).length / lives.length;
    for (const hours of [50, 100]) {
      const p = gammaWearFailure(0.1, 1, 10, hours);
      expect(Math.abs(share(hours) - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / lives.length));
    }
    const mean = lives.reduce((s, life) => s + life, 0) / lives.length;
    const sd = Math.sqrt(lives.reduce((s, life) => s + (life - mean) * (life - mean), 0) / lives.length);
    // Steps of an hour are seen at their end: half an hour late on average.
    expect(Math.abs(mean - 0.5 - gammaWearMeanLife(0.1, 1, 10))).toBeLessThan(
      (4 * sd) / Math.sqrt(lives.length),
    );
  });

  test('the first life is the same whatever is done later, the second has draws of its own', () => {
    const day = new Day(depot(), { seed: 1, replication: 5 }, silent);
    const asset = new Asset(spec, day);
    const life = () => {
      let hours = 1;
      while (!asset.run(3600)) hours += 1;
      return hours;
    };
    const first = life();
    asset.renew();
    const second = life();
    expect(first).toBe(lifeH(5));
    expect(second).not.toBe(first);
  });

  test('a life takes as many running hours however often it is stopped, and that is what is said of it beforehand', () => {
    const day = () => new Day(depot(), { seed: 1, replication: 7 }, silent);
    const due = new Asset(spec, day()).dueInS(1e9);
    for (const slice of [7, 60, 100, 3600.5]) {
      const asset = new Asset(spec, day());
      let ranS = slice;
      while (!asset.run(slice)) ranS += slice;
      expect(ranS).toBeGreaterThanOrEqual(due);
      expect(ranS).toBeLessThan(due + slice);
    }
    const asset = new Asset(spec, day());
    asset.run(90);
    expect(asset.dueInS(1e9)).toBe(due - 90);
    expect(asset.dueInS(600)).toBe(600);
  });

  test('instruments rise with wear', () => {
    const asset = new Asset(spec, new Day(depot(), { seed: 1, replication: 0 }, silent));
    const fresh = asset.inspect();
    const before = fresh.series.hotSpotK.at(-1)!;
    asset.wear = 9;
    const { condition, series } = asset.inspect();
    expect(condition - fresh.condition).toBeGreaterThan(0.6);
    expect(series.hotSpotK.at(-1)! - before).toBeGreaterThan(20);
    expect(series.vibrationMmPerS.at(-1)).toBeGreaterThan(3);
    expect(series.currentA.at(-1)).toBeGreaterThan(2.4);
  });
});
