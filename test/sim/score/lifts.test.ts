import { expect, test } from 'vitest';
import { liftedWorlds } from '../../../sim/score/regret.ts';
import { depot } from '../run/kit.ts';

const world = depot();
const [perception, energy, capacity, maintenance] = liftedWorlds(world);
const [robot] = world.robots;

test('the energy lift takes away every way to run low, also over years', () => {
  for (const charged of energy!.world.robots) {
    expect(charged).toMatchObject({ startSoc: 1, stopSoc: 0, restartSoc: 0, selfDischargePerDay: 0 });
    const years = (charged.batteryWh * 3600) / (charged.idleW + charged.moveJ) / (365 * 86_400);
    expect(years * 365).toBeGreaterThan(100);
  }
});

test('each lift takes away its own limit and keeps those before it away', () => {
  expect(perception!.world).toBe(world);
  expect([energy!.world.robots[0]!.moveS, energy!.world.robots[0]!.computeTimeFactor]).toEqual([
    robot!.moveS,
    robot!.computeTimeFactor,
  ]);
  expect(capacity!.world.robots[0]).toEqual({ ...energy!.world.robots[0]!, moveS: 0, computeTimeFactor: 0 });
  expect(maintenance!.world).toEqual({ ...capacity!.world, assets: [] });
  expect([perception, energy, capacity, maintenance].map((day) => day!.instant)).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
