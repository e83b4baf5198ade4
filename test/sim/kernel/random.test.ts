import { describe, expect, test } from 'vitest';
import { hashText, hexOf } from '../../../sim/kernel/random/hash.ts';
import { noise } from '../../../sim/kernel/random/noise.ts';
import { normalQuantile } from '../../../sim/kernel/random/normal-quantile.ts';
import {
  bitsAt,
  drawKey,
  itemStream,
  normalAt,
  restoreStream,
  stream,
  uniformAt,
} from '../../../sim/kernel/random/random.ts';
import { threefry, threefryLo } from '../../../sim/kernel/random/threefry.ts';
import { Tally } from '../../../sim/kernel/statistics/tally.ts';

const key = { seed: 1, replication: 0, path: 'site/robot:1', purpose: 'picks' };
const first = (n: number, of = key): number[] => {
  const rng = stream(of);
  return Array.from({ length: n }, () => rng.next());
};

describe('streams', () => {
  test('the same name gives the same numbers, any other name others', () => {
    expect(first(5)).toEqual(first(5));
    for (const other of [{ seed: 2 }, { replication: 1 }, { path: 'site' }, { purpose: 'pick' }]) {
      expect(first(5, { ...key, ...other })).not.toEqual(first(5));
    }
  });

  test('path and purpose do not run into each other', () => {
    expect(first(3, { ...key, path: 'a|1', purpose: 'b' })).not.toEqual(
      first(3, { ...key, path: 'a', purpose: '1|b' }),
    );
  });

  test('a saved stream continues bit for bit', () => {
    const rng = stream(key);
    for (let i = 0; i < 100; i++) rng.next();
    const twin = restoreStream(rng.state());
    expect([twin.next(), twin.next()]).toEqual([rng.next(), rng.next()]);
  });

  test('neighbouring streams are uncorrelated', () => {
    const n = 20_000;
    const [a, b] = [first(n), first(n, { ...key, replication: 1 })];
    const correlation = a.reduce((sum, x, i) => sum + (x - 0.5) * (b[i]! - 0.5), 0) / (n / 12);
    expect(Math.abs(correlation)).toBeLessThan(3 / Math.sqrt(n));
  });
});

describe('draws per item', () => {
  // Random123 1.09, tests/kat_vectors, threefry2x32 with 20 rounds.
  test.each([
    [
      [0, 0, 0, 0],
      [0x6b200159, 0x99ba4efe],
    ],
    [
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0x1cb996fc, 0xbb002be7],
    ],
    [
      [0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3],
      [0xc4923a9c, 0x483df7a0],
    ],
  ] as const)('threefry known answer %#', ([k0, k1, c0, c1], [x, y]) => {
    expect([threefry(k0, k1, c0, c1), threefryLo]).toEqual([x, y]);
  });

  test('the draw of an item does not depend on what was drawn before', () => {
    const k = drawKey(1, 0, 'site', 'size');
    const forward = [1, 2, 3].map((id) => uniformAt(k, id));
    const backward = [3, 2, 1].map((id) => uniformAt(k, id)).reverse();
    expect(forward).toEqual(backward);
    expect(uniformAt(k, 1, 1)).not.toBe(uniformAt(k, 1, 0));
  });

  test('moments of uniform and normal', () => {
    const k = drawKey(1, 0, 'site', 'moments');
    const [u, z] = [new Tally(), new Tally()];
    for (let id = 0; id < 100_000; id++) {
      u.add(uniformAt(k, id));
      z.add(normalAt(k, id));
    }
    expect(Math.abs(u.mean - 0.5)).toBeLessThan(0.003);
    expect(Math.abs(u.variance - 1 / 12)).toBeLessThan(0.001);
    expect(Math.abs(z.mean)).toBeLessThan(0.01);
    expect(Math.abs(z.sd - 1)).toBeLessThan(0.007);
  });

  test('an item stream walks the indices', () => {
    const k = drawKey(1, 0, 'site', 'walk');
    const rng = itemStream(k, 7);
    expect([rng.next(), rng.next()]).toEqual([uniformAt(k, 7, 0), uniformAt(k, 7, 1)]);
  });

  test('an id that is no 32-bit integer is refused', () => {
    const k = drawKey(1, 0, 'site', 'x');
    expect(() => bitsAt(k, 1.5)).toThrow(/itemId must be an integer/);
    expect(() => uniformAt(k, 1, -1)).toThrow(/index must be an integer/);
  });
});

describe('noise and quantile', () => {
  test('table noise is standard normal to the fourth moment, and repeats', () => {
    const source = noise(drawKey(1, 0, 'camera', 'pixels'), 4711);
    const twin = noise(drawKey(1, 0, 'camera', 'pixels'), 4711);
    const z = new Tally();
    let fourth = 0;
    let differences = 0;
    const n = 400_000;
    for (let i = 0; i < n; i++) {
      const x = source.gaussian();
      if (x !== twin.gaussian()) differences += 1;
      z.add(x);
      fourth += x * x * x * x;
    }
    expect(differences).toBe(0);
    expect(Math.abs(z.mean)).toBeLessThan(0.005);
    expect(Math.abs(z.sd - 1)).toBeLessThan(0.004);
    expect(Math.abs(fourth / n - 3)).toBeLessThan(0.05);
  });

  test('normal quantiles (Abramowitz and Stegun, table 26)', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167813, 14);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.2623400897984, 12);
  });

  test('text hashes differ and are 16 digits', () => {
    const names = Array.from({ length: 2000 }, (_, i) => hexOf(hashText(`robot:${i}`)));
    expect(new Set(names).size).toBe(2000);
    expect(names.every((name) => /^[0-9a-f]{16}$/.test(name))).toBe(true);
  });
});
