import { expect, test } from 'vitest';
import { shrinkImage } from '../../models/data/image.ts';

test('an image is averaged channel by channel, half rounded up, and nothing beside it is written', () => {
  // 4 x 4 pixels: red = row, green = column, blue = 8 x (row + column).
  const rgb = Uint8Array.from({ length: 48 }, (_, at) => {
    const [row, column] = [Math.floor(at / 12), Math.floor(at / 3) % 4];
    return [row, column, 8 * (row + column)][at % 3]!;
  });
  const out = new Uint8Array(20).fill(99);
  shrinkImage(rgb, 2, out, 4);
  const around = [99, 99, 99, 99];
  expect([...out]).toEqual([...around, 1, 1, 8, 1, 3, 24, 3, 1, 24, 3, 3, 40, ...around]);
});

test('sizes that do not divide are refused', () => {
  expect(() => shrinkImage(new Uint8Array(27), 2, new Uint8Array(12), 0)).toThrow('side 3');
  expect(() => shrinkImage(new Uint8Array(28), 3, new Uint8Array(27), 0)).toThrow('28 bytes');
});
