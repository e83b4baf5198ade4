import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../../scenarios/errors.ts';
import { inRunFolder, RunFolder } from '../../../scenarios/record/run-folder.ts';
import { startOf } from '../../../scenarios/store/process.ts';
import { emptyFolder } from '../command.ts';

const folder = emptyFolder();
const base = join(folder.path, 'runs');
const target = join(base, 'day');
afterAll(folder.remove);
beforeEach(() => rmSync(base, { recursive: true, force: true }));

const read = (name: string, from = target) => readFileSync(join(from, name), 'utf8');
const names = (from = target) => readdirSync(from).sort();
const manifest = (...outputs: string[]) =>
  JSON.stringify({ schema: 'looptwin.manifest/1', outputs: outputs.map((path) => ({ path })) });

/** Files of somebody, in a folder. */
function lay(files: Readonly<Record<string, string>>, into = target): void {
  mkdirSync(into, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(into, name), text);
}

/** A whole run with one table. */
function play(text: string, options: { force?: boolean } = {}): void {
  const run = RunFolder.open(target, options);
  run.write('items.csv', text);
  run.finish(manifest('items.csv'));
}

/** Process number of one that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('whose files they are', () => {
  it('a folder with a manifest of another program is refused and keeps everything', () => {
    const app = { 'manifest.json': '{"name":"app"}', 'events.mcap': 'mine', 'index.html': '<p>' };
    lay(app);
    expect(() => play('run')).toThrow(
      /day: holds files that looptwin did not write: .*manifest\.json.*--force/,
    );
    expect(names()).toEqual(Object.keys(app).sort());
    for (const [name, text] of Object.entries(app)) expect(read(name)).toBe(text);
  });

  it('a note in a run folder stops the next run, and stays under --force', () => {
    play('first');
    lay({ 'note.txt': 'keep', 'items.bak': 'keep' });
    mkdirSync(join(target, 'pictures'));
    expect(() => play('second')).toThrow(/looptwin did not write: items\.bak, note\.txt, pictures\./);
    expect(read('items.csv')).toBe('first');
    play('second', { force: true });
    expect(read('items.csv')).toBe('second');
    expect(read('note.txt')).toBe('keep');
    expect(names()).toEqual([
      '.looptwin.json',
      'items.bak',
      'items.csv',
      'manifest.json',
      'note.txt',
      'pictures',
    ]);
  });

  it('a note that comes while the run is under way stays too', () => {
    play('first');
    const run = RunFolder.open(target);
    lay({ 'note.txt': 'keep' });
    run.write('items.csv', 'second');
    run.finish(manifest('items.csv'));
    expect([read('note.txt'), read('items.csv')]).toEqual(['keep', 'second']);
  });

  it('names the first five in the way and counts the rest', () => {
    lay(Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`letter-${i}`, 'mine'])));
    expect(() => play('run')).toThrow(/letter-0, letter-1, letter-2, letter-3, letter-4 and 4 more\./);
    expect(names()).toHaveLength(9);
  });

  it('--force writes over no foreign file of the same name', () => {
    lay({ 'items.csv': 'mine' });
    const run = RunFolder.open(target, { force: true });
    expect(() => run.write('items.csv', 'run')).toThrow(InputError);
    expect(() => run.claim('items.csv')).toThrow(/items\.csv/);
    run.discard();
    expect([names(), read('items.csv')]).toEqual([['items.csv'], 'mine']);
  });

  it.each(['looptwin.manifest/1', 'looptwin.region/1'])(
    'a run from before the marker is ours: %s',
    (schema) => {
      lay({
        'manifest.json': manifest('items.csv').replace('looptwin.manifest/1', schema),
        'items.csv': 'old',
      });
      play('new');
      expect(read('items.csv')).toBe('new');
      expect(names()).toEqual(['.looptwin.json', 'items.csv', 'manifest.json']);
    },
  );

  it('what a killed run left is ours, and is replaced in place', () => {
    const killed = RunFolder.open(target);
    killed.write('items.csv', 'half');
    killed.write('robots.csv', 'half');
    rmSync(join(target, '.looptwin.lock'));
    const again = RunFolder.open(target);
    expect([again.path, names()]).toEqual([target, ['.looptwin.json', '.looptwin.lock']]);
    again.discard();
  });

  it('a link is followed and said; one that leads nowhere is refused', () => {
    lay({}, join(base, 'far'));
    symlinkSync('far', join(base, 'link'));
    const notes: string[] = [];
    const run = RunFolder.open(join(base, 'link'), { note: (text) => notes.push(text) });
    run.write('items.csv', 'run');
    run.finish(manifest('items.csv'));
    expect(notes).toEqual([expect.stringMatching(/link is a link: the run is written into .*far$/)]);
    expect(lstatSync(join(base, 'link')).isSymbolicLink()).toBe(true);
    expect(read('items.csv', join(base, 'far'))).toBe('run');
    symlinkSync('nothing', join(base, 'broken'));
    expect(() => RunFolder.open(join(base, 'broken'))).toThrow(/broken: a link to nothing/);
  });
});

describe('a stop', () => {
  it('removes its own folder, not the run that was finished beside it', async () => {
    const [a, b] = [join(base, 'a'), join(base, 'b')];
    const stopped = inRunFolder(a, {}, async (run) => {
      run.write('items.csv', 'half');
      await inRunFolder(b, {}, async (other) => other.finish(manifest()));
      throw new Error('stopped');
    });
    await expect(stopped).rejects.toThrow('stopped');
    expect(names(base)).toEqual(['b']);
    expect(names(b)).toEqual(['.looptwin.json', 'manifest.json']);
  });

  it('leaves a folder that was there, and a note that came in the meantime', () => {
    mkdirSync(target, { recursive: true });
    RunFolder.open(target).discard();
    expect(names()).toEqual([]);
    const run = RunFolder.open(target);
    run.write('items.csv', 'half');
    lay({ 'note.txt': 'keep' });
    run.discard();
    expect(names()).toEqual(['note.txt']);
  });
});

describe('one at a time', () => {
  it('the second is told who writes there', () => {
    const first = RunFolder.open(target);
    expect(() => RunFolder.open(target)).toThrow(
      new RegExp(`day: another looptwin is writing there \\(process ${process.pid}, since .*--out`),
    );
    first.discard();
    expect(existsSync(base)).toBe(false);
  });

  it.each([
    ['a dead process', () => ({ pid: deadPid(), start: '1', id: 'x' })],
    ['a process whose number is used again', () => ({ pid: process.pid, start: '1', id: 'x' })],
    ['nobody: the file is torn', () => ''],
  ])('%s keeps no lock', (_, holder) => {
    lay({ '.looptwin.lock': JSON.stringify(holder()) });
    play('run');
    expect(names()).toEqual(['.looptwin.json', 'items.csv', 'manifest.json']);
  });

  it('what a dead run left half-written is swept, what a living one writes is not', async () => {
    play('first');
    const living = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    const [dead, alive] = [`.${deadPid()}.writing`, `.${living.pid}.writing`];
    for (const place of [base, target]) for (const name of [dead, alive]) lay({ a: 'b' }, join(place, name));
    play('second');
    living.kill();
    expect(names(base)).toEqual([alive, 'day']);
    expect(names()).toEqual([alive, '.looptwin.json', 'items.csv', 'manifest.json']);
  });

  it('knows a process by its number and its start', () => {
    expect(startOf(process.pid)).toBe(startOf(process.pid));
    expect(startOf(process.pid)).toMatch(/\d/);
    expect(startOf(deadPid())).toBeUndefined();
  });
});
