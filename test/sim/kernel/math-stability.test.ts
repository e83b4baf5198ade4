import { expect, test } from 'vitest';
import { Fingerprint } from '../../../sim/kernel/trust/fingerprint.ts';

/**
 * The numbers of a run repeat on every Node only if the Math functions do. One hash over a grid of arguments for each function
 * that the project uses; the answers were the same on Node 20, 22 and 24 when they were written down.
 */
const functions = {
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  sin: Math.sin,
  cos: Math.cos,
  atan2: Math.atan2,
  tanh: Math.tanh,
  cbrt: Math.cbrt,
  hypot: Math.hypot,
};

function hashOf(f: (x: number, y: number) => number): string {
  const fingerprint = new Fingerprint();
  for (let i = 0; i < 4000; i++) fingerprint.add(f(0.0137 * (i + 0.5), 1.7 + 0.003 * i));
  return fingerprint.hex();
}

test('Math functions give the same bits as when the goldens were made', () => {
  const hashes = Object.fromEntries(Object.entries(functions).map(([name, f]) => [name, hashOf(f)]));
  expect(hashes).toMatchInlineSnapshot(`
    {
      "atan2": "6f723da075de69fb",
      "cbrt": "25179efb5de9fd1e",
      "cos": "e24abfbce4a14a82",
      "exp": "c8c5cb07795ad761",
      "hypot": "0b3891169e01b634",
      "log": "52e392e89b30be94",
      "sin": "e641c537c3f37fb1",
      "sqrt": "160536099d1a8d08",
      "tanh": "b40aff5281ad9d22",
    }
  `);
});
