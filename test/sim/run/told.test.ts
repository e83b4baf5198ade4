import { describe, expect, test } from 'vitest';
import type { SortPolicy } from '../../../sim/ports.ts';
import { usableJ } from '../../../sim/site/robot/power.ts';
import { depot, play, portsOf } from './kit.ts';

/** Every tenth thing is left to the second robot; all others are passed by both. */
const everyTenth: SortPolicy = {
  name: 'every tenth',
  decide: (() => {
    let count = 0;
    return ({ robotId, outputs }) => {
      count += robotId === 'r2' ? 1 : 0;
      const picks = robotId === 'r2' && count % 10 === 0;
      const output = outputs.findIndex(({ accepts }) => accepts.length > 0);
      return { action: picks ? { kind: 'pick', output } : { kind: 'pass' }, options: [] };
    };
  })(),
};

const world = depot(
  (w) => ({
    assets: [],
    feed: { ...w.feed, surges: [] },
    robots: w.robots.map((robot) => ({ ...robot, wakeJ: 5, sleepAfterS: 2, startSoc: 1 })),
  }),
  2,
);

describe('a robot that others tell of what comes', () => {
  const { summary, decisions } = play(world, {}, portsOf({ sorting: everyTenth }));
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

  test('wakes in vain where its battery gives no more than that: nothing is moved, and every joule is booked', () => {
    const robots = world.robots.map((robot, r) => {
      const needed = robot.stopSoc + 3 / usableJ(robot, world.site.ambientC);
      return r === 1 ? { ...robot, startSoc: needed, panelW: 0, indoorW: 0 } : robot;
    });
    const dry = play({ ...world, robots }, {}, portsOf({ sorting: everyTenth })).summary;
    expect(dry.robots[1]!.timeSByState.MOVE).toBe(0);
    expect(dry.robots[1]!.timeSByState.OFF).toBeGreaterThan(0);
  });
});
