import { expect, it } from 'vitest';
import { meanInterval } from '../../../../scenarios/stats/interval.ts';
import { unsettled } from '../../../../scenarios/studies/experiment/settle.ts';

const text = (values: number[]) => unsettled('a minus b', 'valueEur', meanInterval(values))[0]?.text;

it('a settled difference says nothing', () => expect(text([1, 1.1, 0.9])).toBeUndefined());

it('an open one says how many days more would settle it, in words that have an end', () => {
  const open = 'a minus b, EUR a run: not settled; ';
  expect(text([3, -1, 2, 0])).toBe(`${open}about 12 more days would settle it if the difference is as seen.`);
  expect(text([100, -99.9, 100, -99.9])).toBe(
    `${open}more than 10000 more days would be needed if the difference is as seen.`,
  );
  expect(text([0, 0, 0])).toBe(`${open}no difference was seen, and more days like these would not show one.`);
  expect(text([5])).toBe(`${open}one day says nothing of the spread between days; play two at least.`);
});
