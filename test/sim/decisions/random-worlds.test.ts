import { expect, test } from 'vitest';
import { playRandomWorld } from './random-worlds.ts';

test('the certain bound is never beaten on 20 random worlds, and comes near on some', () => {
  const above = Array.from({ length: 20 }, (_, n) => playRandomWorld(n));
  for (const { aboveEur, what } of above) expect(aboveEur, what).toBeGreaterThanOrEqual(-1e-9);
  expect(Math.min(...above.map(({ aboveEur }) => aboveEur))).toBeLessThan(0.5);
});
