import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StudyFacts } from '../../../scenarios/record/facts.ts';
import { RunFolder } from '../../../scenarios/record/run-folder.ts';
import { listRuns } from '../../../scenarios/runs/list.ts';
import { emptyFolder } from '../command.ts';
import { inProcess } from '../in-process.ts';

const folder = emptyFolder();
const cwd = folder.path;
afterAll(folder.remove);

const hash = (text: string) => text.repeat(64).slice(0, 64);
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

/** A finished folder with these facts. */
function lay(name: string, facts: Partial<StudyFacts> = {}): void {
  const run = RunFolder.open(join(cwd, name));
  const outputs = [run.write('items.csv', 'x'.repeat(1000))];
  const { seed = 1, fingerprint = hash('a') } = facts;
  run.finish(JSON.stringify({ schema: 'looptwin.manifest/1', outputs, seed, fingerprint }), {
    ...{ kind: 'run', scenario: 'smoke', seed, fingerprint, headline: `what ${name} found` },
    ...{ finishedAt: daysAgo(1), wallS: 90, costS: null, failed: 0 },
    ...facts,
  });
}

async function heard(args: string): Promise<string> {
  const { run, heard } = inProcess(args, cwd);
  await run;
  return heard.out.join('\n');
}
const listed = async (args: string) =>
  (JSON.parse(await heard(`runs --json ${args}`)) as { runs: { name: string }[] }).runs.map(
    ({ name }) => name,
  );

beforeAll(() => {
  lay('runs/new', { fingerprint: hash('b') });
  lay('runs/old', { finishedAt: daysAgo(40), scenario: 'depot' });
  lay('runs/golden', { finishedAt: daysAgo(50), fingerprint: hash('c') });
  lay('runs/partly', { kind: 'experiment', failed: 2, costS: 3600, finishedAt: daysAgo(2) });
  lay('runs/theirs-too', { finishedAt: daysAgo(60) });
  writeFileSync(join(cwd, 'runs/theirs-too/note.txt'), 'mine');
  mkdirSync(join(cwd, 'runs/theirs'));
  lay('elsewhere', { finishedAt: daysAgo(60) });
  symlinkSync(join(cwd, 'elsewhere'), join(cwd, 'runs/link'));
  const killed = RunFolder.open(join(cwd, 'runs/killed'));
  killed.write('items.csv', 'half');
  const lock = join(cwd, 'runs/killed/.looptwin.lock');
  writeFileSync(lock, JSON.stringify({ pid: 1, start: 'another process', id: 'x' }));
});

describe('looptwin runs', () => {
  it('lists what it made, the newest first, and names what it did not make', async () => {
    const text = await heard('runs');
    const lines = text.split('\n');
    expect(lines.slice(2, 8).map((line) => line.split(' ')[0])).toEqual([
      ...['killed', 'new', 'partly', 'old', 'golden', 'theirs-too'],
    ]);
    expect(text).toMatch(
      /partly +experiment .* 2\.0 d +1\.0 h +1\.\d kB +1 +aaaaaaaaaaaa +2 failed +what runs\/partly found/,
    );
    expect(text).toMatch(/killed +unknown .*unfinished/);
    expect(lines.at(-1)).toBe('Not made by looptwin, or links: link, theirs');
  });

  it('filters', async () => {
    expect(await listed('--scenario depot')).toEqual(['old']);
    expect(await listed('--kind experiment')).toEqual(['partly']);
    expect(await listed('--since 3d')).toEqual(['killed', 'new', 'partly']);
    expect(await listed('--failed')).toEqual(['killed', 'partly']);
  });

  it('a run from before markers said so is known by its manifest', () => {
    const old = join(cwd, 'earlier/run');
    mkdirSync(old, { recursive: true });
    const manifest = { schema: 'looptwin.region/1', outputs: [{ path: 'a', bytes: 7 }], seed: 3 };
    writeFileSync(
      join(old, 'manifest.json'),
      JSON.stringify({ ...manifest, scenario: { name: 'r' }, host: { finishedAt: daysAgo(3), wallS: 5 } }),
    );
    expect(listRuns(join(cwd, 'earlier'), 'earlier', Date.now()).runs).toMatchObject([
      { name: 'run', kind: 'region', scenario: 'r', seed: 3, bytes: 7, costS: 5, status: 'done' },
    ]);
  });

  it('opens nothing but markers, however many there are', () => {
    const marker = readFileSync(join(cwd, 'runs/new/.looptwin.json'));
    for (let i = 0; i < 50; i++) {
      mkdirSync(join(cwd, `many/run-${i}`), { recursive: true });
      writeFileSync(join(cwd, `many/run-${i}/.looptwin.json`), marker);
      // Whoever opens a folder would fail, and the listing would leave the run out.
      mkdirSync(join(cwd, `many/run-${i}/manifest.json`));
    }
    const { runs } = listRuns(join(cwd, 'many'), 'many', Date.now());
    expect(runs).toHaveLength(50);
    expect(runs[0]).toMatchObject({ kind: 'run', fingerprint: hash('b') });
  });

  it('what it cannot use', async () => {
    await expect(heard('runs --dir nowhere')).rejects.toThrow(/^nowhere: no such folder\. Name the folder/);
    await expect(heard('runs --kind dog')).rejects.toThrow(/Allowed choices are run, region/);
    await expect(heard('runs --since 3y')).rejects.toThrow(/must be a number with a unit .*such as 30d/);
    await expect(heard('runs diff new nowhere')).rejects.toThrow(/^nowhere: no such run\. Give a folder/);
    await expect(heard('runs diff killed new')).rejects.toThrow(/killed\/manifest\.json: no such file/);
    await expect(heard('runs gc')).rejects.toThrow(/--older/);
    await expect(heard('runs gc --older 1d --dry-run --yes')).rejects.toThrow(/mean opposite things/);
    await expect(heard('runs gc --older 1d --keep-golden')).rejects.toThrow(
      /git cannot tell which results are committed/,
    );
  });
});

describe('looptwin runs diff', () => {
  /** A run folder as `run` leaves it, as far as a comparison reads it. */
  const play = (name: string, batteryWh: number, valueEur: number, more: object = {}) => {
    const run = RunFolder.open(join(cwd, 'pair', name));
    const perceptions = [{ name: 'distilled', valueEur, purity: 0.9 }];
    run.write('summary.json', JSON.stringify({ seed: 1, perceptions, boundEur: { mean: 3, halfWidth: 1 } }));
    run.finish(
      JSON.stringify({
        ...{ schema: 'looptwin.manifest/1', outputs: [], seed: 1, fingerprint: hash(name) },
        engine: { version: '0.1.0', commit: null, codeHash: 'c0de' },
        scenario: { name: 'smoke', values: { robots: [{ id: 'r1', batteryWh }] } },
        ...more,
      }),
    );
  };
  beforeAll(() => {
    play('a', 20, 1.5);
    play('b', 30, 2.25);
    play('c', 20, 1.5, { schema: 'looptwin.region/1' });
    play('d', 20, 1.5, { engine: { version: '0.2.0', commit: 'abc', codeHash: 'other' }, seed: 2 });
  });

  it('settings by their path, code, seed, and figures side by side', async () => {
    const text = await heard('runs diff a b --dir pair');
    expect(text).toMatch(/Input: 1 setting differs\.\nsetting .*\n-.*\nrobots\[0\]\.batteryWh +20 +30\n/);
    expect(text).toMatch(/Seed: the same, 1\.\nCode: the same, 0\.1\.0 c0de\./);
    expect(text).toMatch(
      /1 figure differs\.\n.*\n-.*\nperceptions distilled valueEur +1\.50000 +2\.25000 +0\.750000$/,
    );
    const other = await heard('runs diff pair/a pair/d');
    expect(other).toMatch(
      /Input: the same settings\.\nSeed: 1, 2\.\nCode: 0\.1\.0 c0de; 0\.2\.0 abc other\./,
    );
  });

  it('two of a kind only; the document has it all', async () => {
    await expect(heard('runs diff a c --dir pair')).rejects.toThrow(
      'pair/c: is a region, and pair/a is a run. Compare two of a kind',
    );
    expect(JSON.parse(await heard('runs diff a b --dir pair --json'))).toMatchObject({
      input: [{ path: 'robots[0].batteryWh', a: 20, b: 30 }],
      result: [{ path: 'perceptions distilled valueEur', difference: 0.75 }],
    });
  });
});

describe('looptwin runs gc', () => {
  it('says what would go and removes nothing; then removes it, and leaves golden, foreign, running and younger ones', async () => {
    execFileSync('git', ['init', '-q'], { cwd });
    writeFileSync(join(cwd, 'golden.json'), JSON.stringify({ fingerprint: hash('c') }));
    execFileSync('git', ['add', 'golden.json'], { cwd });
    const before = readdirSync(join(cwd, 'runs'));
    const asked = await heard('runs gc --older 30d --keep-golden');
    expect(asked).toMatch(/^would go: old, run, 40\.0 d old, 1\.\d kB$/m);
    expect(asked).toMatch(/^left: golden is a golden result$/m);
    expect(asked).toMatch(/^left: theirs-too holds files that looptwin did not write: note\.txt$/m);
    expect(asked).toMatch(/^left: link was not made by looptwin, or is a link$/m);
    expect(asked).toMatch(/1 run, 1\.\d kB would go\. Nothing was removed: --yes does it\.$/);
    expect(readdirSync(join(cwd, 'runs'))).toEqual(before);
    expect(await heard('runs gc --older 30d --keep-golden --yes')).toMatch(/^removed: old/);
    expect(readdirSync(join(cwd, 'runs'))).toEqual(before.filter((name) => name !== 'old'));
    expect(existsSync(join(cwd, 'elsewhere/manifest.json'))).toBe(true);
  });

  it('one that is being written is left; what a killed command left goes', async () => {
    const writing = RunFolder.open(join(cwd, 'runs/writing'));
    const old = new Date(daysAgo(90));
    for (const name of ['writing', 'killed']) utimesSync(join(cwd, 'runs', name, '.looptwin.json'), old, old);
    const text = await heard('runs gc --older 80d --yes');
    expect(text).toMatch(/^removed: killed, unknown, 90\.0 d old/m);
    expect(text).toMatch(/^left: writing is being written$/m);
    expect(existsSync(join(cwd, 'runs/killed'))).toBe(false);
    writing.discard();
  });
});
