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

/** Ten minutes under two networks that have hardly learned, and their teacher: every step of a run, as small as it can be. */
export function littleLoop(cwd: string, out: string): Promise<string> {
  return tinyRun(cwd, out, [
    ...['site.durationS=600', 'policies.perceptions=[labels-only, distilled]'],
    ...['labelled=4', 'unlabelled=4', 'validation=2', 'test=4'].map((n) => `training.perMaterial.${n}`),
    ...['training.teacherSteps=4', 'training.studentSteps=4'],
  ]);
}
