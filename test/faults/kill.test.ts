import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyFolder } from '../scenarios/command.ts';
import { type Ground, jobs } from './jobs.ts';
import { emptyTally, killRound, pairRound, playReference, uniforms } from './rounds.ts';

/** The small tier of `kill.long.test.ts`: a few kills of the quickest job and of the one with the most files. */
const folder = emptyFolder();
afterAll(folder.remove);
/** Where the program stands built: building it costs more than any of the jobs. */
let built: Ground | undefined;

describe('killed at random instants', { timeout: 300_000 }, () => {
  it.each(['synth', 'run'] as const)('%s ends as if nothing had happened', async (name) => {
    const job = jobs.find((one) => one.name === name)!;
    const reference = await playReference(job, join(folder.path, name), built);
    built = reference.ground;
    const tally = emptyTally();
    const uniform = uniforms(1, name);
    // The undisturbed run may have built the program too, and a machine may be busy with it and not later: then all kills come too late.
    for (let round = 0; round < 10 && tally.killed === 0; round++)
      await killRound(job, reference, join(folder.path, `${name}-killed`), 3, uniform, tally);
    if (name === 'synth') await pairRound(job, reference, join(folder.path, 'synth-pair'), uniform, tally);
    expect(tally.faults).toEqual([]);
    expect(tally.killed).toBeGreaterThan(0);
  });
});
