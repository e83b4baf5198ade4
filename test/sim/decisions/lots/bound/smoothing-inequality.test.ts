import { expect, test } from 'vitest';
import { cubicShare, leastTails } from '../../../../../sim/decisions/lots/bound/smoothing-inequality.ts';
import { TailTable } from '../../../../../sim/decisions/lots/bound/tail-table.ts';
import { stream } from '../../../../../sim/kernel/random/random.ts';
import { binomial } from '../binomial.ts';

const grid = (from: number, to: number, step: number) =>
  Array.from({ length: Math.floor((to - from) / step) }, (_, n) => from + (n + 1) * step);

test('cos x lies no more than its share of the cube above 1 - x2 / 2', () => {
  const shares = grid(0, 30, 1e-3).map((x) => (Math.cos(x) - 1 + (x * x) / 2) / (x * x * x));
  expect(Math.max(...shares)).toBeLessThanOrEqual(cubicShare);
  expect(Math.max(...shares)).toBeGreaterThan(cubicShare - 1e-9);
});

test('what is left of the derivative of one thing grows no faster than x2 / 2, however probable it is', () => {
  let most = 0;
  for (const w of [0, ...grid(0, 0.5, 0.002)]) {
    const v = w * (1 - w);
    for (const x of grid(0, 40, 0.02)) {
      // i (exp(i (1 - w) x) - exp(-i w x)) + x ((1 - w) exp(-i w x) + w exp(i (1 - w) x)), turned by w x, which leaves its modulus as it is.
      const re = x * (1 - w + w * Math.cos(x)) - Math.sin(x);
      const im = Math.cos(x) - 1 + x * w * Math.sin(x);
      const others = Math.exp(v * ((x * x) / 2 - cubicShare * x * x * x));
      most = Math.max(most, (Math.sqrt(re * re + im * im) * others) / ((x * x) / 2));
    }
  }
  expect(most).toBeLessThanOrEqual(1);
});

test.each([
  [400, 0.02],
  [60, 0.1],
  [12, 0.5],
  [300, 0.2],
  [3, 0.3],
])('of %i things that are wrong by %f, it is no more than the tail, just below each jump', (n, w) => {
  const sd = Math.sqrt(n * w * (1 - w));
  const least = leastTails(1 / sd);
  let tail = 1;
  binomial(n, w).forEach((chance, k) => {
    // More than any number below k: k and more. Just above k - 1 that is least.
    expect(least((k - 1 - n * w) / sd)).toBeLessThanOrEqual(tail + 1e-9);
    expect(least((k - 1e-9 - n * w) / sd)).toBeLessThanOrEqual(tail + 1e-9);
    tail -= chance;
  });
});

test('of many things it is nearly the normal tail', () => {
  for (const [z, tail] of [
    [-1, 0.8413],
    [0, 0.5],
    [1, 0.1587],
    [2, 0.0228],
  ] as const)
    expect(Math.abs(leastTails(1e-3)(z) - tail)).toBeLessThan(5e-4);
});

test('the table says no more, nor much less', () => {
  const random = stream({ seed: 6, replication: 0, path: 'test', purpose: 'tails' });
  const tails = new TailTable();
  for (let n = 0; n < 1000; n++) {
    const [z, ratio] = [-6 + 9 * random.next(), Math.exp(Math.log(0.02) + 5 * random.next())];
    const least = leastTails(ratio);
    const direct = Math.max(0, least(z));
    const said = tails.tail(z, ratio);
    // A tail is at least what is said of any larger z, which may be more.
    const best = Math.max(...grid(z - 0.05, z + 2, 0.05).map((later) => least(later)), direct);
    expect(said).toBeLessThanOrEqual(best + 1e-9);
    expect(said).toBeGreaterThan(direct - 2e-3);
  }
});
