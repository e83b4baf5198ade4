import { expect, test } from 'vitest';
import { poisson } from '../../../sim/kernel/random/distributions-discrete.ts';
import { stream } from '../../../sim/kernel/random/random.ts';
import { Calendar, US_PER_WEEK } from '../../../sim/kernel/stations/calendar.ts';

test('a calendar may be open to the last instant of its period, not beyond it', () => {
  const always = new Calendar([{ fromUs: 0, toUs: US_PER_WEEK }]);
  expect([0, US_PER_WEEK - 1, US_PER_WEEK].map((at) => always.isOpen(at))).toEqual([true, true, true]);
  expect(() => new Calendar([{ fromUs: 0, toUs: US_PER_WEEK + 1 }])).toThrow(/must lie in 0/);
});

test('Poisson by rejection has the right chance for every count, not only the right mean', () => {
  const [mean, draws] = [40, 200_000];
  const rng = stream({ seed: 3, replication: 0, path: 'test', purpose: 'poisson by rejection' });
  const seen = new Float64Array(200);
  for (let i = 0; i < draws; i++) seen[poisson(rng, mean)]! += 1;
  let chance = Math.exp(-mean);
  let chiSquare = 0;
  let cells = 0;
  for (let k = 1; k < 200; k++) {
    chance *= mean / k;
    const expected = draws * chance;
    if (expected < 50) continue;
    chiSquare += ((seen[k]! - expected) * (seen[k]! - expected)) / expected;
    cells += 1;
  }
  // Mean `cells`, variance 2 x cells: five standard deviations above.
  expect(cells).toBeGreaterThan(35);
  expect(chiSquare).toBeLessThan(cells + 5 * Math.sqrt(2 * cells));
});
