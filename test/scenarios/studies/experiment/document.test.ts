import { expect, it } from 'vitest';
import { experimentText } from '../../../../scenarios/cli/texts/experiment.ts';
import { documentOf } from '../../../../scenarios/studies/experiment/document.ts';
import { isReference } from '../../../../sim/site/reference.ts';
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
    'arm    perception  maintenance  EUR a run     regret EUR    material %      purity %        J/item      kgCO2e      downtime s',
    '-----  ----------  -----------  ------------  ------------  --------------  --------------  ----------  ----------  ----------',
    'base   perfect     condition    2.33 +- 3.79  2.33 +- 3.79  233.3 +- 379.5  233.3 +- 379.5  2.3 +- 3.8  2.3 +- 3.8  2 +- 4',
    'other  perfect     condition    4.17 +- 3.99  4.17 +- 3.99  416.7 +- 399.3  416.7 +- 399.3  4.2 +- 4.0  4.2 +- 4.0  4 +- 4',
    'other  minus base               1.83 +- 0.72  1.83 +- 0.72  183.3 +- 71.7   183.3 +- 71.7   1.8 +- 0.7  1.8 +- 0.7  2 +- 1',
    '',
    'Does it pay? Gains are against no-robot on the same days:',
    'arm            EUR a day     EUR a tonne   sorted kg/h  busy %, by robot          gain EUR a day  capital EUR  net present value EUR  payback years  pays at prices x  and at a wage of',
    '-------------  ------------  ------------  -----------  ------------------------  --------------  -----------  ---------------------  -------------  ----------------  ----------------',
    'no-robot       0.00 +- 0.00  0.0 +- 0.0    5.0 +- 0.0   20.0 +- 0.0, 10.0 +- 0.0  0.00 +- 0.00              0  0 +- 0                           0.0  -                 -',
    'manual-picker  0.00 +- 0.00  0.0 +- 0.0    5.0 +- 0.0   20.0 +- 0.0, 10.0 +- 0.0  0.00 +- 0.00              0  0 +- 0                           0.0  -                 -',
    'base           2.33 +- 3.79  23.3 +- 37.9  5.0 +- 0.0   20.0 +- 0.0, 10.0 +- 0.0  2.33 +- 3.79              0  2457 +- 3996                     0.0  0.00 +- 0.00      21.71 +- 0.47',
    'other          4.17 +- 3.99  41.7 +- 39.9  5.0 +- 0.0   20.0 +- 0.0, 10.0 +- 0.0  4.17 +- 3.99              0  4388 +- 4205                     0.0  0.00 +- 0.00      21.48 +- 0.50',
    'A robot that knew the truth would pay: other earns EUR 4.17 a day more than doing nothing (95 % interval 0.17 to 8.16); that pays its EUR 0 back in 0.0 years and is worth EUR 4388 more than it costs over 5 years of 250 such days.',
    '',
    'Over 3 runs: base 2.33 EUR a run (95 % interval -1.46 to 6.13); other against base +1.83 EUR a run (95 % interval 1.12 to 2.55).',
    'On days of their own the intervals of the differences would be 7.7 times as wide.',
    '',
    'fingerprint ffcaf8fc52a184f0bb11ef25f67cb140b212eb23a08b8319b5c83ae43d8d283c',
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
  const ofRobots = document.rows.filter(({ perception }) => !isReference(perception));
  expect(ofRobots.map(({ point, replication, counted }) => [point, replication, counted])).toEqual([
    ...[0, 1, 2].map((day) => ['base', day, day !== 1]),
    ...[0, 2].map((day) => ['other', day, true]),
  ]);
  expect(experimentText(document)).toMatch(
    /fingerprint .*\nother, day 1, seed 7 failed: it broke\n {2}again: looptwin run made$/,
  );
});

it('where arms are assumptions, who pays is said of those that somebody could choose', () => {
  const { pays } = documentOf({ ...arms, choices: ['base'] }, rows);
  expect(pays.answer).toMatch(/the best is base, which earns EUR 2.33 a day more/);
  expect(pays.answer).toMatch(/ The other arms are assumptions, not robots to choose\.$/);
  expect(pays.arms.map(({ name }) => name)).toContain('other');
  const { answer } = documentOf({ ...arms, choices: ['base', 'other'] }, rows).pays;
  expect(answer).toMatch(/pay: other earns/);
  expect(answer).not.toContain('assumptions');
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
  expect(document.fingerprint).toBe('c25fcc619dadc1eb80c75e40bb1c1085b448031dcb3af456adee0c0607fcfd17');
});
