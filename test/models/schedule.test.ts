import { expect, test } from 'vitest';
import { learningRateAt } from '../../models/training/schedule.ts';

test('the learning rate climbs to its peak in a twentieth of the steps and falls as half a cosine to nothing at the end', () => {
  const [steps, peak] = [200, 0.003];
  const at = (step: number) => learningRateAt(step, steps, peak) / peak;
  for (let step = 0; step < 10; step++) expect(at(step)).toBeCloseTo((step + 1) / 10, 12);
  expect(at(10)).toBe(1);
  expect(at(10 + 190 / 2)).toBeCloseTo(0.5, 12);
  expect(at(steps)).toBeCloseTo(0, 12);
  for (let step = 10; step < steps; step++) expect(at(step + 1)).toBeLessThan(at(step));
});
