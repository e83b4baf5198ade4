import { describe, expect, test } from 'vitest';
import type { ProcessBody } from '../../../sim/kernel/processes/wait.ts';
import { exponential } from '../../../sim/kernel/random/distributions.ts';
import { stream } from '../../../sim/kernel/random/random.ts';
import { Simulation } from '../../../sim/kernel/simulation.ts';
import { Resource } from '../../../sim/kernel/stations/resource.ts';
import { BatchMeans } from '../../../sim/kernel/statistics/batch-means.ts';
import { Level } from '../../../sim/kernel/statistics/level.ts';
import { Quantiles } from '../../../sim/kernel/statistics/quantiles.ts';
import { Tally } from '../../../sim/kernel/statistics/tally.ts';

const rng = () => stream({ seed: 1, replication: 0, path: 'statistics', purpose: 'values' });

describe('statistics', () => {
  test('tally: mean, variance, extremes, reset', () => {
    const tally = new Tally();
    for (const x of [2, 4, 4, 4, 5, 5, 7, 9]) tally.add(x);
    expect([tally.count, tally.mean, tally.min, tally.max, tally.sum]).toEqual([8, 5, 2, 9, 40]);
    expect(tally.variance).toBeCloseTo(32 / 7, 12);
    tally.reset();
    expect([tally.count, tally.mean, tally.variance]).toEqual([0, Number.NaN, Number.NaN]);
  });

  test('tally: two values are the fewest that have a variance', () => {
    const tally = new Tally();
    tally.add(1);
    expect([tally.mean, tally.variance]).toEqual([1, Number.NaN]);
    tally.add(3);
    expect([tally.mean, tally.variance]).toEqual([2, 2]);
  });

  test('level: weighs by time', () => {
    const clock = { now: 0 };
    const level = new Level(clock, 2);
    clock.now = 10;
    level.set(5);
    clock.now = 14;
    level.add(-4);
    clock.now = 20;
    expect([level.integral, level.mean, level.min, level.max]).toEqual([46, 2.3, 1, 5]);
    level.reset();
    clock.now = 30;
    expect([level.mean, level.min, level.max]).toEqual([1, 1, 1]);
  });

  test('quantiles stay within their relative error of the exact ones', () => {
    const source = rng();
    const values = Array.from({ length: 50_000 }, () => exponential(source, 1000) - 200);
    const sketch = new Quantiles(0.01);
    for (const value of values) sketch.add(value);
    const sorted = values.sort((a, b) => a - b);
    for (const p of [0, 0.001, 0.05, 0.5, 0.9, 0.99, 0.9999, 1]) {
      const exact = sorted[Math.max(1, Math.ceil(p * sorted.length)) - 1]!;
      expect(Math.abs(sketch.quantile(p) - exact)).toBeLessThanOrEqual(0.01 * Math.abs(exact) * (1 + 1e-9));
    }
  });

  test('zeros count once, between what is below and what is above them', () => {
    const sketch = new Quantiles();
    for (const value of [-1, -1, 0, 0, 0, 0, 1, 1]) sketch.add(value);
    const signs = Array.from({ length: 8 }, (_, i) => Math.sign(sketch.quantile((i + 1) / 8)));
    expect(signs).toEqual([-1, -1, 0, 0, 0, 0, 1, 1]);
  });

  test('quantile sketches merge', () => {
    const source = rng();
    const [all, a, b] = [new Quantiles(), new Quantiles(), new Quantiles()];
    for (let i = 0; i < 1000; i++) {
      const x = exponential(source, 10);
      all.add(x);
      (i % 2 === 0 ? a : b).add(x);
    }
    a.merge(b);
    expect([0.1, 0.5, 0.99].map((p) => a.quantile(p))).toEqual([0.1, 0.5, 0.99].map((p) => all.quantile(p)));
    expect(() => a.merge(new Quantiles(0.02))).toThrow(/cannot merge/);
  });

  test('batch means: mean, half-width and the correlation that judges the batch size', () => {
    const source = rng();
    const [short, long] = [new BatchMeans(10), new BatchMeans(1000)];
    let x = 0;
    for (let i = 0; i < 100_000; i++) {
      x = 0.95 * x + source.next() - 0.5;
      short.add(x);
      long.add(x);
    }
    expect(long.batches.count).toBe(100);
    expect(short.lag1).toBeGreaterThan(0.5);
    expect(Math.abs(long.lag1)).toBeLessThan(0.3);
    expect(Math.abs(long.mean)).toBeLessThan(long.halfWidth(2.63));
  });
});

test("Little's law holds exactly over a busy period: the integral of the number present is the sum of the stays", () => {
  const sim = new Simulation();
  const desk = new Resource(sim, 'desk', { capacity: 2 });
  const source = rng();
  const present = new Level(sim);
  let staysUs = 0;
  function* visit(): ProcessBody {
    const cameUs = sim.now;
    present.add(1);
    const turn = yield* desk.request();
    yield Math.round(exponential(source, 1_500_000));
    turn.release();
    present.add(-1);
    staysUs += sim.now - cameUs;
  }
  function* arrivals(): ProcessBody {
    for (let i = 0; i < 20_000; i++) {
      yield Math.round(exponential(source, 1_000_000));
      sim.process(visit(), 'visit');
    }
  }
  sim.process(arrivals(), 'arrivals');
  sim.run(Number.POSITIVE_INFINITY, { expectDone: true });
  expect(present.value).toBe(0);
  expect(present.integral).toBe(staysUs);
});
