import { expect, test } from 'vitest';
import { loadProtocol } from '../../../../scenarios/schema/protocol/load.ts';
import { protocolOf } from '../../../../scenarios/schema/protocol/schema.ts';
import { type Part, progressOf } from '../../../../scenarios/studies/protocol/progress.ts';

const protocol = protocolOf(loadProtocol('distillation'), false);

/** A protocol's bar with the shares that it told. */
function bar(hours?: number) {
  const shares: number[] = [];
  const progress = ({ done, total }: { done: number; total: number }) => void shares.push(done / total);
  const sum = progressOf(protocol, [], { progress, ...(hours === undefined ? {} : { hours }) });
  const report = (part: Part, share: number) => sum.report(part, { task: part, done: share, total: 1 });
  return { shares, report };
}

test('the items of the first world and the trainings after them make one bar that never falls', () => {
  const { shares, report } = bar();
  for (const share of [0.1, 0.5, 1]) report('pool items', share);
  const drawn = shares.at(-1)!;
  for (const share of [0, 0.5, 1]) report('trainings', share);
  report('export', 1);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(drawn).toBeLessThan(0.05); // of some two hundred trainings
  expect(shares.at(-1)).toBe(1);
});

test('a report without trainings is whole when its items are there', () => {
  const { shares, report } = bar(0);
  report('pool items', 1);
  expect(shares.at(-1)).toBe(1);
});
