import { join } from 'node:path';
import { run } from '../../scenarios/studies/day/day.ts';

/**
 * A minute of the smoke site without networks, or with more `settings`, played into `out`; returns the run folder. On one thread: to
 * start a second one takes longer than the minute.
 */
export async function tinyRun(cwd: string, out: string, settings: readonly string[] = []): Promise<string> {
  const minute = ['site.durationS=60', 'policies.perceptions=[perfect]', 'policies.maintenance=[condition]'];
  const set = [...minute, ...settings];
  return (await run('smoke', { set, cwd, cacheDir: join(cwd, 'cache'), out, workers: 1 })).folder;
}
