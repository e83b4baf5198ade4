import { describe, expect, test } from 'vitest';
import type { SortPolicy } from '../../../sim/ports.ts';
import { usableJ } from '../../../sim/site/robot/power.ts';
import { depot, play, portsOf } from './kit.ts';

/** Leaves every tenth thing to the second robot; all others are passed by both. */
function everyTenth(): SortPolicy {
  let count = 0;
  return {
    name: 'every tenth',
    decide({ robotId }) {
      count += robotId === 'r2' ? 1 : 0;
      const picks = robotId === 'r2' && count % 10 === 0;
      return { action: picks ? { kind: 'pick', output: 0 } : { kind: 'pass' }, options: [] };
    },
  };
}

const world = depot(
  (w) => ({
    assets: [],
    feed: { ...w.feed, surges: [] },
    robots: w.robots.map((robot) => ({ ...robot, wakeJ: 5, sleepAfterS: 2, startSoc: 1 })),
  }),
  2,
);

describe('a robot that others tell of what comes', () => {
  const { summary, decisions } = play(world, {}, portsOf({ sorting: everyTenth() }));
  const [first, second] = summary.robots;
  const decidedBy = (name: string) => decisions.filter(({ data }) => data.by === name);

  test('decides about as many things as the one that sees them, and looks at none', () => {
    expect(first!.seen).toBeGreaterThan(300);
    expect(second!.seen).toBe(0);
    expect(decidedBy('robot:r2').length).toBeGreaterThan(0.98 * first!.seen);
    expect(second!.energyJByState.SENSE + second!.energyJByState.INFER).toBe(0);
  });

  test('sleeps but for what it takes, and wakes for that at the price of waking up', () => {
    const moves = decidedBy('robot:r2').filter(({ data }) => data.chosen.startsWith('pick')).length;
    expect(moves).toBeGreaterThan(30);
    const { sleepW, wakeJ, moveS, sleepAfterS } = world.robots[1]!;
    const { SLEEP: sleepS, IDLE: idleS, MOVE: movingS } = second!.timeSByState;
    expect(movingS).toBeCloseTo(moves * moveS, 0);
    // Two moves that follow closely share the stretch of waiting between them.
    expect(idleS).toBeLessThanOrEqual(moves * sleepAfterS + 1e-6);
    const wakes = (second!.energyJByState.SLEEP - sleepW * sleepS) / wakeJ;
    expect(wakes).toBeGreaterThan(0.9 * moves);
    expect(wakes).toBeLessThanOrEqual(moves + 1e-6);
    expect(first!.timeSByState.IDLE).toBeGreaterThan(2 * idleS);
  });

  test('wakes in vain where its battery gives no more than that: nothing is moved, and it is off from then on', () => {
    const spareJ = 3;
    const robots = world.robots.map((robot, r) => {
      const startSoc = robot.stopSoc + spareJ / usableJ(robot, world.site.ambientC);
      const asleep = { sleepW: 0, selfDischargePerDay: 0, panelW: 0, indoorW: 0 };
      return r === 1 ? { ...robot, ...asleep, startSoc } : robot;
    });
    const dry = play({ ...world, robots }, {}, portsOf({ sorting: everyTenth() }));
    const wanted = dry.decisions.filter(({ data }) => data.chosen.startsWith('pick'));
    const { energyJByState, timeSByState } = dry.summary.robots[1]!;
    expect(wanted).toHaveLength(1);
    expect(timeSByState.SLEEP).toBeCloseTo(wanted[0]!.timeUs / 1e6, 3);
    expect(timeSByState.MOVE).toBe(0);
    expect(timeSByState.OFF).toBeGreaterThan(0);
    expect(energyJByState.SLEEP).toBeGreaterThan(0);
    expect(energyJByState.SLEEP).toBeLessThan(world.robots[1]!.wakeJ + 1e-9);
  });

  test('nobody knows things again that have come round on a re-sort loop: they are looked at afresh', () => {
    const round = { ...world, belt: { ...world.belt, resortPasses: 1, resortS: 20 } };
    const again = play(round, {}, portsOf({ sorting: everyTenth() })).summary.robots;
    // All but the tenth that the second robot takes come round, and those that still ride in the end are missing.
    expect(again[0]!.seen).toBeGreaterThan(1.75 * first!.seen);
    expect(again[1]!.seen).toBe(0);
  });
});
