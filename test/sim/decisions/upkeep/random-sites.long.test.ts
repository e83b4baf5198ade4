import { expect, test } from 'vitest';
import { playRandomSite } from './random-sites.ts';

test('no policy pays less for looking after a site than the least on 3,000 random sites', () => {
  for (let n = 0; n < 3000; n++) {
    const { aboveEur, what } = playRandomSite(n);
    expect(aboveEur, what).toBeGreaterThanOrEqual(-1e-9);
  }
}, 1_800_000);
