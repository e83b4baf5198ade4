import { describe, expect, it } from 'vitest';
import type { DoneCell } from '../../../../scenarios/studies/experiment/cell.ts';
import { documentOf } from '../../../../scenarios/studies/experiment/document.ts';
import { dayKey } from '../../../../scenarios/studies/experiment/ways/day-key.ts';
import { done, failed, point, study } from './rows.ts';

/** Two arms: one under two trainings, one that needs none; three days. */
const points = [
  { ...point('eye', 'teacher'), training: 1 },
  { ...point('eye', 'teacher'), training: 2 },
  point('truth'),
];
const values = [
  [1, 2, 3],
  [3, 4, 5],
  [5, 8, 8],
];
const rows = values.flatMap((days, p) => days.map((value, day): DoneCell => done(p, day, value)));
const head = study('arms', points, 3);

describe('points of one name', () => {
  const document = documentOf(head, rows);

  it('are one way to play, over trainings and days', () => {
    expect(document.points.map(({ name }) => name)).toEqual(['eye', 'truth']);
    const [eye, truth] = document.points;
    expect(eye!.estimates.valueEur.mean).toBeCloseTo(3, 12);
    expect(eye!.estimates.valueEur.crossed).toMatchObject({ trainings: 2, sd: { rest: 0 } });
    expect(truth!.estimates.valueEur.crossed).toBeUndefined();
    expect(document.trainings).toBe(2);
    expect(document.answer).toMatch(/^Over 3 runs and 2 trainings: eye 3\.00 EUR a run/);
  });

  it('are held against what needs no training under each training, and byDay is their mean', () => {
    const [difference] = document.differences;
    expect(difference).toMatchObject({ better: 'truth', than: 'eye', byDay: [3, 5, 4] });
    expect(difference!.estimates.valueEur.mean).toBeCloseTo(4, 12);
    expect(difference!.estimates.valueEur.crossed?.trainings).toBe(2);
  });

  it('leave out a training that failed on every day, and a day on which one failed', () => {
    const without = documentOf(head, [
      ...rows.slice(0, 3),
      failed(1, 0),
      failed(1, 1),
      failed(1, 2),
      ...rows.slice(6),
    ]);
    expect(without.points[0]!.estimates.valueEur).toMatchObject({ mean: 2, n: 3 });
    const day = documentOf(head, [...rows.slice(0, 4), failed(1, 1), ...rows.slice(5)]);
    expect(day.replications).toBe(2);
    expect(day.failures[0]).toMatchObject({ point: 'eye, training 2', replication: 1 });
  });

  it('have rules held against them', () => {
    const rule = { says: 'truth first', written: '2026-11-28', order: ['truth', 'eye'] };
    const [judged] = documentOf({ ...head, rules: [rule] }, rows).rules;
    expect(judged).toMatchObject({ verdict: 'not settled', notBlind: null });
    expect(judged!.figure).toMatch(/^truth minus eye \+4\.00 EUR a run/);
  });
});

it('a day with items of its own has a seed of its own, day 0 that of the study', () => {
  expect(dayKey({ seed: 7 }, 3)).toEqual({ seed: 7, replication: 3 });
  expect(dayKey({ seed: 7, ownItems: true }, 0)).toEqual({ seed: 7, replication: 0 });
  expect(dayKey({ seed: 7, ownItems: true }, 3)).toEqual({ seed: 30_007, replication: 3 });
  expect(dayKey({ seed: 4_294_967_295, ownItems: true }, 1).seed).toBe(9999);
});
