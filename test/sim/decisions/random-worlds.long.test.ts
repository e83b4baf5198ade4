import { expect, test } from 'vitest';
import { playRandomWorld } from './random-worlds.ts';

test('the certain bound is never beaten on 1,000 random worlds', () => {
  for (let n = 0; n < 1000; n++) {
    const { aboveEur, what } = playRandomWorld(n);
    expect(aboveEur, what).toBeGreaterThanOrEqual(-1e-9);
  }
}, 1_800_000);
