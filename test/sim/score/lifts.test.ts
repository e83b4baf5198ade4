import { expect, test } from 'vitest';
import { lifted } from '../../../sim/score/regret.ts';
import { depot } from '../run/kit.ts';

const world = depot();

test('the energy lift takes away every way to run low, also over years', () => {
  for (const robot of lifted(world, 'energy').robots) {
    expect(robot).toMatchObject({ startSoc: 1, stopSoc: 0, restartSoc: 0, selfDischargePerDay: 0 });
    const years = (robot.batteryWh * 3600) / (robot.idleW + robot.moveJ) / (365 * 86_400);
    expect(years * 365).toBeGreaterThan(100);
  }
});

test('each lift touches its own limit only', () => {
  const energy = lifted(world, 'energy').robots[0]!;
  const capacity = lifted(world, 'capacity').robots[0]!;
  expect([energy.moveS, energy.computeTimeFactor]).toEqual([
    world.robots[0]!.moveS,
    world.robots[0]!.computeTimeFactor,
  ]);
  expect(capacity).toEqual({ ...world.robots[0]!, moveS: 0, computeTimeFactor: 0 });
  expect(lifted(world, 'maintenance')).toEqual({ ...world, assets: [] });
  expect(lifted(world, 'perception')).toBe(world);
});
