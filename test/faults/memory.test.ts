import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../scenarios/errors.ts';
import { memoryShortage } from '../../scenarios/threads/reply.ts';
import { builtCache, emptyFolder, looptwin } from '../scenarios/command.ts';
import { jobs } from './jobs.ts';

const folder = emptyFolder();
const cwd = folder.path;
const cache = await builtCache(join(cwd, 'cache'));
afterAll(folder.remove);

/** Node's limit for the threads that are started later, or for the whole process. */
function withHeap(megabytes: number, where: 'threads' | 'process'): Record<string, string> {
  const flag = `--max-old-space-size=${megabytes}`;
  const limit = join(cwd, `limit-${megabytes}.mjs`);
  writeFileSync(limit, `import { setFlagsFromString } from 'node:v8';\nsetFlagsFromString('${flag}');\n`);
  const options = where === 'process' ? flag : `--import ${limit}`;
  return { LOOPTWIN_CACHE: cache, NODE_OPTIONS: options };
}

describe('out of memory', { timeout: 120_000 }, () => {
  it.each([
    ['the whole process', 40, 'process', ['doctor']],
    ['a thread that has hardly begun', 6, 'threads', jobs[0]!.args],
    ['a thread at work', 24, 'threads', jobs[0]!.args],
  ] as const)('%s: exit 1 with a cure, no stack', async (_, megabytes, where, args) => {
    const { code, out, err } = await looptwin(args, { cwd, env: withHeap(megabytes, where) });
    expect(err).toMatch(/looptwin: out of memory.*--max-old-space-size=\d+/);
    expect(err).not.toMatch(/\n\s+at |bug in looptwin|FATAL/);
    expect([code, out]).toEqual([1, '']);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  it.each([
    new RangeError('Array buffer allocation failed'),
    new RangeError('WebAssembly.Memory(): could not allocate memory'),
    new WebAssembly.RuntimeError('Aborted(OOM)'),
  ])('is told from other faults: %s', (error) =>
    expect(memoryShortage(error)?.message).toMatch(/^out of memory\. Allow more memory/),
  );

  it('is not read into what the user wrote, nor into faults of ours', () => {
    expect(memoryShortage(new InputError({ what: 'out of memory' }))).toBeUndefined();
    expect(memoryShortage(new TypeError('x is not a function'))).toBeUndefined();
  });
});
