import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentsOf, readMarker } from '../../scenarios/record/ownership.ts';
import { Lock } from '../../scenarios/store/lock.ts';
import type { Manifest } from '../../scenarios/studies/day/manifest.ts';
import type { ExperimentResult } from '../../scenarios/studies/experiment/folder/to-folder.ts';
import { experimentToFolder } from '../../scenarios/studies/experiment/folder/to-folder.ts';
import { writeExperiment } from '../../scenarios/studies/experiment/folder/write.ts';
import { emptyFolder } from './command.ts';
import { inProcess } from './in-process.ts';

const folder = emptyFolder();
const cwd = folder.path;
afterAll(folder.remove);

/** Ten minutes of two settings of a battery, two policies inside. */
const text = `plan: looptwin.plan/1
title: a small plan
scenario: smoke
set: { site.durationS: 600, 'policies.perceptions': [perfect] }
design: full
factors: { battery: { path: 'robots[0].batteryWh', levels: [0.4, 5] } }
replications: 2
`;
const plan = './small.yaml';
const usual = join(cwd, 'runs/small-experiment');
const notes: string[] = [];
const options = { cwd, cacheDir: join(cwd, 'cache'), note: (note: string) => void notes.push(note) };
const play = (more: object = {}) => experimentToFolder(plan, { ...options, ...more });
const json = <T>(...path: string[]) => JSON.parse(readFileSync(join(cwd, ...path), 'utf8')) as T;

let two: ExperimentResult;
beforeAll(async () => {
  writeFileSync(join(cwd, plan), text);
  two = await play();
}, 120_000);

describe('what lies in it', () => {
  it('document, tables and a manifest that says how to get it again', () => {
    expect(two.folder).toBe(usual);
    expect(readdirSync(usual).sort()).toEqual([
      '.looptwin.json',
      'experiment.json',
      'manifest.json',
      'replications.csv',
      'replications.parquet',
      'report.html',
      'report.md',
    ]);
    expect(json('runs/small-experiment/experiment.json')).toMatchObject({
      fingerprint: two.document.fingerprint,
      recipe: { code: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(json('runs/small-experiment/manifest.json')).toMatchObject({
      ...{ schema: 'looptwin.experiment/5', command: 'looptwin experiment ./small.yaml', seed: 1, cells: 4 },
      engine: { codeHash: expect.stringMatching(/^[0-9a-f]{16}$/) },
      scenario: { name: 'small', values: { site: { durationS: 600 } } },
      points: [{ name: 'battery=0.4', levels: { battery: 0.4 } }, { name: 'battery=5' }],
    });
    expect(readMarker(usual)?.facts).toMatchObject({
      ...{ kind: 'experiment', scenario: 'small', failed: 0, headline: two.document.answer },
    });
  });

  it('a row for each day and arm, raw, with its levels and what it cost: Parquet and CSV say the same', async () => {
    const bytes = Uint8Array.from(readFileSync(join(usual, 'replications.parquet')));
    const rows = await parquetReadObjects({ file: bytes.buffer });
    // Two levels, two days, and four arms: two networks, nobody at the belt, a person at the belt.
    expect(rows).toHaveLength(2 * 2 * 4);
    expect(rows.map(({ battery: _b, costS: _c, ...row }) => row)).toEqual(two.document.rows);
    expect(rows.map(({ battery }) => battery)).toEqual([...Array(8).fill(0.4), ...Array(8).fill(5)]);
    for (const { costS } of rows) expect(costS).toBeGreaterThan(0);
    const csv = parse(readFileSync(join(usual, 'replications.csv')), { columns: true }) as object[];
    const asText = (row: object) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, `${v}`]));
    expect(csv).toEqual(rows.map(asText));
  });

  it('is no run of one day: whoever wants one is told how to get it', async () => {
    const said =
      'this is an experiment, not the run of one day. Keep one with --day; the whole again: looptwin experiment ./small.yaml';
    for (const verb of ['view', 'verify'])
      await expect(inProcess(`${verb} ${usual}`, cwd).run, verb).rejects.toThrow(`${usual}: ${said}`);
  });

  it('what a report writer draws belongs to the folder', async () => {
    const { head, document } = two;
    const report = (_: object, into: string) => {
      for (const name of ['report.html', 'report.md']) writeFileSync(join(into, name), name);
    };
    const played = {
      ...{ head, rows: [], costs: [] },
      recipe: { subject: 's', study: 's', code: 'c' },
    };
    const target = join(cwd, 'drawn');
    await writeExperiment(played, document, target, { report, startedMs: 0 });
    expect(contentsOf(target).own).toContain('report.html');
    expect(json<Manifest>('drawn/manifest.json').outputs.at(-1)).toMatchObject({
      path: 'report.md',
      bytes: 9,
    });
  });
});

describe('an earlier one', () => {
  it('is continued by the same experiment with more days', async () => {
    const three = await play({ replications: 3, progress: () => {} });
    expect([three.folder, three.document.replications]).toEqual([usual, 3]);
    expect(notes.at(-1)).toMatch(
      /^replaces the result of 20.* \(fingerprint [0-9a-f]{12}\), which was another/,
    );
    expect((await play()).document).toEqual(two.document);
  });

  it('is never replaced by another experiment, unless by name', async () => {
    const set = ['site.durationS=300'];
    await expect(play({ seed: 2, out: usual })).rejects.toThrow(
      /small-experiment: holds another experiment: looptwin experiment \.\/small\.yaml\. Name .*--force/,
    );
    const other = await play({ seed: 2 });
    expect(other.folder).toMatch(/small-experiment-[0-9a-f]{8}$/);
    expect(notes.at(-1)).toMatch(/holds another run: this one goes to/);
    await expect(inProcess(`run smoke --set ${set} --out ${usual}`, cwd).run).rejects.toThrow(
      /holds another experiment/,
    );
    expect(readMarker(usual)?.facts?.fingerprint).toBe(two.document.fingerprint);
    await play({ seed: 2, out: other.folder });
    await play({ out: other.folder, force: true });
    expect(readMarker(other.folder)?.facts?.fingerprint).toBe(two.document.fingerprint);
  });

  it('one file, a foreign file, a folder that cannot be: refused before anything is played', async () => {
    const fresh = { cacheDir: join(cwd, 'never') };
    await expect(play({ out: 'x.json', ...fresh })).rejects.toThrow(
      '--out: an experiment is written into a folder, not into one file, got "x.json". Name a folder: --out x leaves experiment.json in it; or print the document: --json > x.json',
    );
    mkdirSync(join(cwd, 'theirs'));
    writeFileSync(join(cwd, 'theirs/notes.txt'), 'mine');
    await expect(play({ out: 'theirs', ...fresh })).rejects.toThrow(/did not write: notes\.txt/);
    await expect(play({ out: 'small.yaml/in', ...fresh })).rejects.toThrow(/small\.yaml/);
    await expect(play({ day: ['3:0'], ...fresh })).rejects.toThrow(
      '--day: names no day of this experiment, got "3:0". Write point:day with a day from 0 to 1; points: 1 = battery=0.4, 2 = battery=5',
    );
    expect(existsSync(join(cwd, 'never'))).toBe(false);
  });

  it('two that end at the same moment write one after the other', async () => {
    const lock = Lock.take(join(usual, '.looptwin.lock'), usual);
    setTimeout(() => lock.release(), 500);
    expect((await play()).document.fingerprint).toBe(two.document.fingerprint);
  });
});

describe('days that are kept', () => {
  it('are the days of the rows, each a run folder to view, and the last line does', async () => {
    const { run, heard } = inProcess(`experiment ${plan} --day 2:1`, cwd);
    await run;
    const last = heard.out.join('\n').split('\n').at(-1);
    expect(last).toBe('npx looptwin view runs/small-experiment/days/point-2-day-1');
    const day = 'runs/small-experiment/days/point-2-day-1';
    const { variants, replication } = json<Manifest>(day, 'manifest.json');
    const mine = two.document.rows.filter((row) => row.point === 'battery=5' && row.replication === 1);
    expect(variants.map(({ eventHash }) => eventHash)).toEqual(mine.map(({ eventHash }) => eventHash));
    expect(replication).toBe(1);
    await play();
    expect(contentsOf(usual)).toMatchObject({ foreign: [], days: ['days/point-2-day-1'] });
  });

  it('go with their experiment when another one is put in its place, and stay where they are not ours', async () => {
    await play({ seed: 3, force: true });
    expect(existsSync(join(usual, 'days/point-2-day-1'))).toBe(false);
    mkdirSync(join(usual, 'days/mine'), { recursive: true });
    await expect(play({ seed: 3, out: usual })).rejects.toThrow(/did not write: days/);
    rmSync(join(usual, 'days'), { recursive: true });
  });
});
