import { expect, test } from 'vitest';
import { problemsOf } from '../../sim/problems.ts';
import { plainDepot } from './plain-depot.ts';

/** Problems of the depot's belt when a ride along it takes so many seconds. */
const onBelt = (rideS: number) =>
  problemsOf({ ...plainDepot, belt: { ...plainDepot.belt, lengthM: 0.5 * rideS, speedMPerS: 0.5 } })
    .map(({ path }) => path.join('.'))
    .filter((path) => path.startsWith('belt'));

test('a ride may take as long as the bound holds for, and not a second more', () => {
  expect(onBelt(840)).toEqual([]);
  expect(onBelt(841)).not.toEqual([]);
});

test('so may a move', () => {
  const moving = (moveS: number) =>
    problemsOf({ ...plainDepot, robots: [{ ...plainDepot.robots[0]!, moveS }] }).map(({ path }) =>
      path.join('.'),
    );
  expect(moving(60)).toEqual([]);
  expect(moving(60.5)).toEqual(['robots.0.moveS']);
});
