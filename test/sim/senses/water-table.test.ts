import { expect, test } from 'vitest';
import { waterAbsorption } from '../../../sim/senses/optics/water.ts';

test('water absorbs at every wavelength, without jumps', () => {
  for (const value of waterAbsorption) expect(value).toBeGreaterThan(0);
  for (let i = 1; i < waterAbsorption.length; i++) {
    const step = Math.abs(Math.log(waterAbsorption[i]! / waterAbsorption[i - 1]!));
    expect(step, `entry ${i}`).toBeLessThan(0.7);
  }
});
