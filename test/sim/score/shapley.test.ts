import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coalition, coalitions, shapley } from '../../../sim/score/shapley.ts';

test('the glove game: the owner of the only left glove gets two thirds', () => {
  const pairs = (set: string) => Number(set.includes('left') && /right/.test(set));
  expect(shapley(['left', 'right-1', 'right-2'], pairs)).toEqual({
    left: expect.closeTo(2 / 3, 12),
    'right-1': expect.closeTo(1 / 6, 12),
    'right-2': expect.closeTo(1 / 6, 12),
  });
});

test('shares add up to the whole, do not hang on the order of the players, and a player that adds nothing gets nothing', () => {
  const players = ['a', 'b', 'c', 'd'] as const;
  const games = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(games, (values) => {
      // d changes nothing.
      const names = coalitions(['a', 'b', 'c'] as const).map((set) => coalition(players, set));
      const worth = (set: string) => values[names.indexOf(set.replace(/\+?d/, ''))]!;
      const shares = shapley(players, worth);
      const sum = Object.values(shares).reduce((total, x) => total + x, 0);
      expect(sum).toBeCloseTo(worth('a+b+c') - worth(''), 9);
      expect(shares.d).toBeCloseTo(0, 12);
      const back = shapley([...players].reverse(), (set) =>
        worth(coalition(players, set.split('+') as never)),
      );
      for (const player of players) expect(back[player]).toBeCloseTo(shares[player], 9);
    }),
  );
});
