import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentOf, type ExperimentDocument } from '../../scenarios/studies/experiment/document.ts';
import { experiment } from '../../scenarios/studies/experiment/experiment.ts';
import { experimentToFolder } from '../../scenarios/studies/experiment/folder/to-folder.ts';
import { forecast } from '../../scenarios/studies/experiment/forecast.ts';
import { mergeShards } from '../../scenarios/studies/experiment/merge.ts';
import { hashOfShard, playShard, type SealedShard } from '../../scenarios/studies/experiment/shard.ts';
import { emptyFolder } from './command.ts';
import { inProcess } from './in-process.ts';

const folder = emptyFolder();
const cwd = folder.path;
afterAll(folder.remove);

/** Ten minutes under four settings of the power of a robot; two policies inside; days until half of 0.6 EUR is known. */
const text = `plan: looptwin.plan/1
title: a small plan
scenario: smoke
set:
  site.durationS: 600
  policies.perceptions: [perfect]
  maintenance.visitEur: 1
design: full
factors:
  battery: { paths: ['robots[0].batteryWh', 'robots[1].batteryWh'], levels: [0.4, 5] }
  rate: { path: feed.ratePerHour, levels: [120, 360] }
replications: { from: 3, to: 12, halfWidth: 0.6 }
rules:
  - { says: More items earn more, written: '2026-11-29', of: rate, atLeast: 0 }
  - { says: Items matter less than a battery, written: '2026-11-29', of: rate 120 -> 360, minus: battery, atMost: 0 }
  - { says: Both together do nothing, written: '2026-11-29', of: battery x rate, atLeast: 1000000 }
  - { says: Failing is dear, written: '2026-11-29', of: 'run-to-failure minus condition, rate', atLeast: -1000000 }
  - { says: On the mean as well, written: '2026-11-29', of: run-to-failure minus condition, atMost: 1000000 }
  - { says: A pair less a way of seeing, written: '2026-11-29', of: 'run-to-failure minus condition, rate', minus: rate, atMost: 1000000 }
  - { says: A pair's mean less an effect, written: '2026-11-29', of: run-to-failure minus condition, minus: battery, atMost: 1000000 }
`;
const plan = './small.yaml';
const options = (workers: number, cache: string) => ({ cwd, workers, cacheDir: join(cwd, cache) });
const shardFolder = (i: number) => join('runs', `small-shard-${i}-of-3`);
const shards = [1, 2, 3].map(shardFolder);
const notes: string[] = [];
let one: ExperimentDocument;
/** The folder of `one`. */
let left: string;
const merged = (folders: readonly string[], note?: (text: string) => void) => {
  const { head, rows } = mergeShards(folders, { cwd, note });
  return documentOf(head, rows);
};

beforeAll(async () => {
  writeFileSync(join(cwd, plan), text);
  const note = (text: string) => void notes.push(text);
  ({ document: one, folder: left } = await experimentToFolder(plan, { ...options(1, 'one'), note }));
  for (const index of [1, 2, 3]) await playShard(plan, { index, of: 3 }, { ...options(2, 'shards') });
}, 240_000);

it('holds rules of an expectation against effects, their differences and those of a pair', () => {
  const effect = (name: string) => one.plan!.effects.find((e) => e.of === 'perfect' && e.name === name)!;
  const [rate, battery] = [effect('rate 120 -> 360'), effect('battery 0.4 -> 5')];
  const verdicts = one.rules.map(({ verdict }) => verdict);
  const less = rate.byDay.map((value, day) => value - battery.byDay[day]!);
  const mean = less.reduce((a, b) => a + b, 0) / less.length;
  expect(one.rules[0]!.figure).toContain(`rate ${rate.estimates.valueEur.mean < 0 ? '' : '+'}`);
  expect(one.rules[1]!.figure).toContain(
    `rate 120 -> 360 minus battery ${mean < 0 ? '' : '+'}${mean.toFixed(2)} EUR`,
  );
  expect(verdicts.slice(2)).toEqual(['refuted', 'held', 'held', 'held', 'held']);
  const of = (name: string) => one.plan!.effects.find((e) => e.of !== 'perfect' && e.name === name)!.byDay;
  const meanOf = (a: readonly number[], b: readonly number[]) =>
    (a.reduce((sum, value, day) => sum + value - b[day]!, 0) / a.length).toFixed(2);
  expect(one.rules[5]!.figure).toContain(meanOf(of('rate 120 -> 360'), rate.byDay));
  expect(one.rules[6]!.figure).toContain(meanOf(of('mean over the points'), battery.byDay));
});

it('says before the first day how many there may be, and stops when every interval is narrow enough', () => {
  expect(notes).toEqual([
    'plays 3 days of each point at least and 12 at most (48 cells), until half of each interval is 0.6 EUR a run or less',
  ]);
  expect(one.stopping).toEqual({ from: 3, to: 12, halfWidth: 0.6, quantity: 'valueEur', reached: true });
  expect(one.replications).toBeLessThan(12);
  const main = one.plan!.effects.filter(({ kind, of }) => kind === 'main' && of === 'perfect');
  expect(main.map(({ name }) => name)).toEqual(['battery 0.4 -> 5', 'rate 120 -> 360']);
  for (const { estimates } of main) expect(estimates.valueEur.halfWidth).toBeLessThanOrEqual(0.6);
});

it('one worker, two workers, three shards: the same document, to the letter', async () => {
  const two = await experiment(plan, options(2, 'two'));
  expect(two).toEqual(one);
  expect(merged([shards[2]!, shards[0]!, shards[1]!])).toEqual(one);
});

it('a row for each day, variant and point, with every quantity; pairs inside the points have effects too', () => {
  expect(one.rows).toHaveLength(one.replications * 4 * 4);
  expect(one.rows[0]).toMatchObject({
    point: 'battery=0.4, rate=120',
    replication: 0,
    seed: 1,
    counted: true,
  });
  expect(one.points[0]!.levels).toEqual({ battery: 0.4, rate: 120 });
  const pair = one.plan!.effects.filter(({ of }) => of === 'run-to-failure minus condition');
  expect(pair.map(({ kind }) => kind)).toEqual(['mean', 'main', 'main', 'interaction']);
  expect(one.differences).toHaveLength(4);
});

it('an edited entry of the store is refused in words and made again', async () => {
  const cells = join(cwd, 'one/cell');
  const [name] = readdirSync(cells);
  const before = readFileSync(join(cells, name!));
  const edited = Buffer.from(before.toString('latin1').replace('"boundEur":', '"boundEur":1'), 'latin1');
  writeFileSync(join(cells, name!), edited);
  const heard: string[] = [];
  const again = await experiment(plan, { ...options(1, 'one'), note: (note) => heard.push(note) });
  expect(again.fingerprint).toBe(one.fingerprint);
  expect(readFileSync(join(cells, name!))).toEqual(before);
  expect(heard.join('\n')).toContain(
    `${join(cells, name!)}: was edited or damaged since it was written: refused`,
  );
});

it('--dry-run says what is there and what the rest may cost, by what was timed here', async () => {
  const some = await forecast(plan, options(1, 'one'));
  const inOne = readdirSync(join(cwd, 'one/cell')).length;
  expect(some).toMatchObject({ cells: 48, cached: inOne, networks: 0, timedCells: inOne });
  expect(some.points.reduce((sum, { cached }) => sum + cached, 0)).toBe(inOne);
  const fresh = await forecast(plan, { ...options(1, 'none'), shard: { index: 1, of: 3 } });
  expect(fresh).toMatchObject({ cells: 16, cached: 0, timedCells: 0 });
  // Eight cells at 20 arrivals and eight at 60, each under four variants and its bound.
  const arrivals = 8 * 5 * (20 + 60);
  expect(fresh.coreSeconds).toBeCloseTo(0.00007 * arrivals + 16 * 5 * 0.05 * (600 / 86_400), 9);
  const { run, heard } = inProcess('experiment battery-panel --dry-run', cwd);
  await run;
  expect(heard.out.join('\n')).toMatch(/180 cells, 0 cached, 180 to play; 30 days .* is the upper bound/);
});

describe('shards that cannot be merged: what, got, where, cure', () => {
  /** A copy of the first shard, changed. */
  const changed = (name: string, change: (shard: SealedShard) => object, sealed = true) => {
    const shard = JSON.parse(readFileSync(join(cwd, shards[0]!, 'shard.json'), 'utf8')) as SealedShard;
    const other = { ...shard, ...change(shard) } as SealedShard;
    mkdirSync(join(cwd, name));
    const sha256 = sealed ? hashOfShard(other) : shard.sha256;
    writeFileSync(join(cwd, name, 'shard.json'), JSON.stringify({ ...other, sha256 }));
    return name;
  };
  const merge =
    (...folders: string[]) =>
    () =>
      mergeShards(folders, { cwd });

  it('missing ones are named', () =>
    expect(merge(shards[1]!)).toThrow(
      'shard 1/3, 3/3 of small is missing, got "2/3". Play it: looptwin experiment ./small.yaml --shard 1/3',
    ));
  it('of another plan, other code, another division', () => {
    const plan = changed('plan', (s) => ({ recipe: { ...s.recipe, study: 'x' } }));
    expect(merge(shards[0]!, plan)).toThrow(
      /^plan\/shard\.json: is of another plan, or of other settings, than runs.*shard\.json, got "shard 1\/3 of small"\. Merge/,
    );
    const code = changed('code', (s) => ({ recipe: { ...s.recipe, code: 'x' } }));
    expect(merge(shards[0]!, code)).toThrow(
      /^code\/shard\.json: was played by other code or with other networks than /,
    );
    const division = changed('division', () => ({ shard: { index: 1, of: 4 } }));
    expect(merge(shards[0]!, division)).toThrow(/is part of another division than .*--shard i\/3/);
  });
  it('edited ones are known by their hash', () =>
    expect(merge(changed('edited', () => ({ rows: [] }), false))).toThrow(
      'edited/shard.json: was edited or damaged since it was played. Play it again: looptwin experiment ./small.yaml --shard 1/3',
    ));
  it('one that is there twice is used once, and refused where the two differ', () => {
    const heard: string[] = [];
    const copy = changed('copy', () => ({}));
    expect(merged([...shards, copy], (note) => heard.push(note))).toEqual(one);
    expect(heard).toEqual([`copy/shard.json is equal to ${shards[0]}/shard.json: used once`]);
    const unlike = changed('unlike', (s) => ({
      rows: s.rows.map((row, i) => (i === 1 ? { ...row, boundEur: 1 } : row)),
    }));
    expect(merge(...shards, unlike)).toThrow(
      /shard 1\/3 of small is there twice, with different results, first in runs.*got "another point 3, day 0"/,
    );
  });
  it('rows of other cells, and what is no shard', () => {
    const short = changed('short', (s) => ({ rows: s.rows.slice(1) }));
    expect(merge(short, shards[1]!, shards[2]!)).toThrow(
      /short\/shard\.json: does not hold the cells of its part/,
    );
    const none = changed('none-at-all', () => ({ format: 'other' }));
    expect(merge(none)).toThrow(/none-at-all\/shard\.json: not a shard of an experiment\. Give folders/);
    const older = changed('older', () => ({ format: 'looptwin.shard/1' }));
    expect(merge(older)).toThrow(/older\/shard\.json: was left by another version.*got "looptwin\.shard\/1"/);
    expect(merge('nowhere')).toThrow(/nowhere\/shard\.json/);
  });
});

it('looptwin merge leaves the folder of one machine, and prints what is in it', async () => {
  const { run, heard } = inProcess(`merge ${shards.join(' ')} --out merged`, cwd);
  await run;
  const text = heard.out.join('\n');
  expect(text).toContain(
    `fingerprint ${one.fingerprint}\nreport: merged/report.html\nmerged holds experiment.json`,
  );
  expect(text.split('\n').at(-1)).toMatch(/^npx looptwin run smoke --seed 1 --replication 0 --set /);
  const document = (folder: string) => readFileSync(join(folder, 'experiment.json'), 'utf8');
  expect(document(join(cwd, 'merged'))).toBe(document(left));
  expect(JSON.parse(document(left))).toMatchObject({ ...one, command: `looptwin experiment ${plan}` });
});

it('what means nothing together is refused', async () => {
  await expect(inProcess('experiment smoke --shard 4/3', cwd).run).rejects.toThrow(
    /--shard.*4\/3.*i from 1 to n/,
  );
  await expect(inProcess('experiment circular-region --shard 1/3', cwd).run).rejects.toThrow(
    /a region is played as a whole/,
  );
  await expect(inProcess(`experiment ${plan} --shard 1/3 --golden x`, cwd).run).rejects.toThrow(
    /Merge the shards/,
  );
});
