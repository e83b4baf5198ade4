import { expect, it } from 'vitest';
import { pairedPValue } from '../../../scenarios/stats/interval.ts';
import { precisionOf, replicationsNeeded } from '../../../scenarios/stats/replications.ts';

it('the precision of losses is that of equal gains: relative to the size of the mean', () => {
  const gains = [10, 12, 9, 11, 10, 10.5, 9.5, 11.5, 10, 10.2];
  const losses = gains.map((value) => -value);
  const relative = { target: 0.08, kind: 'relative' } as const;
  expect(precisionOf(losses, relative)).toBe(precisionOf(gains, relative));
  expect(precisionOf(losses, relative)).toBeGreaterThan(0);
  expect(replicationsNeeded([losses], relative)).toEqual(replicationsNeeded([gains], relative));
});

it('one pair proves nothing', () => {
  expect(pairedPValue([3], [1])).toBe(1);
  expect(pairedPValue([3], [3])).toBe(1);
});
