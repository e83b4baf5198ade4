import { expect, it } from 'vitest';
import type { Thought } from '../../../viewer/recording/items.ts';
import { otherColumns } from '../../../viewer/streams/thoughts.tsx';

const thought = (label: string) =>
  ({
    label,
    confidence: 0.5,
    next: [],
    state: 0,
    stateConfidence: 0,
    quality: 1,
    grade: 'untold',
  }) as Thought;
const perceptions = ['labels-only', 'distilled', 'teacher'];

it('puts the teacher first, and says so where it did not look at the item', () => {
  const others = [{ perception: 'labels-only', robot: 'r1', thought: thought('a') }];
  const columns = otherColumns({ others, perceptions }, 'r1', 'distilled');
  expect(columns.map(({ name, thought }) => [name, thought?.label ?? null])).toEqual([
    ['teacher', null],
    ['labels-only', 'a'],
  ]);
});

it('takes the thought of the same robot where that one looked, else that of another', () => {
  const others = [
    { perception: 'teacher', robot: 'r1', thought: thought('one') },
    { perception: 'teacher', robot: 'r2', thought: thought('two') },
  ];
  const of = (robot: string) => otherColumns({ others, perceptions }, robot, 'distilled')[0]?.thought?.label;
  expect(['r1', 'r2', 'r3'].map(of)).toEqual(['one', 'two', 'two']);
});
