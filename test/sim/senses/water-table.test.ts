import { expect, test } from 'vitest';
import { waterAbsorption } from '../../../sim/senses/optics/water.ts';

test('water absorbs at every wavelength, without jumps', () => {
  const table = waterAbsorption();
  for (const value of table) expect(value).toBeGreaterThan(0);
  for (let i = 1; i < table.length; i++) {
    const step = Math.abs(Math.log(table[i]! / table[i - 1]!));
    expect(step, `entry ${i}`).toBeLessThan(0.7);
  }
});
