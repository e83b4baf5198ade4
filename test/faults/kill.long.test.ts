import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyFolder } from '../scenarios/command.ts';
import { type Job, jobs } from './jobs.ts';
import {
  diskRound,
  emptyTally,
  killRound,
  pairRound,
  playReference,
  type Tally,
  uniforms,
} from './rounds.ts';

/** 200 kills, 20 full disks and 20 pairs over four commands; what was counted so far stands in results/kills.json. */
const folder = emptyFolder();
afterAll(folder.remove);

const seed = 13;
const wanted = { kills: 200 / jobs.length, disks: 20 / jobs.length, pairs: 20 / jobs.length };
const killsPerRound = 5;

interface Counted {
  readonly kill: Tally;
  readonly disk: Tally;
  readonly pair: Tally;
}

const counted = new Map<Job['name'], Counted>();
const results = new URL('./results/kills.json', import.meta.url);

function keep(): void {
  const tallies = [...counted.values()].flatMap(({ kill, disk, pair }) => [kill, disk, pair]);
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0);
  const total = {
    killed: sum((t) => t.killed),
    compared: sum((t) => t.compared),
    faults: sum((t) => t.faults.length),
  };
  mkdirSync(new URL('.', results), { recursive: true });
  writeFileSync(results, `${JSON.stringify({ seed, total, jobs: Object.fromEntries(counted) }, null, 2)}\n`);
}

/** Kills, a full disk and a pair in turn, so that a suite that is stopped has tried all of them. */
async function play(job: Job): Promise<void> {
  const reference = await playReference(job, join(folder.path, job.name));
  const tallies = { kill: emptyTally(), disk: emptyTally(), pair: emptyTally() };
  counted.set(job.name, tallies);
  const { kill, disk, pair } = tallies;
  const uniform = uniforms(seed, job.name);
  const place = (what: string, i: number) => join(folder.path, `${job.name}-${what}-${i}`);
  for (let i = 0; kill.killed < wanted.kills || i < Math.max(wanted.disks, wanted.pairs); i++) {
    const kills = Math.min(killsPerRound, wanted.kills - kill.killed);
    if (kills > 0) await killRound(job, reference, place('kill', i), kills, uniform, kill);
    if (i < wanted.disks) await diskRound(job, reference, place('disk', i), uniform, disk);
    if (i < wanted.pairs) await pairRound(job, reference, place('pair', i), uniform, pair);
    keep();
  }
}

describe('killed, on full disks and in pairs', () => {
  it('every job ends as if nothing had happened', async () => {
    await Promise.all(jobs.map(play));
    const faults = [...counted.values()].flatMap(({ kill, disk, pair }) =>
      [kill, disk, pair].flatMap((t) => t.faults),
    );
    expect(faults).toEqual([]);
  });
});
