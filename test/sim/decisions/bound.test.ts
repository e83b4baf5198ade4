import loadHighs from 'highs';
import { describe, expect, test } from 'vitest';
import { boundOf } from '../../../sim/decisions/bound.ts';
import { LpBuilder } from '../../../sim/decisions/lp-builder.ts';
import { highsSolver, lpText } from '../../../sim/decisions/lp-text.ts';
import type { LpSolver } from '../../../sim/ports.ts';
import { depot } from '../run/kit.ts';

const solver = highsSolver(await loadHighs());
const key = { seed: 5, replication: 0 };

/** Little sun, little battery, many items: seconds and joules both bind. */
const tight = depot(
  (w) => ({
    feed: { ...w.feed, ratePerHour: 1500, poolSize: 200 },
    robots: w.robots.map((r) => ({ ...r, batteryWh: 5, panelW: 4 })),
  }),
  2,
);
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

  test('does not know what is drawn after it: relabelled items of equal worth give the same', () => {
    expect(boundOf(tight, key, solver)).toEqual(base);
  });

  test('says what is wrong when the solver fails', () => {
    const broken: LpSolver = {
      name: 'broken',
      solve: () => ({ status: 'infeasible', objective: Number.NaN, x: new Float64Array(0) }),
    };
    expect(() => boundOf(tight, key, broken)).toThrow(/broken answered "infeasible"/);
  });
});

describe('linear programs as text', () => {
  test('a small program is written and solved', () => {
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
    const text = lpText(lp.build());
    expect(text).toContain('Maximize\n obj: + 3 x0 + 2 x1');
    expect(text).toContain(' r1: + 1 x0 - 1 x1 = 1');
    const solution = solver.solve(lp.build());
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
