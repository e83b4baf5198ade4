import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryFinding } from '../../../scenarios/cli/verbs/doctor.ts';
import { emptyFolder, looptwin, looptwinEach } from '../command.ts';

const folder = emptyFolder();
const cwd = folder.path;
const temporary = join(cwd, 'temporary');
beforeAll(() => {
  mkdirSync(temporary);
  writeFileSync(join(cwd, 'a-file'), 'x');
});
afterAll(folder.remove);

describe.each(['/proc/x', join(cwd, 'a-file')])('with %s for a cache', (cache) => {
  const surroundings = { cwd, env: { LOOPTWIN_CACHE: cache, TMPDIR: temporary } };

  it('doctor says so, with exit code 1 and a cure, and leaves nothing behind', async () => {
    const { code, out, err } = await looptwin(['doctor'], surroundings);
    expect(out).toMatch(/^bad {2}cache +\S+: the cache cannot be written \(\w+\)\. Set LOOPTWIN_CACHE/m);
    expect(out).toMatch(/^ok {3}node /m);
    expect(err).toMatch(/^looptwin: problems found: .*cache/);
    expect(code).toBe(1);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('help is shown, and a run is refused with the same cure', async () => {
    const [help, run] = await looptwinEach([['--help'], ['run', 'smoke']], surroundings);
    expect(help!.code).toBe(0);
    expect(run!.err).toMatch(/^looptwin: \S+: the cache cannot be written .*LOOPTWIN_CACHE/);
    expect(run!.code).toBe(2);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

it('little memory is bad and has a cure', () => {
  expect(memoryFinding(5e8, 4e9)).toMatchObject({ ok: false, cure: expect.stringMatching(/--workers 1/) });
  expect(memoryFinding(2e9, 4e9)).toEqual({ name: 'memory', value: '1.9 GiB free of 3.7', ok: true });
});
