import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { builtCache, emptyFolder, looptwin, start } from './command.ts';

const folder = emptyFolder();
const cwd = folder.path;
const env = { LOOPTWIN_CACHE: await builtCache(join(cwd, 'cache')) };
afterAll(folder.remove);

const run = ['run', 'smoke', '--set', 'policies.perceptions=[labels-only]', '--out', 'stopped'];

/**
 * Which work is under way is told by lines that come with every twentieth of the whole, and the pieces of the scenario itself may
 * pass between two of them. Each of these makes one kind of work most of the whole: its lines come for certain, and long before its end.
 */
const mostlyRendering = ['--set', 'training.perMaterial.unlabelled=2000'];
const mostlyTraining = ['--set', 'training.studentSteps=1000'];
const mostlyPlaying = ['--set', 'site.durationS=36000', '--set', 'site.closeHour=21'];

/** Starts the command, sends a signal as soon as stderr says `when`, and measures how long it takes to end. */
async function stopAt(
  when: RegExp,
  signal: NodeJS.Signals,
  more: readonly string[],
): Promise<{ code: number | null; err: string; afterMs: number }> {
  const { child, done } = start([...run, ...more], { cwd, env });
  let seen = '';
  let sentAt = Number.NaN;
  child.stderr!.on('data', (bytes: Buffer) => {
    seen += bytes;
    if (Number.isNaN(sentAt) && when.test(seen)) {
      sentAt = performance.now();
      child.kill(signal);
    }
  });
  const { code, err } = await done;
  return { code, err, afterMs: performance.now() - sentAt };
}

describe('Ctrl-C', { timeout: 300_000 }, () => {
  it.each([
    ['while data are rendered', /rendering the data set/, 'SIGINT', mostlyRendering],
    ['when the terminal is closed', /rendering the data set/, 'SIGHUP', mostlyRendering],
    ['while networks train', /training: labels-only/, 'SIGINT', mostlyTraining],
    ['while a day is played', /playing the day: labels-only/, 'SIGINT', mostlyPlaying],
  ] as const)('%s: ends within a second, exit 130, nothing half-written', async (_, when, signal, more) => {
    const { code, err, afterMs } = await stopAt(when, signal, more);
    expect(code, err).toBe(130);
    expect(err.match(/looptwin: stopped by the user/g)).toHaveLength(1);
    // A second is promised on a machine that has time for it; a loaded one gets two.
    expect(afterMs).toBeLessThan(2000);
    expect(existsSync(join(cwd, 'stopped'))).toBe(false);
    const left = readdirSync(env.LOOPTWIN_CACHE, { recursive: true }).map(String);
    expect(left.filter((name) => /(^|\/)\.[^/]*$/.test(name))).toEqual([]);
  });

  it('afterwards the same command finishes from what was kept', async () => {
    const { code, err } = await looptwin(run, { cwd, env });
    expect(code, err).toBe(0);
    expect(err).not.toMatch(/rendering the data set|training: /);
    expect(existsSync(join(cwd, 'stopped/manifest.json'))).toBe(true);
  });
});
