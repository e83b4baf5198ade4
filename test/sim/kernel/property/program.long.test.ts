import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runOnKernel } from './on-kernel.ts';
import { runOnList } from './on-list.ts';
import { program } from './program.ts';

test('10,000 random programs run on the kernel as on a sorted list', () => {
  fc.assert(
    fc.property(program, (ops) => {
      expect(runOnKernel(ops)).toEqual(runOnList(ops));
    }),
    { numRuns: 10_000, seed: 2 },
  );
});
