import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { measure, siteJson } from '../../../scenarios/studies/measure/measure.ts';
import type { MeasureOptions } from '../../../scenarios/studies/measure/plan.ts';
import { emptyFolder } from '../command.ts';

const folder = emptyFolder();
afterAll(folder.remove);

/** A quarter of an hour at two loads, four shifts of each, by the truth, which needs no training. */
const asked = (cacheDir: string, more: MeasureOptions = {}): MeasureOptions => ({
  ...{ cacheDir: join(folder.path, cacheDir), workers: 1, perceptions: ['perfect'], specimens: 30 },
  ...{ factors: [1, 2], shifts: 4, set: ['site.durationS=900'], ...more },
});

const shiftsIn = (cacheDir: string) => {
  const path = join(folder.path, cacheDir, 'shift');
  return existsSync(path) ? readdirSync(path).length : 0;
};

/** Measures, and keeps how far it said that it had come, and whether a shift had to be played for it. */
async function watched(options: MeasureOptions) {
  const shares: number[] = [];
  let played = false;
  const progress: MeasureOptions['progress'] = ({ task, done, total }) => {
    played ||= task.startsWith('playing the day');
    shares.push(done / total);
  };
  return { site: siteJson(await measure('smoke', { ...options, progress })), shares, played };
}

it('a measurement that was stopped goes on where it was, and ends as one that was not', async () => {
  const stop = new AbortController();
  const stopped = measure('smoke', {
    ...asked('stopped'),
    signal: stop.signal,
    progress: ({ task }) => {
      if (task.startsWith('measured a shift') && shiftsIn('stopped') >= 3) stop.abort(new Error('enough'));
    },
  });
  await expect(stopped).rejects.toThrow();
  const kept = shiftsIn('stopped');
  expect(kept).toBeGreaterThanOrEqual(3);
  expect(kept).toBeLessThan(8);
  const whole = await watched(asked('whole'));
  const resumed = await watched(asked('stopped'));
  expect(resumed.site).toBe(whole.site);
  expect(shiftsIn('stopped')).toBe(8);
  const again = await watched(asked('stopped'));
  expect([again.site, again.played]).toEqual([whole.site, false]);
  // How far it has come never falls, and ends at the whole.
  expect(whole.shares).toEqual([...whole.shares].sort((a, b) => a - b));
  expect(whole.played).toBe(true);
  expect(whole.shares.at(-1)).toBe(1);
});
