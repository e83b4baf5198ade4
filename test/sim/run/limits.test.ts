import { describe, expect, test } from 'vitest';
import { depot, play } from './kit.ts';

describe('limits of a day', () => {
  test('no sun: robots stop safely at their threshold, and restart when the sun is back', () => {
    const dark = depot((w) => ({ site: { ...w.site, cloudShare: 1, cloudTransmission: 0 } }), 8);
    const night = play(dark);
    for (const robot of night.summary.robots) {
      expect(robot.brownOuts).toBe(1);
      expect(robot.harvestedJ).toBe(0);
      expect(robot.minSoc).toBeGreaterThan(0);
    }
    const restarts = (events: typeof night.events) =>
      events.filter((e, i) => e.type === 'robot.state' && e.data.state === 'IDLE' && wasOff(events, i))
        .length;
    expect(restarts(night.events)).toBe(0);
    const day = play(depot((w) => ({ robots: w.robots.map((r) => ({ ...r, startSoc: 0.11 })) }), 8));
    expect(restarts(day.events)).toBeGreaterThan(0);
  });

  test('zero arrivals: an empty day costs electricity only', () => {
    const { summary } = play(depot((w) => ({ feed: { ...w.feed, ratePerHour: 0 }, assets: [] })));
    expect(summary.items).toBe(0);
    expect(summary.decided).toBe(0);
    expect(Object.keys(summary.costEurByCause)).toEqual(['mains electricity']);
    expect(summary.robots.every((r) => r.timeSByState.SLEEP > 7000)).toBe(true);
  });

  test('ten times the arrivals: more is picked, most is missed, everything still adds up', () => {
    const charged = depot(
      (w) => ({ assets: [], robots: w.robots.map((r) => ({ ...r, batteryWh: 200 })) }),
      1,
    );
    const calm = play(charged).summary;
    const flood = play({ ...charged, feed: { ...charged.feed, ratePerHour: 4200, minGapS: 0 } }).summary;
    const picked = (s: typeof calm) => s.robots.reduce((sum, r) => sum + r.picked, 0);
    expect(flood.items / calm.items).toBeGreaterThan(8);
    expect(picked(flood)).toBeGreaterThan(picked(calm));
    expect(flood.recovery).toBeLessThan(calm.recovery / 2);
    expect(flood.balance.mass).toBeLessThan(1e-9);
  });

  test('all assets fail at once: the feed bypasses, one trip repairs them, work goes on', () => {
    const broken = depot((w) => ({ assets: w.assets.map((a) => ({ ...a, startWear: 1.01 })) }), 3);
    const { summary, events } = play(broken);
    expect(summary.assets.map((a) => a.failures)).toEqual([1, 1]);
    expect(events.filter((e) => e.type === 'maintenance.visit')).toHaveLength(1);
    const bypassed = events.filter((e) => e.type === 'item.binned' && e.data.by === 'bypass');
    expect(bypassed.length).toBeGreaterThan(100);
    expect(summary.robots.every((r) => r.picked > 0)).toBe(true);
  });

  test('a world that cannot be played says everything that is wrong, before it starts', () => {
    const wrong = depot((w) => ({
      robots: w.robots.map((r) => ({ ...r, outputs: ['gold'], restartSoc: 0 })),
      feed: { ...w.feed, materials: [{ materialId: 'unobtainium', share: 1 }] },
      outputs: w.outputs.map((o) => ({ ...o, tiers: [] })),
    }));
    expect(() => play(wrong)).toThrow(
      /unobtainium[\s\S]*outputs.0.tiers: has no price[\s\S]*got gold[\s\S]*restartSoc/,
    );
  });
});

function wasOff(events: ReturnType<typeof play>['events'], at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const e = events[i]!;
    if (e.type === 'robot.state' && e.subject === events[at]!.subject) return e.data.state === 'OFF';
  }
  return false;
}
