import { expect, test } from 'vitest';
import { type ExactWorld, playExact } from '../../models/training/exact-world.ts';

const world: ExactWorld = {
  ...{ materials: 3, cues: 2, apart: 1, teacherApart: 3 },
  ...{ pool: 300, labelled: 12, tests: 1500 },
};

test('where looks tell nothing, nothing item-wise can be learned from the best of teachers', () => {
  const { ceiling, labelsOnly, distilled, permuted, oracle } = playExact(world, 0, 1);
  // Chance is a third, give or take three standard deviations of 1,500 guesses.
  for (const one of [ceiling, labelsOnly, distilled, permuted, oracle])
    expect(Math.abs(one - 1 / 3)).toBeLessThan(0.04);
});

test('a student that is taught comes close to the ceiling, and nobody passes it by more than chance', () => {
  const { ceiling, labelsOnly, distilled, oracle } = playExact(world, 1, 1);
  expect(ceiling).toBeGreaterThan(0.6);
  expect(distilled).toBeGreaterThan(ceiling - 0.03);
  expect(oracle).toBeGreaterThan(ceiling - 0.03);
  for (const one of [labelsOnly, distilled, oracle]) expect(one).toBeLessThan(ceiling + 0.015);
});

test('two materials on one cue reach what the normal distribution says', () => {
  const two: ExactWorld = { ...world, materials: 2, cues: 1, apart: 2, tests: 4000 };
  // Halfway between means two deviations apart lies one: Phi(1) = 0.8413.
  expect(Math.abs(playExact(two, 1, 3).ceiling - 0.8413)).toBeLessThan(0.02);
});
