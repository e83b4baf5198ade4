import { expect, test } from 'vitest';
import { textsOf } from '../../../scenarios/report/columns.ts';

test('a zero has no sign in a table, and every other number keeps its own', () => {
  const [, rows] = textsOf(
    [['EUR', (eur: string) => eur]],
    ['-0.00', '-0 +- 0.1', '-0.01', '1.5 to -0.0', 'arm-0'],
  );
  expect(rows.flat()).toEqual(['0.00', '0 +- 0.1', '-0.01', '1.5 to 0.0', 'arm-0']);
});
