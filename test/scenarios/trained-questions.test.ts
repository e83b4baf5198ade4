import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExperimentDocument } from '../../scenarios/studies/experiment/document.ts';
import { builtCache, emptyFolder, type Finished, looptwin } from './command.ts';

/** A question of a few minutes, with networks that hardly learned, over two days and two trainings. */
const question = `
extends: smoke
title: A tiny question
question: Is the truth worth more than a camera?
expected: The truth earns more, and it earns less than a hundred thousand euros.
rules:
  - { says: The truth names all, written: '2026-11-28', of: truth, quantity: accuracyMaterial, atLeast: 1 }
  - { says: The truth costs millions, written: '2026-11-28', of: truth, minus: camera, atMost: -1000000, notBlind: made up }
  - { says: The truth comes first, written: '2026-11-28', order: [truth, camera], quantity: accuracyMaterial }
site: { durationS: 600 }
feed: { poolSize: 20 }
training:
  perMaterial: { labelled: 4, unlabelled: 0, validation: 2, test: 2 }
  studentSteps: 4
policies: { perceptions: [labels-only], maintenance: [condition] }
compare:
  ownItems: true
  trainings: 2
  arms:
    - { name: camera }
    - { name: truth, set: { policies.perceptions: [perfect] } }
`;

const folder = emptyFolder();
const cwd = folder.path;
const env = { LOOPTWIN_CACHE: await builtCache(join(cwd, 'cache')) };
const minutes = 60_000;
const command = (...args: string[]): Promise<Finished> => looptwin(args, { cwd, env });
const asked = (...more: string[]) =>
  command('experiment', './tiny.yaml', '--replications', '2', ...more, '--force');

let found: ExperimentDocument;
beforeAll(async () => {
  writeFileSync(join(cwd, 'tiny.yaml'), question);
  const { out, err } = await asked('--json', '--golden', 'golden.json', '--update-golden');
  if (out === '') throw new Error(err);
  found = JSON.parse(out) as ExperimentDocument;
}, 5 * minutes);
afterAll(folder.remove);

describe('a question over trainings and days with items of their own', () => {
  it('plays every day with every training, and what needs none once', () => {
    expect(found.answer).toMatch(/^Over 2 runs and 2 trainings: camera .*; truth against camera .*\.$/);
    expect([found.trainings, found.replications, found.cells]).toEqual([2, 2, 6]);
    const cells = new Set(
      found.rows.map(({ point, training, replication }) => `${point} ${training} ${replication}`),
    );
    expect([...cells].sort()).toEqual(
      ['camera 1 0', 'camera 1 1', 'camera 2 0', 'camera 2 1', 'truth null 0', 'truth null 1'].sort(),
    );
    expect(found.leavesOut).toEqual([]);
  });

  it('draws items of its own each day: by a seed of its own, which the command of a day names', () => {
    const seeds = new Set(found.rows.map(({ replication, seed }) => `${replication}: ${seed}`));
    expect([...seeds]).toEqual(['0: 1', '1: 10001']);
    expect(found.dayCommands.map(({ point }) => point)).toEqual([
      'camera, training 1',
      'camera, training 2',
      'truth',
    ]);
    expect(found.dayCommands[1]?.command).toContain('--set training.seed=2');
  });

  it('has both parts of the variance in its intervals', () => {
    const [camera, truth] = found.points;
    const [difference] = found.differences;
    const { crossed, halfWidth, n } = camera!.estimates.accuracyMaterial;
    expect([crossed?.trainings, n]).toEqual([2, 2]);
    expect(halfWidth).toBeGreaterThan(0);
    expect(truth!.estimates.valueEur.crossed).toBeUndefined();
    expect(difference!.estimates.valueEur.crossed?.trainings).toBe(2);
    expect(difference!.byDay).toHaveLength(2);
  });

  it('holds its rules against the answer, and keeps that beside the golden answer', () => {
    const verdicts = found.rules.map(({ verdict, notBlind }) => [verdict, notBlind]);
    expect(verdicts[0]).toEqual(['held', null]);
    expect(verdicts[1]?.[1]).toBe('made up');
    expect(found.rules[0]?.figure).toMatch(/^truth 100\.0 /);
    const golden = JSON.parse(readFileSync(join(cwd, 'golden.json'), 'utf8')) as typeof found;
    expect(golden.rules).toEqual(found.rules);
  });

  it(
    'says so in table and report, equal to the golden answer from the cache',
    async () => {
      const { out, err, code } = await asked('--golden', 'golden.json');
      expect([code, err.includes('equal to the golden result')]).toEqual([0, true]);
      expect(out).toContain('2 runs and 2 trainings, mean +- half-width');
      expect(out).toMatch(/What the intervals are made of/);
      expect(out).toMatch(/The truth names all +2026-11-28 +truth 100\.0 .*held/);
      const report = readFileSync(join(cwd, 'runs', 'tiny-experiment', 'report.html'), 'utf8');
      expect(report).toContain('What was expected, and what became of it');
      expect(report).toContain('What the intervals are made of');
      expect(report).toContain('Not blind: made up.');
    },
    2 * minutes,
  );

  it(
    'a shared pool and one training are said to be left out; the forecast counts trainings',
    async () => {
      const shared = ['--set', 'compare.ownItems=false', '--trainings', '1', '--json'];
      const { out } = await asked(...shared);
      const { leavesOut, trainings } = JSON.parse(out) as ExperimentDocument;
      expect(trainings).toBe(1);
      expect(leavesOut.join(' ')).toMatch(/one pool of 20 .*the training of the networks/);
      const dry = await asked('--dry-run', '--trainings', '3');
      expect(dry.out).toContain('8 cells, 6 cached, 2 to play');
      expect(dry.out).toContain('camera, training 3');
      expect(dry.out).toMatch(/about \d+ (s|min) of one core/);
    },
    2 * minutes,
  );
});

describe('bad input', () => {
  it.each([
    [['--trainings', '0'], /--trainings.*must be an integer from 1 to 100/],
    [['--replications', '0'], /--replications.*must be an integer from 2/],
    [['--set', 'compare.trainings=0'], /--set compare\.trainings.*got 0/],
    [['--set', 'rules=[{says: x}]'], /--set rules\[0\]\.written/],
  ])('%j', async (more, message) => {
    const { code, err } = await command('experiment', './tiny.yaml', ...more);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('a plan and a region take no --trainings', async () => {
    const plan = await command('experiment', 'battery-panel', '--trainings', '3');
    expect(plan.err).toMatch(/--trainings: a plan has points.*got 3.*make training\.seed a factor/);
    const region = await command('experiment', 'circular-region', '--trainings', '3');
    expect(region.err).toMatch(/--trainings: a region sees with.*looptwin measure/);
  });
});
