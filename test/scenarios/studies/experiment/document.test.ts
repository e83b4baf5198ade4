import { expect, it } from 'vitest';
import { experimentText } from '../../../../scenarios/cli/texts/experiment-text.ts';
import { documentOf } from '../../../../scenarios/studies/experiment/document.ts';
import { done, failed, point, study } from './rows.ts';

const arms = study('arms', [point('base'), point('other')], 3);
const values = [
  [1, 3],
  [2, 3.5],
  [4, 6],
] as const;
const rows = values.flatMap(([a, b], day) => [done(0, day, a), done(1, day, b)]);

it('arms: the table, the answer and the fingerprint are those of before, to the letter', () => {
  expect(experimentText(documentOf(arms, rows)).split('\n')).toEqual([
    'Made by hand: 3 runs, mean +- half-width of the 95 % interval',
    'Which?',
    '',
    'arm    perception  maintenance  EUR a run     regret EUR    material %      purity %        J/item      downtime s',
    '-----  ----------  -----------  ------------  ------------  --------------  --------------  ----------  ----------',
    'base   perfect     condition    2.33 +- 3.79  2.33 +- 3.79  233.3 +- 379.5  233.3 +- 379.5  2.3 +- 3.8  2 +- 4',
    'other  perfect     condition    4.17 +- 3.99  4.17 +- 3.99  416.7 +- 399.3  416.7 +- 399.3  4.2 +- 4.0  4 +- 4',
    'other  minus base               1.83 +- 0.72  1.83 +- 0.72  183.3 +- 71.7   183.3 +- 71.7   1.8 +- 0.7  2 +- 1',
    '',
    'Over 3 runs: base 2.33 EUR a run (95 % interval -1.46 to 6.13); other against base +1.83 EUR a run (95 % interval 1.12 to 2.55).',
    'On days of their own the intervals of the differences would be 7.7 times as wide.',
    '',
    'fingerprint b39e403e3bac8b7fa4b6e64d6c20179c586cec6e3d59790e2efa6c65b25f0d0c',
  ]);
});

it('rows may come in any order, from anywhere: the document is the same', () => {
  expect(documentOf(arms, [...rows].reverse())).toEqual(documentOf(arms, rows));
});

it('a failed cell is data: the answer is over the days that all points have, and its command is told', () => {
  const broken = rows.map((row) => (row.point === 1 && row.replication === 1 ? failed(1, 1) : row));
  const document = documentOf(arms, broken);
  const whole = documentOf(
    arms,
    rows.filter((row) => row.replication !== 1),
  );
  expect(document.replications).toBe(2);
  expect(document.points).toEqual(whole.points);
  expect(document.answer).toBe(whole.answer);
  expect(document.fingerprint).toBe(whole.fingerprint);
  expect(document.failures).toEqual([
    { point: 'other', replication: 1, seed: 7, error: 'it broke', command: 'looptwin run made' },
  ]);
  expect(document.rows.map(({ point, replication, counted }) => [point, replication, counted])).toEqual([
    ...[0, 1, 2].map((day) => ['base', day, day !== 1]),
    ...[0, 2].map((day) => ['other', day, true]),
  ]);
  expect(experimentText(document)).toMatch(
    /fingerprint .*\nother, day 1, seed 7 failed: it broke\n {2}again: looptwin run made$/,
  );
});

it('a point that failed on every day is left out; with no day at all there is no answer', () => {
  const three = study('arms', [...arms.points, point('dead')], 3);
  const dead = [0, 1, 2].map((day) => failed(2, day));
  const document = documentOf(three, [...rows, ...dead]);
  expect(document.points.map(({ name }) => name)).toEqual(['base', 'other']);
  expect(document.failures).toHaveLength(3);
  expect(() => documentOf(arms, [failed(0, 0), failed(1, 0)])).toThrow(
    /^2 of 2 cells failed: no day is left to compare\nbase, day 0, seed 7 failed: it broke\n {2}again: /,
  );
  expect(() => documentOf(arms, [failed(0, 0), done(1, 0, 1), done(0, 1, 1), failed(1, 1)])).toThrow(
    /no day is left/,
  );
});

it('perceptions: every way of seeing, its pair on the same days, and what would settle it', () => {
  const head = study('perceptions', [point('made', 'labels-only', 'distilled')], 4);
  const document = documentOf(
    head,
    [0, 1, 2, 3].map((day) => done(0, day, day, day + (day % 2 ? 2 : -1))),
  );
  expect(document.points.map(({ name }) => name)).toEqual(['labels-only', 'distilled']);
  expect(document.differences.map(({ better, than }) => `${better} - ${than}`)).toEqual([
    'distilled - labels-only',
  ]);
  expect(document.unsettled.map(({ quantity }) => quantity)).toEqual(['accuracyMaterial', 'valueEur']);
  expect(document.fingerprint).toBe('7a37e0178d54c1911923a8f41e1ad8d118c376e0b7621c7e1e0fe78dd4232ed7');
});
