import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixedPoint, rescale } from '../../models/export/rescale.ts';

test('a fixed-point factor holds the real one to 31 bits', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 0.999999, noNaN: true }), (factor) => {
      const { multiplier, shift } = fixedPoint(factor);
      expect(multiplier).toBeGreaterThanOrEqual(0x40000000);
      expect(multiplier).toBeLessThan(0x80000000);
      expect(Math.abs(multiplier / 2 ** shift / factor - 1)).toBeLessThan(1e-9);
    }),
  );
  expect(() => fixedPoint(1.5)).toThrow(/must lie in 0..1, got 1.5/);
});

test('rescale equals the 64-bit arithmetic of the C header', () => {
  fc.assert(
    fc.property(fc.integer(), fc.double({ min: 1e-6, max: 0.999999, noNaN: true }), (accumulator, factor) => {
      const fixed = fixedPoint(factor);
      const shift = BigInt(fixed.shift);
      const product = BigInt(accumulator) * BigInt(fixed.multiplier) + (1n << (shift - 1n));
      expect(rescale(accumulator, fixed)).toBe(Number(product >> shift));
    }),
  );
});
