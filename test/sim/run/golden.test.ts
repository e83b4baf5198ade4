import fc from 'fast-check';
import { describe, test } from 'vitest';
import { maintenancePolicy } from '../../../sim/decisions/policies.ts';
import { expectGolden } from '../to-the-bit.ts';
import { depot, noisyPerception, play, portsOf } from './kit.ts';
import { opticalPet, randomWorld } from './random-world.ts';

describe('to the bit', () => {
  test('small worlds of every kind', () => {
    const worlds = fc.sample(randomWorld, { seed: 5, numRuns: 12 });
    const ports = portsOf({ perception: noisyPerception(0.7) });
    const played = worlds.map((world) => play(world, {}, ports));
    expectGolden('worlds', played);
  });

  test('a day at the depot with a machine, re-sorting, a surge and maintenance by condition', () => {
    const world = depot(
      (w) => ({
        feed: { ...w.feed, poolSize: 60, surges: [{ fromHour: 9, toHour: 10, factor: 2 }] },
        belt: { ...w.belt, resortPasses: 1, resortS: 40 },
        machines: [opticalPet],
      }),
      10,
    );
    const maintenance = maintenancePolicy('condition', world);
    const { summary } = play(world, {}, portsOf({ maintenance, perception: noisyPerception(0.8) }));
    expectGolden('depot', summary);
  });
});
