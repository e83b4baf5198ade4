import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { machineTag } from '../../../scenarios/bin/bundle.mjs';
import { InputError } from '../../../scenarios/errors.ts';
import { RunFolder } from '../../../scenarios/record/run-folder.ts';
import { sweepCache } from '../../../scenarios/store/leftovers.ts';
import { holderOf } from '../../../scenarios/store/lock.ts';
import { addressOf, ContentStore } from '../../../scenarios/store/store.ts';
import { emptyFolder } from '../command.ts';

const folder = emptyFolder();
afterAll(folder.remove);

describe('the store', () => {
  const store = new ContentStore(join(folder.path, 'store'));
  const address = addressOf('model', { seed: 1, materials: ['a', 'b'] });

  it('addresses by content: the order of keys is nothing, every value counts', () => {
    expect(addressOf('model', { materials: ['a', 'b'], seed: 1 })).toBe(address);
    expect(addressOf('model', { materials: ['b', 'a'], seed: 1 })).not.toBe(address);
    expect(addressOf('dataset', { materials: ['a', 'b'], seed: 1 })).not.toBe(address);
  });

  it('a pipe in the place of an entry is refused and not waited for', () => {
    const path = store.path('pipe', address);
    mkdirSync(dirname(path), { recursive: true });
    spawnSync('mkfifo', [path]);
    expect(() => store.read('pipe', address)).toThrow(/is a pipe, not a regular file/);
    const lock = join(folder.path, 'pipe.lock');
    spawnSync('mkfifo', [lock]);
    expect(holderOf(lock)).toBeUndefined();
  });

  it('gives back what was written', () => {
    store.write('model', address, Uint8Array.of(1, 2, 3));
    expect([...store.read('model', address)!]).toEqual([1, 2, 3]);
    expect(store.read('model', 'unknown')).toBeUndefined();
    store.writeJson('note', address, { x: [0.1, null] });
    expect(store.readJson('note', address)).toEqual({ x: [0.1, null] });
  });

  it.each([
    ['one bit changed', (bytes: Buffer) => bytes.fill(bytes[34]! ^ 1, 34, 35)],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, 20)],
    ['empty', () => Buffer.alloc(0)],
  ])('an entry that is damaged (%s) is dropped', (_, damage) => {
    store.write('model', address, Uint8Array.of(1, 2, 3));
    const path = store.path('model', address);
    writeFileSync(path, damage(readFileSync(path)));
    const notes: string[] = [];
    const told = new ContentStore(store.folder, (text) => notes.push(text));
    expect(told.read('model', address)).toBeUndefined();
    expect(notes).toEqual([expect.stringMatching(/model\/\w+\.bin: was edited or damaged .* made again/)]);
    expect(existsSync(path)).toBe(false);
  });

  it('an entry in the place of another is dropped, of its own kind or of another one', () => {
    const other = addressOf('model', { seed: 2 });
    store.write('model', address, Uint8Array.of(1, 2, 3));
    for (const [kind, at] of [
      ['model', other],
      ['dataset', address],
    ] as const) {
      store.write(kind, at, Uint8Array.of(4));
      copyFileSync(store.path('model', address), store.path(kind, at));
      expect(store.read(kind, at)).toBeUndefined();
      expect(existsSync(store.path(kind, at))).toBe(false);
    }
    expect([...store.read('model', address)!]).toEqual([1, 2, 3]);
  });

  it('leaves nothing beside an entry', () =>
    expect(readdirSync(join(store.folder, 'note'))).toEqual([`${address}.bin`]));
});

describe('sweeping', () => {
  it('takes what killed processes left in the cache, and nothing else', () => {
    const cache = join(folder.path, 'cache');
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    const nameOf = (pid: number) => `.entry.bin.${pid}-${randomUUID()}.writing`;
    const kept = [nameOf(process.pid), 'entry.bin', `.${dead}.txt`, `.notes.${dead}-draft.writing`];
    mkdirSync(join(cache, 'model'), { recursive: true });
    for (const name of [...kept, nameOf(dead)])
      for (const place of [cache, join(cache, 'model')]) writeFileSync(join(place, name), 'x');
    mkdirSync(join(cache, nameOf(dead), 'bundle'), { recursive: true });
    sweepCache(cache);
    expect(readdirSync(join(cache, 'model')).sort()).toEqual([...kept].sort());
    expect(readdirSync(cache).sort()).toEqual([...kept, 'model'].sort());
  });
});

describe('a cache that machines share', () => {
  it('keeps what another machine may still be writing, and takes it after a day', () => {
    const shared = join(folder.path, 'shared');
    mkdirSync(shared);
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    const nameOf = (machine: string) => `.entry.bin.${dead}@${machine}-${randomUUID()}.writing`;
    const [ours, theirs, old] = [nameOf(machineTag), nameOf('01234567'), nameOf('01234567')];
    for (const name of [ours, theirs, old]) writeFileSync(join(shared, name), 'x');
    const twoDaysAgo = new Date(Date.now() - 48 * 3_600_000);
    utimesSync(join(shared, old), twoDaysAgo, twoDaysAgo);
    sweepCache(shared);
    expect(readdirSync(shared)).toEqual([theirs]);
  });
});

describe('a run folder', () => {
  const target = join(folder.path, 'runs/day');

  it('is gone, with the folders made for it, if the run is given up', () => {
    const run = RunFolder.open(target);
    run.write('summary.json', '{}');
    run.discard();
    expect(existsSync(join(folder.path, 'runs'))).toBe(false);
  });

  it('keeps an earlier run whole until the next one is finished', () => {
    const first = RunFolder.open(target);
    first.write('summary.json', 'first');
    first.finish('{}');
    const second = RunFolder.open(target);
    second.write('summary.json', 'second');
    expect(readFileSync(join(target, 'summary.json'), 'utf8')).toBe('first');
    second.discard();
    expect(readFileSync(join(target, 'summary.json'), 'utf8')).toBe('first');
    const third = RunFolder.open(target);
    third.write('summary.json', 'third');
    third.finish('{}');
    expect(readFileSync(join(target, 'summary.json'), 'utf8')).toBe('third');
    expect(readdirSync(join(folder.path, 'runs'))).toEqual(['day']);
  });

  it('refuses a folder that holds something else', () => {
    const taken = join(folder.path, 'letters');
    mkdirSync(taken);
    writeFileSync(join(taken, 'letter.txt'), 'mine');
    expect(() => RunFolder.open(taken)).toThrow(InputError);
    expect(readdirSync(taken)).toEqual(['letter.txt']);
  });
});
