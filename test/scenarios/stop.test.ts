import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { builtCache, emptyFolder, looptwin, start } from './command.ts';

const folder = emptyFolder();
const cwd = folder.path;
const env = { LOOPTWIN_CACHE: await builtCache(join(cwd, 'cache')) };
afterAll(folder.remove);

/** Starts the scenario smoke, sends a signal as soon as stderr says `when`, and measures how long it takes to end. */
async function stopAt(
  when: RegExp,
  signal: NodeJS.Signals,
): Promise<{ code: number | null; err: string; afterMs: number }> {
  const { child, done } = start(['run', 'smoke', '--out', 'stopped'], { cwd, env });
  let seen = '';
  let sentAt = 0;
  child.stderr!.on('data', (bytes: Buffer) => {
    seen += bytes;
    if (sentAt === 0 && when.test(seen)) {
      sentAt = performance.now();
      child.kill(signal);
    }
  });
  const { code, err } = await done;
  return { code, err, afterMs: performance.now() - sentAt };
}

describe('Ctrl-C', { timeout: 300_000 }, () => {
  it.each([
    ['while data are rendered', /rendering the data set/, 'SIGINT'],
    ['when the terminal is closed', /rendering the data set/, 'SIGHUP'],
    ['while networks train', /training: /, 'SIGINT'],
    ['while a day is played', /playing the day: (labels-only|distilled|teacher)/, 'SIGINT'],
  ] as const)('%s: ends within a second, exit 130, nothing half-written', async (_, when, signal) => {
    const { code, err, afterMs } = await stopAt(when, signal);
    expect(code, err).toBe(130);
    expect(err).toMatch(/looptwin: stopped by the user/);
    // A second is promised on a machine that has time for it; a loaded one gets two.
    expect(afterMs).toBeLessThan(2000);
    expect(existsSync(join(cwd, 'stopped'))).toBe(false);
    const left = readdirSync(env.LOOPTWIN_CACHE, { recursive: true }).map(String);
    expect(left.filter((name) => /(^|\/)\.[^/]*$/.test(name))).toEqual([]);
  });

  it('afterwards the same command finishes from what was kept', async () => {
    const { code, err } = await looptwin(['run', 'smoke', '--out', 'stopped'], { cwd, env });
    expect(code, err).toBe(0);
    expect(existsSync(join(cwd, 'stopped/manifest.json'))).toBe(true);
  });
});
