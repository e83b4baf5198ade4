import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { drawKey, uniformAt } from '../../sim/kernel/random/random.ts';
import { differences, Ground, type Job } from './jobs.ts';

/** What an undisturbed job leaves on an empty ground, and how long it takes. */
export interface Reference {
  readonly ground: Ground;
  readonly picture: ReadonlyMap<string, string>;
  readonly out: string;
  readonly ms: number;
}

/** What a suite counted, and everything that was not as it must be. */
export interface Tally {
  /** Processes that were ended by SIGKILL. */
  killed: number;
  /** Processes that were done before the kill. */
  tooLate: number;
  /** Final results compared with undisturbed ones. */
  compared: number;
  /** Processes that were refused or failed in words. */
  inWords: number;
  readonly faults: string[];
}

export const emptyTally = (): Tally => ({ killed: 0, tooLate: 0, compared: 0, inWords: 0, faults: [] });

/** Uniform numbers of a named stream. */
export function uniforms(seed: number, purpose: string): () => number {
  const key = drawKey(seed, 0, 'test/faults', purpose);
  let index = 0;
  return () => uniformAt(key, index++);
}

/** Plays a job undisturbed; `built` is a ground whose built program is taken over. */
export async function playReference(job: Job, path: string, built?: Ground): Promise<Reference> {
  const ground = new Ground(path);
  if (built) takeBuilt(built, ground);
  const startedMs = performance.now();
  const { code, out, err } = await ground.run(job);
  if (code !== 0) throw new Error(`${job.name} undisturbed: ${code} ${err}`);
  return { ground, picture: ground.picture(), out, ms: performance.now() - startedMs };
}

function takeBuilt(from: Ground, to: Ground): void {
  for (const name of ['bundle', 'kernels']) {
    const built = join(from.path, 'cache', name);
    if (existsSync(built)) cpSync(built, join(to.path, 'cache', name), { recursive: true });
  }
}

/** Lets the job go to its end and says what is not as the reference left it. */
async function compare(
  job: Job,
  ground: Ground,
  reference: Reference,
  tally: Tally,
  label: string,
): Promise<void> {
  const { code, out, err } = await ground.run(job);
  tally.compared++;
  if (code !== 0) tally.faults.push(`${label}: exit ${code}: ${err.slice(-300)}`);
  const told = out.replaceAll(ground.path, reference.ground.path);
  if (told !== reference.out) tally.faults.push(`${label}: the answer differs`);
  const { missing, changed, left } = differences(reference.picture, ground.picture());
  for (const [what, names] of Object.entries({ missing, changed, left }))
    if (names.length > 0) tally.faults.push(`${label}: ${what}: ${names.slice(0, 5).join(', ')}`);
}

/**
 * Kills a job `kills` times at random instants, going on each time where it was, then lets it end and compares. Half of the
 * rounds begin where an earlier run stands whole, a quarter without a built program.
 */
export async function killRound(
  job: Job,
  reference: Reference,
  path: string,
  kills: number,
  uniform: () => number,
  tally: Tally,
): Promise<void> {
  const ground = new Ground(path);
  if (uniform() < 0.75) takeBuilt(reference.ground, ground);
  if (uniform() < 0.5)
    cpSync(join(reference.ground.path, 'out'), join(path, 'out'), { recursive: true, force: true });
  for (let kill = 0; kill < kills; kill++) {
    const { child, done } = ground.start(job);
    const timer = setTimeout(() => child.kill('SIGKILL'), uniform() * reference.ms);
    const { code, err } = await done;
    clearTimeout(timer);
    if (code === null) tally.killed++;
    else tally.tooLate++;
    if (code !== null && code !== 0) tally.faults.push(`${path}: exit ${code}: ${err.slice(-300)}`);
  }
  await compare(job, ground, reference, tally, path);
  rmSync(path, { recursive: true, force: true });
}

/** Failed, and said so: the exit code of its kind and words instead of a stack. */
function failedInWords({ code, err }: { code: number | null; err: string }, expected: number): boolean {
  return code === expected && /looptwin: /.test(err) && !/\n\s+at |bug in looptwin/.test(err);
}

/** A job on a disk that is full at a random instant; then the disk grows, the job goes on, and is compared. */
export async function diskRound(
  job: Job,
  reference: Reference,
  path: string,
  uniform: () => number,
  tally: Tally,
): Promise<void> {
  mkdirSync(path, { recursive: true });
  const mount = (options: string) =>
    spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path], { encoding: 'utf8' });
  const kib = Math.round(24 + uniform() * 6000);
  const { status, stderr } = mount('size=64m');
  if (status !== 0) throw new Error(`no small disk can be made here: ${stderr}`);
  try {
    const ground = new Ground(path);
    if (uniform() < 0.75) takeBuilt(reference.ground, ground);
    const usedKib = Number(spawnSync('du', ['-sk', path], { encoding: 'utf8' }).stdout.split('\t')[0]);
    mount(`remount,size=${usedKib + kib}k`);
    const first = await ground.run(job);
    if (first.code === 0) tally.tooLate++;
    else if (failedInWords(first, 1)) tally.inWords++;
    else tally.faults.push(`${path}: full disk: exit ${first.code}: ${first.err.slice(-300)}`);
    mount('remount,size=64m');
    await compare(job, ground, reference, tally, path);
  } finally {
    spawnSync('umount', [path]);
    rmSync(path, { recursive: true, force: true });
  }
}

/** Two processes with one store and one output; one may be refused, nothing may be mixed. */
export async function pairRound(
  job: Job,
  reference: Reference,
  path: string,
  uniform: () => number,
  tally: Tally,
): Promise<void> {
  const ground = new Ground(path);
  if (uniform() < 0.75) takeBuilt(reference.ground, ground);
  const first = ground.run(job);
  await sleep(uniform() * 0.8 * reference.ms);
  const ends = await Promise.all([first, ground.run(job)]);
  if (!ends.some(({ code }) => code === 0)) tally.faults.push(`${path}: neither of two ended well`);
  for (const end of ends.filter(({ code }) => code !== 0)) {
    if (failedInWords(end, 2) && /another looptwin is writing there/.test(end.err)) tally.inWords++;
    else tally.faults.push(`${path}: one of two: exit ${end.code}: ${end.err.slice(-300)}`);
  }
  const { missing, changed, left } = differences(reference.picture, ground.picture());
  if (missing.length + changed.length + left.length > 0)
    tally.faults.push(
      `${path}: two at once left ${[...missing, ...changed, ...left].slice(0, 5).join(', ')}`,
    );
  await compare(job, ground, reference, tally, path);
  rmSync(path, { recursive: true, force: true });
}
