import { describe, expect, test } from 'vitest';
import { openSolver } from '../../../scenarios/steps/solver.ts';
import { boundOf } from '../../../sim/decisions/bound.ts';
import type { LpSolver } from '../../../sim/decisions/lp-builder.ts';
import { LpBuilder } from '../../../sim/decisions/lp-builder.ts';
import { maintenancePolicy } from '../../../sim/decisions/policies.ts';
import { standingCost } from '../../../sim/site/upkeep/standing-cost.ts';
import { acceptsOf, type WorldSpec } from '../../../sim/world.ts';
import { ofType } from '../record/of-type.ts';
import { allLabels, depot, play, portsOf } from '../run/kit.ts';

const solver = await openSolver();
const key = { seed: 5, replication: 0 };

/** Little sun, little battery, many items: seconds and joules both bind. */
const tight = depot(
  (w) => ({
    feed: { ...w.feed, ratePerHour: 1500, poolSize: 200 },
    robots: w.robots.map((r) => ({ ...r, batteryWh: 5, panelW: 4 })),
  }),
  2,
);
const price = 0.3;
/** One price for PET and HDPE, nothing for the rest; grips hold, and a move costs neither joules nor time. */
const paying = {
  ...tight,
  outputs: [
    { ...tight.outputs[0]!, accepts: ['PET', 'HDPE'], tiers: [{ minPurity: 0, priceEurPerKg: price }] },
  ],
  robots: tight.robots.map((r) => ({
    ...r,
    outputs: ['pet'],
    moveS: 0,
    moveJ: 0,
    idleW: 0,
    pickSuccess: 1,
  })),
  assets: [],
};
const bound = (change: Parameters<typeof depot>[0]) =>
  boundOf({ ...tight, ...change!(tight) }, key, solver).boundEur;

describe('bound', () => {
  const base = boundOf(tight, key, solver);

  test('lies below the free bound where limits bind, and meets it where none does', () => {
    expect(base.boundEur).toBeLessThan(base.freeBoundEur - 0.1);
    const free = boundOf(
      { ...tight, robots: tight.robots.map((r) => ({ ...r, batteryWh: 1e5, startSoc: 1, moveS: 0 })) },
      key,
      solver,
    );
    expect(free.boundEur).toBeCloseTo(free.freeBoundEur, 6);
    expect(free.freeBoundEur).toBeCloseTo(base.freeBoundEur, 9);
  });

  test.each([
    ['panel', (w: typeof tight) => ({ robots: w.robots.map((r) => ({ ...r, panelW: 8 })) })],
    ['battery', (w: typeof tight) => ({ robots: w.robots.map((r) => ({ ...r, batteryWh: 10 })) })],
    [
      'robots',
      (w: typeof tight) => ({
        belt: { ...w.belt, lengthM: 12 },
        robots: [...w.robots, { ...w.robots[0]!, id: 'r3', positionM: 9 }],
      }),
    ],
    ['speed', (w: typeof tight) => ({ robots: w.robots.map((r) => ({ ...r, moveS: 3 })) })],
  ])('more %s raises it', (_, change) => {
    expect(bound(change)).toBeGreaterThan(base.boundEur + 1e-3);
  });

  // Solved once by the plain program: 4,000 to 8,000 variables, one an item, robot and block.
  test.each([
    ['all', 4.356266975031099, () => true],
    ['nothing', 0.10972185876308238, (id: number, k: number) => k % 2 === id],
    ['a part', 1.79440375152865, (id: number, k: number) => k >= id && k < id + 4],
  ])('is the optimum of a variable a pick where the robots have in common: %s', (_, plainEur, has) => {
    const robots = tight.robots.map((r, id) => ({ ...r, outputs: r.outputs.filter((_o, k) => has(id, k)) }));
    const { boundEur, columns } = boundOf({ ...tight, robots }, key, solver);
    expect(boundEur).toBeCloseTo(plainEur, 10);
    expect(columns).toBeLessThan(2500);
  });

  test('relabelled outputs of equal worth give the same', () => {
    const renamed = (id: string) => `bin-${id.split('').reverse().join('')}`;
    const relabelled = {
      outputs: [...tight.outputs].reverse().map((o) => ({
        ...o,
        id: renamed(o.id),
        accepts: allLabels.filter((_, k) => acceptsOf(o.accepts, allLabels)[k] === 1),
      })),
      robots: tight.robots.map((r) => ({ ...r, outputs: [...r.outputs].reverse().map(renamed) })),
    };
    const again = boundOf({ ...tight, ...relabelled }, key, solver);
    expect(again.boundEur).toBeCloseTo(base.boundEur, 6);
    expect(again.freeBoundEur).toBeCloseTo(base.freeBoundEur, 9);
    expect(again.columns).toBe(base.columns);
  });

  test('does not know what is drawn after it: failures, visits, looks and sleep', () => {
    const later = {
      assets: tight.assets.map((a) => ({ ...a, startWear: 0.99, shapePerHour: 50, failureEur: 1e3 })),
      maintenance: { ...tight.maintenance, travelS: 1e4, visitEur: 100, spareParts: 0 },
      robots: tight.robots.map((r) => ({ ...r, sleepAfterS: 1, sleepW: 2, wakeJ: 50, computeTimeFactor: 9 })),
    };
    expect(boundOf({ ...tight, ...later }, key, solver)).toEqual(base);
    expect(boundOf(tight, { ...key, replication: 1 }, solver).boundEur).not.toBeCloseTo(base.boundEur, 2);
  });

  describe('knows how worn grippers are', () => {
    const grips = (share: number, visitEur = 260) => ({
      ...paying,
      robots: paying.robots.map((r) => ({ ...r, pickSuccess: 0.8 })),
      assets: tight.assets
        .filter(({ kind, robotId }) => kind === 'gripper' && robotId !== null)
        .map((a) => ({ ...a, startWear: share, shapePerHour: 0 })),
      maintenance: { ...paying.maintenance, visitEur, inspectEveryS: 60 },
    });
    const waiting = (world: WorldSpec) => [maintenancePolicy('run-to-failure', world)];
    const worn = (share: number, visitEur?: number) => {
      const world = grips(share, visitEur);
      return boundOf(world, key, solver, undefined, waiting(world)).boundEur;
    };
    const fresh = boundOf(grips(0), key, solver).boundEur;

    test('worn ones hold less, by as much as the draws say, and new ones as without', () => {
      expect(worn(0)).toBe(fresh);
      expect(worn(0.9)).toBeLessThan(worn(0.4) - 0.05);
      expect(worn(0.4)).toBeLessThan(fresh - 0.05);
    });

    test('nobody gains more by a visit than its price leaves of new ones', () => {
      const nearly = fresh - worn(0.9);
      expect(worn(0.9, nearly / 2)).toBeCloseTo(fresh - nearly / 2, 9);
      expect(worn(0.9, 2 * nearly)).toBe(worn(0.9));
    });

    test('where several may have looked after it, the one who left it best counts', () => {
      const world = {
        ...grips(0),
        assets: tight.assets
          .filter(({ kind }) => kind === 'gripper')
          .map((a) => ({ ...a, startWear: 'long-run' as const })),
      };
      const each = ['run-to-failure', 'condition'].map((name) => {
        return boundOf(world, key, solver, undefined, [maintenancePolicy(name, world)]).boundEur;
      });
      const both = ['run-to-failure', 'condition'].map((name) => maintenancePolicy(name, world));
      const all = boundOf(world, key, solver, undefined, both).boundEur;
      expect(all).toBeGreaterThanOrEqual(Math.max(...each));
      expect(all).toBeLessThan(fresh - 0.01);
    });

    test('a robot with two grippers is bounded by the better one, whichever is named first', () => {
      const pair = (shares: readonly number[]) => {
        const world = grips(0);
        const [gripper] = world.assets;
        const robots = world.robots.slice(0, 1);
        const assets = shares.map((startWear, i) => ({ ...gripper!, id: `g${i}`, startWear }));
        const own = { ...world, robots, assets };
        const played = play(own, key, portsOf({ maintenance: maintenancePolicy('run-to-failure', own) }));
        const { boundEur } = boundOf(own, key, solver, undefined, waiting(own));
        expect(played.summary.valueEur).toBeLessThanOrEqual(boundEur + 1e-9);
        return boundEur;
      };
      expect(pair([0.95, 0])).toBe(pair([0, 0.95]));
      expect(pair([0.95, 0])).toBe(pair([0, 0]));
    });
  });

  test('is what every item earns at its best where nothing binds, and the gate fee of all where no grip holds', () => {
    const world = paying;
    const { events } = play(world, key);
    const arrived = events.filter((e) => e.type === 'item.arrived');
    const wanted = new Set(['PET', 'HDPE']);
    const kgOf = (sold: boolean) =>
      arrived.reduce(
        (kg, { data }) => kg + (wanted.has(String(data.class)) === sold ? Number(data.massKg) : 0),
        0,
      );
    const { mainsEur, fixedEur } = standingCost(world);
    const gateEur = world.residue.costEurPerKg;
    const earned = price * kgOf(true) - gateEur * kgOf(false) - mainsEur - fixedEur;
    expect(kgOf(true)).toBeGreaterThan(1);
    expect(boundOf(world, key, solver).boundEur).toBeCloseTo(earned, 6);
    expect(boundOf(world, key, solver).freeBoundEur).toBeCloseTo(earned, 9);
    const clumsy = { ...world, robots: world.robots.map((r) => ({ ...r, pickSuccess: 0 })) };
    const lost = -gateEur * (kgOf(true) + kgOf(false)) - mainsEur - fixedEur;
    expect(boundOf(clumsy, key, solver).boundEur).toBeCloseTo(lost, 9);
  });

  test.each([7200, 2000])(
    'on a day of %d s nobody earns more than by as many moves of the heaviest',
    (durationS) => {
      const moveS = 60;
      const slow = {
        ...paying,
        site: { ...paying.site, durationS },
        robots: paying.robots.map((r) => ({ ...r, moveS })),
      };
      const idle = { ...slow, robots: slow.robots.map((r) => ({ ...r, pickSuccess: 0 })) };
      const gainEur = boundOf(slow, key, solver).boundEur - boundOf(idle, key, solver).boundEur;
      const moves = Math.ceil((slow.robots.length * durationS) / moveS);
      const heaviest = ofType(play(slow, key).events, 'item.arrived')
        .filter(({ data }) => ['PET', 'HDPE'].includes(data.class))
        .map(({ data }) => data.massKg)
        .sort((a, b) => b - a);
      expect(moves).toBeLessThan(heaviest.length / 2);
      const heaviestKg = heaviest.slice(0, moves).reduce((sum, kg) => sum + kg, 0);
      expect(gainEur).toBeGreaterThan(0);
      expect(gainEur).toBeLessThanOrEqual(heaviestKg * (price + slow.residue.costEurPerKg) + 1e-9);
    },
  );

  test('says what is wrong when the solver fails', () => {
    const broken: LpSolver = {
      name: 'broken',
      solve: () => ({ status: 'infeasible', objective: Number.NaN, x: new Float64Array(0) }),
    };
    expect(() => boundOf(tight, key, broken)).toThrow(/broken answered "infeasible"/);
  });
});

describe('linear programs', () => {
  test.each(['choose', 'off'] as const)('a small program is solved, presolving: %s', async (presolve) => {
    const lp = new LpBuilder();
    const sum = lp.row(-Infinity, 4);
    const gap = lp.row(1, 1);
    lp.column(3, 0, 3, [
      [sum, 1],
      [gap, 1],
    ]);
    lp.column(2, 0, Infinity, [
      [sum, 1],
      [gap, -1],
    ]);
    const solution = (await openSolver(presolve)).solve(lp.build());
    expect(solution.objective).toBeCloseTo(10.5, 9);
    expect([...solution.x]).toEqual([2.5, 1.5]);
  });

  test('nothing to decide is optimal at 0; a contradiction is infeasible', () => {
    expect(solver.solve(new LpBuilder().build()).objective).toBe(0);
    const lp = new LpBuilder();
    lp.column(1, 0, 1, [[lp.row(5, Infinity), 1]]);
    expect(solver.solve(lp.build()).status).toBe('infeasible');
  });
});
