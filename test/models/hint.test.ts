import { expect, test } from 'vitest';
import type { Dataset } from '../../models/data/dataset.ts';
import { HINT_SIDE, hintTargets, meanRiseOf } from '../../models/training/hint.ts';
import { toyDataset } from './toy.ts';

const BELT = 2000;
const PX = 32;
const FRAMES = 8;

const filmOf = ({ streams }: Dataset) => streams.thermal!.values as Int16Array;

/** One row: a belt at 20 C and on it a block of 8 x 4 pixels whose four quarters are 1, 2, 3 and 6 K warmer. */
function warmBlock(): Dataset {
  const data = toyDataset({ labelled: 1, unlabelled: 0, validation: 0, test: 0 }, 1, ['cardboard']);
  const film = filmOf(data);
  film.fill(BELT, 0, FRAMES * PX * PX);
  for (let y = 8; y < 12; y++)
    for (let x = 16; x < 24; x++) {
      const rise = [100, 200, 300, 600][2 * (y % 2) + (x % 2)]!;
      film[y * PX + x] = BELT + rise;
    }
  return data;
}

test('the hint is the first picture above the belt, 2 x 2 averaged, on item pixels, in its own scale', () => {
  const hint = hintTargets(warmBlock());
  expect(hint.scaleK).toBeCloseTo(3, 6); // (1 + 2 + 3 + 6) / 4 in every item pixel
  for (let y = 0; y < HINT_SIDE; y++)
    for (let x = 0; x < HINT_SIDE; x++) {
      const inside = y >= 4 && y < 6 && x >= 8 && x < 12 ? 1 : 0;
      expect(hint.mask[y * HINT_SIDE + x], `${x}, ${y}`).toBe(inside);
      expect(hint.target[y * HINT_SIDE + x]).toBeCloseTo(inside, 6);
    }
  expect(meanRiseOf(hint, Int32Array.of(0))).toBeCloseTo(1, 6);
});

test('a given scale is kept, so that test sets are read in the units of training', () => {
  const hint = hintTargets(warmBlock(), 1.5);
  expect(hint.scaleK).toBe(1.5);
  expect(meanRiseOf(hint, Int32Array.of(0))).toBeCloseTo(2, 6);
});

test('the belt is the median of all four borders of the first picture', () => {
  const data = warmBlock();
  const film = filmOf(data);
  for (let y = 0; y < PX; y++)
    for (let x = 0; x < PX; x++) film[y * PX + x] = x === PX - 1 || y === PX - 1 ? BELT + 100 : BELT;
  // 66 of 128 border pixels are warm, so the cold ones inside lie a kelvin below the belt.
  const hint = hintTargets(data, 1);
  expect(hint.target[0]).toBeCloseTo(-1, 6);
  expect(hint.mask[HINT_SIDE * HINT_SIDE - 1]).toBe(0); // three of its four are warm: a quarter of a kelvin is noise
});
