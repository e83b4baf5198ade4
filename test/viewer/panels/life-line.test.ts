import { beforeAll, expect, it } from 'vitest';
import { speak } from '../../../viewer/language.ts';
import { durationText, stationsOf } from '../../../viewer/panels/life-line.tsx';
import type { ItemDecision, ItemLife } from '../../../viewer/recording/items.ts';
import type { FramesAnswer } from '../../../viewer/streams/frames.ts';

beforeAll(() => speak('en', ['en-GB']));

const decided = (timeUs: number, label: string) => ({ timeUs, label }) as ItemDecision;
const life = {
  decisions: [decided(5e6, 'pet-tray'), decided(6e6, 'pet-bottle-clear')],
  ...{ binnedUs: 9e6, bin: 'pet', binnedBy: 'r1' },
} as unknown as ItemLife; // The line looks at nothing else of a life.
const answer = {
  past: [
    { place: 'factory', days: 3, inUse: false },
    { place: 'household', days: 40, inUse: true },
    { place: 'collection', days: 5, inUse: false },
  ],
} as unknown as FramesAnswer;

it('tells of an item where it was made, used and collected, then what happened on the site so far', () => {
  const parts = (timeUs: number) => stationsOf(life, answer, timeUs).map(({ part }) => part);
  expect(parts(1e6)).toEqual(['made', 'used', 'waste', 'site']);
  expect(parts(10e6)).toEqual(['made', 'used', 'waste', 'site', 'next']);
  const noteAt = (timeUs: number) => stationsOf(life, null, timeUs)[0]!.note;
  expect(noteAt(1e6)).not.toContain('pet');
  expect(noteAt(5.5e6)).toContain('pet-tray');
  expect(noteAt(7e6)).toContain('pet-bottle-clear');
  expect(stationsOf(life, null, 10e6).at(-1)!.title).toContain('pet');
});

it('says durations as people do', () => {
  expect([0.25, 1, 12, 90, 1000].map(durationText)).toEqual([
    ...['6 hours', 'a day', '12 days', '3 months', '2.7 years'],
  ]);
});
