import { writeFileSync } from 'node:fs';
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
  type Reference,
  type Tally,
  uniforms,
} from './rounds.ts';

/** 200 kills, 20 full disks, 20 pairs; what was counted goes into results/kills.json. */
const folder = emptyFolder();
afterAll(folder.remove);

const seed = 13;
const killsWanted = 200;
const killsPerRound = 10;
const roundsEach = { disk: 5, pair: 5 };

type Round = (tally: Tally, path: string, uniform: () => number) => Promise<void>;

/** Plays rounds one after the other until there are enough. */
async function repeat(
  name: string,
  enough: (tally: Tally, rounds: number) => boolean,
  round: Round,
): Promise<Tally> {
  const tally = emptyTally();
  const uniform = uniforms(seed, name);
  for (let i = 0; !enough(tally, i); i++) await round(tally, join(folder.path, `${name}-${i}`), uniform);
  return tally;
}

async function suite(job: Job, reference: Reference): Promise<Record<'kill' | 'disk' | 'pair', Tally>> {
  const { name } = job;
  const wanted = killsWanted / jobs.length;
  return {
    kill: await repeat(
      `${name}-kill`,
      ({ killed }) => killed >= wanted,
      (tally, path, uniform) =>
        killRound(job, reference, path, Math.min(killsPerRound, wanted - tally.killed), uniform, tally),
    ),
    disk: await repeat(
      `${name}-disk`,
      (_, rounds) => rounds >= roundsEach.disk,
      (tally, path, uniform) => diskRound(job, reference, path, uniform, tally),
    ),
    pair: await repeat(
      `${name}-pair`,
      (_, rounds) => rounds >= roundsEach.pair,
      (tally, path, uniform) => pairRound(job, reference, path, uniform, tally),
    ),
  };
}

describe('killed, on full disks and in pairs', () => {
  it('every job ends as if nothing had happened', async () => {
    const references: Reference[] = [];
    for (const job of jobs) {
      const built = references[0]?.ground;
      references.push(await playReference(job, join(folder.path, job.name), built));
    }
    const results = await Promise.all(
      jobs.map(async (job, i) => [job.name, await suite(job, references[i]!)] as const),
    );
    const path = new URL('./results/kills.json', import.meta.url);
    writeFileSync(path, `${JSON.stringify({ seed, jobs: Object.fromEntries(results) }, null, 2)}\n`);
    const faults = results.flatMap(([, { kill, disk, pair }]) => [kill, disk, pair].flatMap((t) => t.faults));
    expect(faults).toEqual([]);
  });
});
