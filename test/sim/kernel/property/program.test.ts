import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runOnKernel } from './on-kernel.ts';
import { runOnList } from './on-list.ts';
import { program } from './program.ts';

test('500 random programs run on the kernel as on a sorted list', () => {
  fc.assert(
    fc.property(program, (ops) => {
      expect(runOnKernel(ops)).toEqual(runOnList(ops));
    }),
    { numRuns: 500, seed: 1 },
  );
});

test('the programs are worth running: some cancel, some interrupt, some tie', () => {
  const logs = fc.sample(program, { numRuns: 500, seed: 1 }).map(runOnKernel);
  const count = (pattern: RegExp): number =>
    logs.filter((log) => log.some((line) => pattern.test(line))).length;
  expect(count(/cancel \d+ true/)).toBeGreaterThan(20);
  expect(count(/interrupted/)).toBeGreaterThan(50);
  expect(count(/resume/)).toBeGreaterThan(100);
});
