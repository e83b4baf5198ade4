import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { ExperimentDocument } from '../../scenarios/studies/experiment/document.ts';
import { experiment } from '../../scenarios/studies/experiment/experiment.ts';
import { emptyFolder, type Finished, looptwin, start } from '../scenarios/command.ts';
import { hasRedis, TestRedis } from '../scenarios/queue/redis.ts';
import { writePlan } from '../scenarios/queue/study.ts';
import { uniforms } from './rounds.ts';

/**
 * 100 SIGKILLs at random instants of workers, masters and the Redis between them, over rounds of two masters and two workers;
 * in every fourth round Redis forgets what it held. What was counted stands in results/queue-kills.json.
 */
const folder = emptyFolder();
const cwd = folder.path;
afterAll(folder.remove);

const seed = 17;
const wanted = 100;
const killsPerRound = 10;
/** Longest time between two kills, and until what was killed is started again, ms. */
const [longestCalmMs, longestDeadMs] = [6_000, 1_500];
const plan = writePlan(cwd, 'kills', 9_000, '20');
const cells = 40;

type Kind = 'worker' | 'master' | 'redis';
const uniform = uniforms(seed, 'queue');
const tally = {
  ...{ killed: { worker: 0, master: 0, redis: 0 } as Record<Kind, number>, rounds: 0, compared: 0 },
  ...{ cells: 0, played: 0, faults: [] as string[] },
};
const killedInAll = () => Object.values(tally.killed).reduce((sum, n) => sum + n);

/** Somebody who can be killed and starts again where he was. */
interface Victim {
  readonly kind: Kind;
  kill(): Promise<void>;
  again(): Promise<void>;
}

/** A command that is started again until it has ended by itself, or is let go. */
class Process implements Victim {
  private running: ReturnType<typeof start> | undefined;
  /** What it said when it ended by itself. */
  ended: Finished | undefined;
  said = '';

  constructor(
    readonly kind: Kind,
    private readonly args: readonly string[],
    private readonly cache: string,
  ) {
    cpSync(join(cwd, 'built/bundle'), join(cache, 'bundle'), { recursive: true });
  }

  async again(): Promise<void> {
    if (this.ended) return;
    const running = start(this.args, { cwd, env: { LOOPTWIN_CACHE: this.cache } });
    this.running = running;
    void running.done.then((end) => {
      this.said += end.err;
      if (end.code !== null) this.ended = end;
    });
  }

  async kill(): Promise<void> {
    this.running?.child.kill('SIGKILL');
    await this.running?.done;
  }

  end(): Promise<Finished> | undefined {
    return this.running?.done;
  }
}

/** Kills and starts again, until the round has had its kills or the masters are done. */
async function disturb(victims: readonly Victim[], masters: readonly Process[]): Promise<void> {
  for (let kills = 0; kills < killsPerRound && killedInAll() < wanted; kills++) {
    await sleep(uniform() * longestCalmMs);
    if (masters.every(({ ended }) => ended)) return;
    const alive = victims.filter((victim) => !(victim instanceof Process && victim.ended));
    const victim = alive[Math.floor(uniform() * alive.length)]!;
    await victim.kill();
    tally.killed[victim.kind]++;
    await sleep(uniform() * longestDeadMs);
    await victim.again();
  }
}

/** What a master said is what one machine found, and every cell stands in it once. */
function compare(label: string, { code, out, err }: Finished, alone: ExperimentDocument): void {
  tally.compared++;
  if (code !== 0) {
    tally.faults.push(`${label}: exit ${code}: ${err.slice(-300)}`);
    return;
  }
  const document = JSON.parse(out) as ExperimentDocument;
  const names = document.rows.map(({ point, replication }) => `${point} ${replication}`);
  if (new Set(names).size !== cells || names.length !== cells || document.cells !== cells)
    tally.faults.push(`${label}: ${names.length} rows of ${new Set(names).size} cells`);
  if (document.fingerprint !== alone.fingerprint) tally.faults.push(`${label}: another fingerprint`);
  else if (JSON.stringify(document) !== JSON.stringify(alone))
    tally.faults.push(`${label}: another document`);
}

async function round(number: number, alone: ExperimentDocument): Promise<void> {
  const place = (name: string) => join(cwd, `round-${number}`, name);
  const redis = await TestRedis.start(place('redis'), { keeps: number % 4 !== 3 });
  const play = ['--queue', redis.address, '--patience', '120'];
  const process = (kind: Kind, name: string, args: readonly string[]) => new Process(kind, args, place(name));
  const masters = ['m1', 'm2'].map((name) =>
    process('master', name, ['experiment', plan, '--json', ...play]),
  );
  const workers = ['w1', 'w2'].map((name) =>
    process('worker', name, ['worker', '--concurrency', '1', '--stalled-after', '3', ...play]),
  );
  const server: Victim = { kind: 'redis', kill: () => redis.kill(), again: () => redis.again() };
  for (const one of [...masters, ...workers]) await one.again();
  await disturb([...masters, ...workers, server], masters);
  for (const [i, one] of masters.entries()) {
    await one.end();
    compare(`round ${number}, master ${i + 1}`, one.ended!, alone);
    const kept = readdirSync(place(`m${i + 1}/cell`)).filter((name) => name.endsWith('.bin')).length;
    if (kept !== cells)
      tally.faults.push(`round ${number}: the store of master ${i + 1} holds ${kept} cells`);
  }
  for (const one of workers) {
    if (one.ended) tally.faults.push(`round ${number}: a worker ended by itself: ${one.said.slice(-300)}`);
    await one.kill();
    tally.played += one.said.match(/ played in /g)?.length ?? 0;
  }
  await redis.kill();
  tally.cells += cells;
  tally.rounds++;
}

function keep(startedMs: number): void {
  const results = new URL('./results/queue-kills.json', import.meta.url);
  mkdirSync(new URL('.', results), { recursive: true });
  const [load] = loadavg();
  const about = { seed, date: new Date().toISOString().slice(0, 10), load: Number(load!.toFixed(1)) };
  const seconds = Math.round((performance.now() - startedMs) / 1000);
  writeFileSync(
    results,
    `${JSON.stringify({ ...about, seconds, total: killedInAll(), ...tally }, null, 2)}\n`,
  );
}

describe.skipIf(!hasRedis)('redis: workers, masters and Redis killed at random instants', () => {
  it('the same document, and nothing twice in the books', async () => {
    const startedMs = performance.now();
    await looptwin(['--version'], { cwd, env: { LOOPTWIN_CACHE: join(cwd, 'built') } });
    const alone = await experiment(plan, { cwd, cacheDir: join(cwd, 'alone') });
    while (killedInAll() < wanted && tally.faults.length === 0) {
      await round(tally.rounds, alone);
      keep(startedMs);
    }
    expect(tally.faults).toEqual([]);
    expect(killedInAll()).toBe(wanted);
  });
});
