import { expect, test } from 'vitest';
import { allOf } from '../../../sim/decisions/bound.ts';
import { pooledDay, withGrips } from '../../../sim/decisions/pooled-day.ts';
import { Feed } from '../../../sim/site/flow/feed.ts';
import { perfectPerception } from '../../../sim/site/robot/perception.ts';
import { depot, lookCost } from '../run/kit.ts';

const labels = ['hdpe-bottle-white', 'pet-bottle-clear'];
const [moveJ, moveS, idleW, sleepW, pickSuccess] = [138, 6, 2, 0.3, 0.92];
/** What a second of a move draws beyond what is counted as being asleep. */
const ownW = idleW - sleepW;
const world = depot(
  (w) => ({
    ...{ assets: [], machines: [] },
    feed: { ...w.feed, materials: labels.map((materialId) => ({ materialId, share: 1 })), surges: [] },
    outputs: [
      {
        ...w.outputs[0]!,
        ...{ id: 'pet', accepts: ['PET'], maxState: 9, capacityKg: 0 },
        tiers: [{ minPurity: 0, priceEurPerKg: 1 }],
      },
    ],
    robots: w.robots.slice(0, 1).map((robot) => ({
      ...robot,
      ...{ outputs: ['pet'], moveJ, moveS, idleW, sleepW, pickSuccess, sleepAfterS: 1.2 },
      ...{ dischargeEfficiency: 1, batteryWh: 100 },
    })),
  }),
  1,
);
const key = { seed: 1, replication: 0 };
const things = allOf(new Feed(world, key.seed, key.replication)).slice(0, 4);

const arrivalsAt = (seconds: readonly number[]) =>
  seconds.map((at, i) => ({ ...things[i]!, timeUs: at * 1e6 }));
const seen = (arrivals: ReturnType<typeof arrivalsAt>) =>
  pooledDay(world, key, () => [perfectPerception(labels, lookCost)], arrivals)!;

/** Joules of a pick of things that come at these seconds, before others that come later every eight. */
function pickJ(...seconds: number[]): number[] {
  const later = Array.from({ length: 300 }, (_, i) => ({ ...things[i % 4]!, timeUs: (1000 + 8 * i) * 1e6 }));
  const { pickJ } = seen([...arrivalsAt(seconds), ...later]);
  return [...pickJ.slice(0, seconds.length)].map((joules) => joules * pickSuccess);
}

test('a move draws idle power but for as much of it as may be counted as standing by already', () => {
  // Each thing keeps a robot awake for 1.2 s, which the move may be in: in 4.8 s it would be asleep.
  for (const joules of pickJ(100, 500, 900)) expect(joules).toBeCloseTo(moveJ + ownW * 4.8, 9);
  // Three things within 6 s: 3.6 s may be counted already, for a move that begins with the first of them.
  expect(pickJ(100, 102, 104)[0]).toBeCloseTo(moveJ + ownW * 2.4, 9);
  // The third comes into reach too late for a move at the first thing that still reaches it.
  expect(pickJ(100, 102, 400)[0]).toBeCloseTo(moveJ + ownW * 3.6, 9);
});

test('where standing by is not counted, as things may come round again, a move draws all of its idle power', () => {
  const again = { ...world, belt: { ...world.belt, resortPasses: 1, resortS: 60 } };
  const arrivals = things.map((thing, i) => ({ ...thing, timeUs: i * 100e6 }));
  const day = pooledDay(again, key, () => [perfectPerception(labels, lookCost)], arrivals);
  for (const joules of day!.pickJ) expect(joules * pickSuccess).toBeCloseTo(moveJ + idleW * moveS, 9);
});

/** Seconds of a block in which somebody is there or not. */
const blockOf20S = 20;

/** A day on which a thing comes every eight seconds. */
const manyThings = (days: Partial<typeof world> = {}, robot: Partial<(typeof world.robots)[number]> = {}) => {
  const robots = world.robots.map((one) => ({ ...one, ...robot }));
  const arrivals = Array.from({ length: 400 }, (_, i) => ({ ...things[i % 4]!, timeUs: 8e6 * i }));
  return pooledDay(
    { ...world, robots, ...days },
    key,
    () => [perfectPerception(labels, lookCost)],
    arrivals,
  )!;
};

test('a robot stands by awake for a while after each thing, and asleep for the rest of a block in which any comes', () => {
  const { awakeJ } = manyThings();
  const both = idleW * (1.2 + 1.2) + sleepW * (blockOf20S - 2.4);
  const three = idleW * 3.6 + sleepW * (blockOf20S - 3.6);
  expect(awakeJ[0]).toBeCloseTo(three, 9);
  expect(awakeJ[1]).toBeCloseTo(both, 9);
  expect(awakeJ[170]).toBe(0);
});

test('what standing by may be saved beside whole blocks is granted: two blocks for each time that a robot may run out or be stopped, and at the end', () => {
  const joules = (days: Partial<typeof world>, robot: Parameters<typeof manyThings>[1]) =>
    manyThings(days, robot).joules;
  const most = Math.max(...manyThings().awakeJ);
  // Without sun a robot runs out once.
  const dark = { panelW: 0, indoorW: 0, batteryWh: 10 };
  const unused = { idleW: 0, sleepW: 0 };
  expect(joules({}, dark) - joules({}, { ...dark, ...unused })).toBeCloseTo(2 * 2 * most, 9);
  const [asset] = depot((w) => w, 1).assets;
  // Two parts and a visit; a second one takes longer than the hour to come.
  const kept = { assets: [asset!, asset!], maintenance: { ...world.maintenance, travelS: 7200 } };
  expect(joules(kept, dark) - joules({}, dark)).toBeCloseTo(2 * 3 * most, 9);
});

test('standing by is not counted where robots may run out so often that nothing is left of it, or things come round again', () => {
  expect(Math.max(...manyThings({}, { stopSoc: 0.2, restartSoc: 0.2 }).awakeJ)).toBe(0);
  expect(Math.max(...manyThings({ belt: { ...world.belt, resortPasses: 1, resortS: 60 } }).awakeJ)).toBe(0);
});

test('grips that hold less often leave more on the belt, and each success takes more moves', () => {
  const arrivals = arrivalsAt([100, 200, 300, 400]);
  const fresh = seen(arrivals);
  const worn = withGrips(fresh, world, key, arrivals, () => pickSuccess / 2);
  arrivals.forEach((_, i) => {
    expect(worn.pickJ[i]).toBeCloseTo(2 * fresh.pickJ[i]!, 9);
    expect(worn.holds[i]).toBeLessThanOrEqual(fresh.holds[i]!);
  });
  expect(withGrips(fresh, world, key, arrivals, () => pickSuccess)).toEqual(fresh);
});
