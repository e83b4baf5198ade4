import { expect, test } from 'vitest';
import { topPrice } from '../../../sim/accounts/prices.ts';
import { gradesMatter, liftedWorld } from '../../../sim/score/regret.ts';
import { depot } from '../run/kit.ts';

const world = depot();
const [robot] = world.robots;

test('the energy lift takes away every way to run low, also over years', () => {
  for (const charged of liftedWorld(world, ['energy']).robots) {
    expect(charged).toMatchObject({ startSoc: 1, stopSoc: 0, restartSoc: 0, selfDischargePerDay: 0 });
    const years = (charged.batteryWh * 3600) / (charged.idleW + charged.moveJ) / (365 * 86_400);
    expect(years * 365).toBeGreaterThan(100);
  }
});

test('each lift takes away its own limit and no other, and those of the eyes none of the world', () => {
  expect(liftedWorld(world, ['perception', 'grade'])).toBe(world);
  const quick = liftedWorld(world, ['capacity']);
  expect(quick).toEqual({ ...world, robots: quick.robots });
  expect(quick.robots[0]).toEqual({ ...robot!, moveS: 0, computeTimeFactor: 0 });
  expect(liftedWorld(world, ['maintenance'])).toEqual({ ...world, assets: [] });
  const paid = liftedWorld(world, ['processing']);
  expect(paid).toEqual({ ...world, outputs: paid.outputs });
  paid.outputs.forEach(({ tiers, emptyEur }, o) => {
    expect([tiers[0]!.minPurity, tiers.length, emptyEur]).toEqual([0, 1, 0]);
    expect(topPrice(tiers)).toBe(topPrice(world.outputs[o]!.tiers));
  });
  const both = liftedWorld(world, ['energy', 'maintenance']);
  expect(both).toEqual({ ...liftedWorld(world, ['energy']), assets: [] });
});

test('condition matters where an output asks for a state, a grade or a bench', () => {
  const [first] = world.outputs;
  expect(gradesMatter({ outputs: [{ ...first!, maxState: 9 }] })).toBe(false);
  expect(gradesMatter({ outputs: [{ ...first!, maxState: 4 }] })).toBe(true);
  expect(gradesMatter({ outputs: [{ ...first!, grades: ['reuse'] }] })).toBe(true);
});
