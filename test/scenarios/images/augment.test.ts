import { describe, expect, test } from 'vitest';
import { augmenter } from '../../../scenarios/images/augment.ts';

const SIDE = 32;
/** A dark thing, longer than wide, on a light ground. */
const picture = new Uint8Array(3 * SIDE * SIDE).fill(200);
for (let y = 5; y < 27; y++)
  for (let x = 9; x < 23; x++) picture.fill(40, 3 * (y * SIDE + x), 3 * (y * SIDE + x) + 3);

const show = augmenter(1, SIDE);
const shown = (step: number, place = 0) => {
  const out = new Float32Array(3 * SIDE * SIDE);
  show(picture, out, 0, step, place);
  return out;
};
const corner = (values: Float32Array) => values[0]!;
const middle = (values: Float32Array) => values[3 * (16 * SIDE + 16)]!;

describe('a thing photographed once more', () => {
  test('is another picture each time and the same one when asked again', () => {
    expect([...shown(3)]).toEqual([...shown(3)]);
    expect([...shown(3)]).not.toEqual([...shown(4)]);
    expect([...shown(3, 0)]).not.toEqual([...shown(3, 1)]);
  });

  test('stays between black and white', () => {
    for (let step = 0; step < 40; step++)
      expect(shown(step).every((value) => value >= 0 && value <= 1)).toBe(true);
  });

  test('half of the pictures lie on another ground, and all in other light', () => {
    const grounds = Array.from({ length: 200 }, (_, step) => corner(shown(step)));
    expect(grounds.filter((value) => value < 0.4).length).toBeGreaterThan(20);
    expect(grounds.filter((value) => value > 0.6).length).toBeGreaterThan(60);
    expect(new Set(grounds.map((value) => value.toFixed(3))).size).toBeGreaterThan(100);
  });

  test('the thing stays in the middle and keeps its size within the ranges', () => {
    for (let step = 0; step < 40; step++) {
      const values = shown(step);
      // Where the ground stayed light, the thing stays darker than it.
      if (corner(values) > 0.6) expect(middle(values)).toBeLessThan(corner(values));
    }
  });
});
