import { describe, expect, test } from 'vitest';
import { expectedJ } from '../../../sim/weather/forecast.ts';
import { Sky } from '../../../sim/weather/sky.ts';
import { plainDepot } from '../plain-depot.ts';

const { site, robots } = plainDepot;
const [robot] = robots;
const quarterUs = 900e6;
const [fromUs, untilUs] = [2 * 3600e6, 8 * 3600e6];

/** Joules that one sky gives at the panel between two instants, quarter by quarter. */
function harvestJ(sky: Sky): number {
  let joules = 0;
  for (let t = fromUs; t < untilUs; t += quarterUs) joules += sky.harvestW(robot!, t + quarterUs / 2) * 900;
  return joules;
}

describe('outlook of a sky', () => {
  const skies = Array.from({ length: 800 }, (_, replication) => new Sky(site, 3, replication));
  const outlooks = skies.map((sky) => sky.outlook(robot!, fromUs, untilUs));

  test.each([true, false])('is right on average over days on which it is cloudy now: %s', (cloudy) => {
    const days = skies.flatMap((sky, i) => (outlooks[i]!.cloudy === cloudy ? [harvestJ(sky)] : []));
    const mean = days.reduce((a, b) => a + b, 0) / days.length;
    const variance = days.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / (days.length - 1);
    const expected = expectedJ(outlooks.find((one) => one.cloudy === cloudy)!);
    expect(Math.abs(mean - expected)).toBeLessThan(3.5 * Math.sqrt(variance / days.length));
  });

  test('a cloud now costs the hour after it, and hardly anything after three', () => {
    const expectedAfter = (hours: number, cloudy: boolean) => {
      const one = skies[0]!.outlook(robot!, fromUs, fromUs + hours * 3600e6);
      return expectedJ({ ...one, cloudy });
    };
    const lost = (hours: number) => expectedAfter(hours, false) - expectedAfter(hours, true);
    expect(lost(1)).toBeGreaterThan(0.2 * expectedAfter(1, false));
    expect(lost(6) - lost(3)).toBeLessThan(0.2 * lost(1));
  });

  test('has a step for each quarter of an hour, the last one shorter, and looks a day ahead at most', () => {
    const short = skies[0]!.outlook(robot!, fromUs, fromUs + 2.5 * quarterUs);
    expect(short.clearJ.length).toBe(3);
    expect(short.clearJ[2]!).toBeLessThan(0.6 * short.clearJ[1]!);
    expect(skies[0]!.outlook(robot!, 0, 40 * 86_400e6).clearJ.length).toBe(96);
    expect(skies[0]!.outlook(robot!, fromUs, fromUs).clearJ.length).toBe(0);
  });
});
