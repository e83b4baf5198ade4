import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtCache, emptyFolder } from '../scenarios/command.ts';
import { jobs } from './jobs.ts';

const folder = emptyFolder();
const cwd = folder.path;
const entry = fileURLToPath(new URL('../../scenarios/bin/looptwin.mjs', import.meta.url));
afterAll(folder.remove);

/** Runs a command whose files may not grow beyond so many blocks of 512 bytes. */
function limited(blocks: number | 'unlimited', args: readonly string[], cache = 'cache') {
  const command = [`ulimit -f ${blocks}; exec "$@"`, 'sh', process.execPath, entry, ...args];
  const env = { ...process.env, LOOPTWIN_CACHE: join(cwd, cache) };
  return spawnSync('/bin/sh', ['-c', ...command], { cwd, env, encoding: 'utf8' });
}

const told = (path: RegExp) => new RegExp(`looptwin: .*${path.source}.*EFBIG`);

describe('a file that may not grow', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    await builtCache(join(cwd, 'cache'));
    expect(limited('unlimited', ['doctor']).stderr).not.toMatch(/EFBIG/);
  }, 60_000);

  it.each([
    [
      'the recording of a run',
      100,
      [...jobs[0]!.args, '--set', 'policies.perceptions=[perfect]'],
      /out\/day\/events\.mcap/,
    ],
    ['a data set in the cache', 2000, jobs[1]!.args, /cache\/dataset\//],
    ['rows of a set', 100, jobs[3]!.args, /out\/s\.csv/],
  ] as const)('%s: exit 1 with place and cure, nothing half-written', (_, blocks, args, path) => {
    const { status, stdout, stderr } = limited(blocks, args);
    expect(stderr).toMatch(told(path));
    expect(stderr).toMatch(/ulimit -f unlimited/);
    expect(stderr).not.toMatch(/\n\s+at |bug in looptwin/);
    expect([status, stdout]).toEqual([1, '']);
    expect(existsSync(join(cwd, 'out/day'))).toBe(false);
    const left = readdirSync(join(cwd, 'cache'), { recursive: true }).map(String);
    expect(left.filter((name) => name.endsWith('.writing'))).toEqual([]);
  });

  it('rows that were cut off in the middle are written again, not continued', () => {
    const args = jobs[3]!.args;
    expect(limited('unlimited', args).status).toBe(0);
    expect(limited('unlimited', [...args.slice(0, -1), 'whole/s.csv']).status).toBe(0);
    expect(readFileSync(join(cwd, 'out/s.csv')).equals(readFileSync(join(cwd, 'whole/s.csv')))).toBe(true);
  });

  it('the built program itself', () => {
    mkdirSync(join(cwd, 'fresh'));
    const { status, stderr } = limited(10, ['doctor'], 'fresh');
    expect(stderr).toMatch(
      /looptwin: cannot write the cache: EFBIG.*\nFree some space, or set LOOPTWIN_CACHE/,
    );
    expect(status).toBe(1);
    expect(readdirSync(join(cwd, 'fresh/bundle'))).toEqual([]);
  });
});
