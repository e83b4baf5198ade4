import { expect, test } from 'vitest';
import { allOf } from '../../../sim/decisions/bound.ts';
import { pooledDay, withGrips } from '../../../sim/decisions/pooled-day.ts';
import { blockS } from '../../../sim/decisions/relaxation.ts';
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

/** Joules of a pick of things that come at these seconds. */
function pickJ(...seconds: number[]): number[] {
  return [...seen(arrivalsAt(seconds)).pickJ].map((joules) => joules * pickSuccess);
}

test('a move draws idle power but for as much of it as may be counted as standing by already', () => {
  // Each thing keeps a robot awake for 1.2 s, which the move may be in: in 4.8 s it would be asleep.
  for (const joules of pickJ(100, 500, 900)) expect(joules).toBeCloseTo(moveJ + ownW * 4.8, 9);
  // Three things within 6 s: 3.6 s may be counted already, for a move that begins with the first of them.
  expect(pickJ(100, 102, 104)[0]).toBeCloseTo(moveJ + ownW * 2.4, 9);
  // The third comes into reach too late for a move at the first thing that still reaches it.
  expect(pickJ(100, 102, 400)[0]).toBeCloseTo(moveJ + ownW * 3.6, 9);
});

test('is taken back where things may come round again', () => {
  const again = { ...world, belt: { ...world.belt, resortPasses: 1, resortS: 60 } };
  const arrivals = things.map((thing, i) => ({ ...thing, timeUs: i * 100e6 }));
  const day = pooledDay(again, key, () => [perfectPerception(labels, lookCost)], arrivals);
  for (const joules of day!.pickJ) expect(joules * pickSuccess).toBeCloseTo(moveJ, 9);
});

test('a robot stands by awake for a while after each thing, and asleep for the rest of a block in which any comes', () => {
  const { awakeJ } = seen(arrivalsAt([100, 101, 500]));
  expect(awakeJ[0]).toBeCloseTo(idleW * (1 + 1.2 + 1.2) + sleepW * (blockS - 3.4), 9);
  expect([...awakeJ].slice(1).every((joules) => joules === 0)).toBe(true);
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
