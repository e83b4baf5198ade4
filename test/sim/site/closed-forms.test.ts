import { describe, expect, test } from 'vitest';
import { Day } from '../../../sim/site/day.ts';
import { Power } from '../../../sim/site/robot/power.ts';
import { dutyCycle } from '../../oracles/motion.ts';
import { depot } from '../run/kit.ts';

/** A node that works whenever it may, under constant sun: 25 W of load, 6 W of sun, 60 and 20 kJ. */
function playNode(sleepW: number, startJ: number, stopJ: number) {
  const world = depot((w) => ({ site: { ...w.site, ambientC: 25 } }), 20 * 24);
  const day = new Day(world, { seed: 1, replication: 0 }, { event: () => {} });
  const capacityJ = 100_000;
  const spec = {
    ...world.robots[0]!,
    batteryWh: capacityJ / 3600,
    startSoc: startJ / capacityJ,
    stopSoc: stopJ / capacityJ,
    restartSoc: startJ / capacityJ,
    chargeEfficiency: 1,
    dischargeEfficiency: 1,
    selfDischargePerDay: 0,
  };
  const power: Power = new Power(spec, day, {
    brownOut: () => power.enter('OFF', sleepW),
    restart: () => power.enter('MOVE', 25),
  });
  power.harvest(6);
  power.enter('MOVE', 25);
  day.sim.run(day.endUs);
  power.settle();
  day.checkBalance();
  return { duty: power.timeS.MOVE / (power.timeS.MOVE + power.timeS.OFF), starts: power.brownOuts };
}

describe('battery with two thresholds under constant sun', () => {
  test.each([0, 0.5])('meets the duty cycle in closed form, %f W asleep', (sleepW) => {
    const { duty, starts } = playNode(sleepW, 60_000, 20_000);
    const expected = dutyCycle(60_000, 20_000, 25, 6, sleepW);
    // 20 days end inside a cycle: the duty can be off by the share of one cycle.
    expect(Math.abs(duty - expected.duty)).toBeLessThan(1 / starts);
    const cycleS = expected.onS + expected.offS;
    expect(Math.abs(starts - (20 * 86_400) / cycleS)).toBeLessThanOrEqual(1);
  });

  test('the duty does not depend on the thresholds, the number of starts does', () => {
    const wide = playNode(0, 60_000, 20_000);
    const narrow = playNode(0, 30_000, 20_000);
    expect(narrow.duty).toBeCloseTo(wide.duty, 2);
    expect(narrow.starts / wide.starts).toBeCloseTo(4, 1);
  });
});
