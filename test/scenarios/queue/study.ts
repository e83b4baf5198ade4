import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { playOnQueue } from '../../../scenarios/queue/master.ts';
import { placeOf } from '../../../scenarios/queue/place.ts';
import { type WorkerOptions, workOn } from '../../../scenarios/queue/worker.ts';
import { documentOf, type ExperimentDocument } from '../../../scenarios/studies/experiment/document.ts';
import { studyOf } from '../../../scenarios/studies/experiment/study.ts';
import { start } from '../command.ts';

/** A plan of two points whose days take `durationS` seconds of the simulated clock; days until half of 0.6 EUR, or four. */
export function writePlan(cwd: string, name: string, durationS: number, replications: string): string {
  const text = `plan: looptwin.plan/1
title: a small plan
scenario: smoke
set: { site.durationS: ${durationS}, policies.perceptions: [perfect], policies.maintenance: [condition] }
design: full
factors: { battery: { path: 'robots[0].batteryWh', levels: [1, 10] } }
replications: ${replications}
`;
  writeFileSync(join(cwd, `${name}.yaml`), text);
  return `./${name}.yaml`;
}

/** A master in this process, and what it said. */
export function master(
  address: string,
  plan: string,
  cwd: string,
  more: { readonly cache: string; readonly patienceS?: number; readonly signal?: AbortSignal },
): { readonly done: Promise<ExperimentDocument>; readonly notes: string[]; readonly tasks: string[] } {
  const { cache, patienceS = 60, ...rest } = more;
  const [notes, tasks]: [string[], string[]] = [[], []];
  const played = playOnQueue(studyOf(plan, { cwd }), {
    ...{ cwd, cacheDir: join(cwd, cache), queue: placeOf(address, { env: {} }), patienceS, ...rest },
    ...{
      note: (text: string) => notes.push(text),
      progress: ({ task }: { task: string }) => tasks.push(task),
    },
  });
  const done = played.then(({ head, rows }) => documentOf(head, rows));
  done.catch(() => {}); // looked at later
  return { done, notes, tasks };
}

/** A worker in this process; `stop` ends it as Ctrl-C does. */
export function worker(address: string, cacheDir: string, more: Partial<WorkerOptions> = {}) {
  const notes: string[] = [];
  const controller = new AbortController();
  const done = workOn({
    ...{ queue: placeOf(address, { env: {} }), cacheDir, concurrency: 1, patienceS: 60, stalledAfterS: 1 },
    ...{ signal: controller.signal, note: (text: string) => notes.push(text), ...more },
  });
  const ended = done.catch(() => undefined);
  const stop = async () => {
    controller.abort(new Error('stopped'));
    await ended;
  };
  return { done, notes, stop, played: () => notes.filter((text) => / played in /.test(text)).length };
}

/** A worker as a process of its own. */
export function workerProcess(address: string, cwd: string, cache: string, more: readonly string[] = []) {
  const args = ['worker', '--queue', address, '--concurrency', '1', '--cache', join(cwd, cache)];
  const env = { LOOPTWIN_CACHE: join(cwd, 'built') };
  return start([...args, '--stalled-after', '1', ...more], { cwd, env });
}

/** Waits until something is so; throws when it is not within half a minute. */
export async function waitFor(what: string, is: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 3000; tries++) {
    if (await is()) return;
    await sleep(10);
  }
  throw new Error(`waited in vain for: ${what}`);
}
