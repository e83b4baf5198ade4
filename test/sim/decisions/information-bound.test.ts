import { describe, expect, test } from 'vitest';
import { meanInterval } from '../../../scenarios/stats/interval.ts';
import { openSolver } from '../../../scenarios/steps/solver.ts';
import { allOf, boundOf } from '../../../sim/decisions/bound.ts';
import { informationBoundOf } from '../../../sim/decisions/information-bound.ts';
import { expectedValuePolicy } from '../../../sim/decisions/sorting.ts';
import { runToFailure } from '../../../sim/decisions/upkeep/maintenance.ts';
import { drawKey, uniformAt } from '../../../sim/kernel/random/random.ts';
import type { MaintenancePolicy, Perception } from '../../../sim/ports.ts';
import { Feed } from '../../../sim/site/flow/feed.ts';
import { perfectPerception, sameEyes } from '../../../sim/site/robot/perception.ts';
import { standingCost } from '../../../sim/site/upkeep/standing-cost.ts';
import { depot, play, portsOf } from '../run/kit.ts';

const solver = await openSolver();
const free = { energyJ: 0, timeUs: 0 };
const cost = { sense: free, infer: free };
const labels = ['hdpe-bottle-white', 'pet-bottle-clear'];

/** PET is wanted and worth `price` a kg, HDPE costs `wrong` there; grips hold and nothing fails, runs short or takes time. */
const [price, wrong] = [0.3, 0.5];
const small = depot(
  (w) => ({
    ...{ assets: [], machines: [] },
    feed: {
      ...w.feed,
      materials: labels.map((materialId, k) => ({ materialId, share: 1 + 2 * k })),
      ...{ ratePerHour: 120, surges: [], poolSize: 0 },
    },
    outputs: [
      {
        ...w.outputs.find(({ id }) => id === 'pet' || id.startsWith('pet'))!,
        ...{ id: 'pet', accepts: ['PET'], maxState: 9, contaminantEurPerKg: wrong },
        tiers: [{ minPurity: 0, priceEurPerKg: price }],
      },
    ],
    robots: w.robots.slice(0, 1).map((r) => ({
      ...r,
      ...{
        outputs: ['pet'],
        moveS: 0,
        moveJ: 0,
        idleW: 0,
        sleepW: 0,
        wakeJ: 0,
        pickSuccess: 1,
        batteryWh: 1e3,
        startSoc: 1,
      },
    })),
  }),
  1,
);
const [robot] = small.robots;

/** A sensor that names the right one of two materials with probability `q`; beliefs are Bayes' rule with the shares of the feed. */
function bayes(q: number, seed: number): Perception {
  const known = perfectPerception(labels, cost);
  const draws = drawKey(seed, 0, 'sensor', 'reading');
  const shares = [1 / 4, 3 / 4];
  return {
    ...known,
    name: `bayes-${q}`,
    belief(item, sensors) {
      const truth = known.belief(item, sensors);
      const right = truth.material.indexOf(1);
      const read = uniformAt(draws, item.itemId, 0) < q ? right : 1 - right;
      const weights = shares.map((share, k) => share * (k === read ? q : 1 - q));
      const sum = weights.reduce((a, b) => a + b, 0);
      return { ...truth, modelId: 'bayes', material: Float32Array.from(weights, (x) => x / sum) };
    },
  };
}

const key = (day: number) => ({ seed: 11, replication: day });
const informed = (perception: Perception, day: number) =>
  informationBoundOf(small, key(day), solver, () => [perception]);

describe('information bound', () => {
  test('is the sum of the best posterior values where Bayes is exact and nothing binds', () => {
    const eyes = bayes(0.8, 11);
    const gate = small.residue.costEurPerKg;
    const { mainsEur, fixedEur } = standingCost(small);
    let eur = -mainsEur - fixedEur;
    const arrivals = allOf(new Feed(small, 11, 0));
    for (const { item } of arrivals) eur -= gate * item.massKg;
    // By hand: reading PET, P(PET) = 12/13, a pick gains 12/13 * 0.3 - 1/13 * 0.5 + gate a kg; reading HDPE, P(PET) = 3/7, and a
    // pick would lose more than the gate fee.
    const gains = [12 / 13, 3 / 7].map((p) => Math.max(0, p * price - (1 - p) * wrong + gate));
    expect(gains[1]).toBe(0);
    for (const { item } of arrivals) {
      const readsPet = eyes.belief(item, robot!.sensors).material[1]! > 0.5;
      eur += item.massKg * gains[readsPet ? 0 : 1]!;
    }
    const bound = informed(eyes, 0);
    expect(arrivals.length).toBeGreaterThan(80);
    expect(bound.boundEur).toBeCloseTo(eur, 6);
    expect(bound.freeBoundEur).toBeCloseTo(eur, 6);
  });

  test('lies below the certain bound on average, and meets it where the eyes tell the truth', () => {
    const perfect = perfectPerception(labels, cost);
    expect(informed(perfect, 3).boundEur).toBeCloseTo(boundOf(small, key(3), solver).boundEur, 9);
    const below = Array.from({ length: 12 }, (_, day) => {
      return boundOf(small, key(day), solver).boundEur - informed(bayes(0.8, 11), day).boundEur;
    });
    expect(meanInterval(below).lo).toBeGreaterThan(0);
  });

  test('no policy exceeds it on average: the best one on these beliefs meets it within its interval', () => {
    const over = Array.from({ length: 25 }, (_, day) => {
      const eyes = bayes(0.8, 11);
      const { summary } = play(
        small,
        key(day),
        portsOf({ ...sameEyes(eyes), sorting: expectedValuePolicy() }),
      );
      return summary.valueEur - informed(eyes, day).boundEur;
    });
    const { lo, hi } = meanInterval(over);
    expect(lo).toBeLessThan(0);
    expect(hi).toBeGreaterThan(-0.2);
    // On single days luck may be good or bad; both come.
    expect(Math.max(...over)).toBeGreaterThan(0);
    expect(Math.min(...over)).toBeLessThan(0);
  });

  test('a further look is worth what it tells, less the joules that it takes where these are short', () => {
    const dear = { sense: { energyJ: 2000, timeUs: 1e6 }, infer: free };
    const better = { ...perfectPerception(labels, dear), name: 'better' };
    const ladder = (world: typeof small) =>
      informationBoundOf(world, key(1), solver, () => [bayes(0.8, 11), better]);
    const [enough, short] = [small, { ...small, robots: [{ ...robot!, batteryWh: 1, panelW: 0 }] }].map(
      ladder,
    );
    expect(enough!.linearEur).toBeCloseTo(boundOf(small, key(1), solver).boundEur, 9);
    expect(short!.linearEur).toBeLessThan(enough!.linearEur - 0.01);
    expect(short!.boundEur).toBeLessThan(enough!.boundEur - 0.01);
  });

  test('moves that fail take joules too, for nobody knows which will', () => {
    const days = [0, 1, 2, 3, 4, 5];
    const gains = (pickSuccess: number) => {
      const short = { moveJ: 138, batteryWh: 2, panelW: 0, pickSuccess };
      const world = { ...small, robots: [{ ...robot!, ...short }] };
      const eyes = () => [perfectPerception(labels, cost)];
      return days.map((day) => {
        const nothing = informationBoundOf(world, key(day), solver, () => []).boundEur;
        return informationBoundOf(world, key(day), solver, eyes).boundEur - nothing;
      });
    };
    const [sure, failing] = [gains(1), gains(0.5)];
    const share = meanInterval(failing.map((gain, day) => gain / sure[day]!));
    // Half the picks, and of those the best.
    expect(share.lo).toBeGreaterThan(0.5);
    expect(share.hi).toBeLessThan(0.6);
  });

  test('a worn gripper takes joules too, once that is felt, and a new one the price of a visit', () => {
    const wears = { startWear: 0.8, robotId: robot!.id };
    const gripper = { ...depot().assets.find(({ kind }) => kind === 'gripper')!, ...wears };
    const gain = (visitEur: number, maintenance: MaintenancePolicy | null, inspectEveryS: number) => {
      const world = {
        ...{ ...small, assets: [gripper], robots: [{ ...robot!, moveJ: 138, batteryWh: 2, panelW: 0 }] },
        maintenance: { ...small.maintenance, inspectEveryS, visitEur },
      };
      const eyes = () => [perfectPerception(labels, cost)];
      const of = (looks: typeof eyes | (() => [])) =>
        informationBoundOf(world, key(1), solver, looks, undefined, maintenance).boundEur;
      return of(eyes) - of(() => []);
    };
    const fresh = gain(1000, null, 60);
    // It holds 12 % less often: joules are good for 12 % fewer picks, of fewer things that it would hold.
    const share = gain(1000, runToFailure(), 60) / fresh;
    expect(share).toBeGreaterThan(0.85);
    expect(share).toBeLessThan(0.93);
    expect(gain(1000, runToFailure(), 3600)).toBe(fresh);
    expect(gain(0, runToFailure(), 60)).toBe(fresh);
  });

  test('a part that fails takes what visits cost at least, and robots that know the truth earn no more', () => {
    const gripper = depot().assets.find(({ kind }) => kind === 'gripper')!;
    const failing = {
      ...gripper,
      robotId: robot!.id,
      scale: 1e-3,
      shapePerHour: 4 * (gripper.limit / 1e-3),
      startWear: 0,
    };
    const near = { inspectEveryS: 60, travelS: 0, visitEur: 2, fromHour: 0, toHour: 24, spareParts: 99 };
    const world = {
      ...small,
      assets: [{ ...failing, plannedEur: 1, failureEur: 1, plannedS: 0, repairS: 0 }],
      maintenance: { ...small.maintenance, ...near },
    };
    const sight = perfectPerception(labels, cost);
    const found = [0, 1, 2, 3, 4, 5].map((day) => {
      const of = (maintenance: MaintenancePolicy | null) =>
        informationBoundOf(world, key(day), solver, () => [sight], undefined, maintenance);
      const { boundEur, upkeepEur } = of(runToFailure());
      // It lives a quarter of an hour, so that three visits are made in the hour.
      expect(upkeepEur).toBe(3 * (2 + 1));
      expect(boundEur).toBeCloseTo(of(null).boundEur - upkeepEur, 9);
      const ports = portsOf({ perception: sight, maintenance: runToFailure() });
      return boundEur - play(world, key(day), ports).summary.valueEur;
    });
    expect(meanInterval(found).lo).toBeGreaterThan(0);
  });
});
