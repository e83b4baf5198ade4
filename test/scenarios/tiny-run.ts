import { join } from 'node:path';
import { run } from '../../scenarios/studies/day/day.ts';

/** A minute of the smoke site without networks, played into `out`; returns the run folder. */
export async function tinyRun(cwd: string, out: string): Promise<string> {
  const set = ['site.durationS=60', 'policies.perceptions=[perfect]', 'policies.maintenance=[condition]'];
  return (await run('smoke', { set, cwd, cacheDir: join(cwd, 'cache'), out })).folder;
}
