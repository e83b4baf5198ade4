import { expect, test } from 'vitest';
import { compareOnIsland } from './island.ts';

test('on the island every policy is played on the same days and tells what it cost', () => {
  const { table, predictedMinusAgeEur } = compareOnIsland(
    ['run-to-failure', 'age-based', 'predicted-life'],
    3,
    60,
  );
  const [failing, aged, predicted] = table;
  expect(failing!.visits).toBe(0);
  expect(failing!.failures).toBeGreaterThan(0);
  expect(aged!.visits).toBeGreaterThan(0);
  expect(predicted!.visits).toBeGreaterThan(0);
  expect(failing!.availability).toBeLessThan(Math.max(aged!.availability, predicted!.availability));
  expect(predictedMinusAgeEur.n).toBe(3);
});
