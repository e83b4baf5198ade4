import { describe, expect, test } from 'vitest';
import { Noise } from '../../../sim/kernel/random/noise.ts';

/** Noise by the frame: two numbers from each 32 bits must be as good as one from each. */

const SIZE = 1 << 20;
const frame = new Float32Array(SIZE);
new Noise(12_345).fill(frame);

/** Mean of z[i]^p z[i + lag]^q over a frame. */
function moment(p: number, q = 0, lag = 0): number {
  const power = (z: number, n: number) => (n === 0 ? 1 : n === 1 ? z : n === 2 ? z * z : z * z * z * z);
  let sum = 0;
  for (let i = 0; i + lag < SIZE; i++) sum += power(frame[i]!, p) * power(frame[i + lag]!, q);
  return sum / (SIZE - lag);
}

describe('noise by the frame', () => {
  test('is standard normal to the fourth moment', () => {
    const error = 1 / Math.sqrt(SIZE);
    expect(Math.abs(moment(1))).toBeLessThan(4 * error);
    expect(Math.abs(moment(2) - 1)).toBeLessThan(4 * Math.SQRT2 * error);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.05);
  });

  test('neighbours, colours of a pixel and rows are independent in value and in size', () => {
    // Halves of one word, of the next words, the next pixel, the row below at 32 and 64 px, the next frame of the film.
    for (const lag of [1, 2, 3, 4, 5, 6, 32, 64, 96, 192, 1024]) {
      expect(Math.abs(moment(1, 1, lag)), `value, lag ${lag}`).toBeLessThan(4 / Math.sqrt(SIZE));
      const size = moment(2, 2, lag) - 1;
      expect(Math.abs(size), `size, lag ${lag}`).toBeLessThan((4 * 2.9) / Math.sqrt(SIZE));
    }
  });

  test('repeats, goes on where it stopped, and takes an odd length', () => {
    const whole = new Float32Array(10);
    new Noise(7).fill(whole);
    const parts = new Float32Array(10);
    const noise = new Noise(7);
    noise.fill(parts.subarray(0, 4));
    noise.fill(parts.subarray(4));
    expect(parts).toEqual(whole);
    const odd = new Float32Array(3);
    new Noise(7).fill(odd);
    expect(odd.subarray(0, 2)).toEqual(whole.subarray(0, 2));
    expect(odd[2]).toBe(whole[2]);
  });
});
