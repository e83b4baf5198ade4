import { join } from 'node:path';
import { InputError } from '../errors.ts';
import { contentsOf, readMarker } from '../record/ownership.ts';
import { removeRun } from '../record/remove.ts';
import type { ListedRun, Listing } from './list.ts';

/** A folder that stays, and why. */
export interface Kept {
  readonly name: string;
  readonly why: string;
}

/** What is old enough to go, and what stays although it is. */
export interface Collection {
  readonly old: readonly ListedRun[];
  readonly kept: readonly Kept[];
}

/** Fingerprints of a folder and of the days inside it. */
function fingerprintsOf(dir: string, { name, fingerprint }: ListedRun): (string | null)[] {
  const days = contentsOf(join(dir, name)).days.map((day) => readMarker(join(dir, name, day))?.facts);
  return [fingerprint, ...days.map((facts) => facts?.fingerprint ?? null)];
}

/** Why a folder that is old enough stays; undefined if it may go. */
function reasonToKeep(dir: string, run: ListedRun, golden: ReadonlySet<string>): string | undefined {
  if (run.status === 'running') return 'is being written';
  if (run.status === 'done' && run.kind === 'unknown') return 'is not known to be a run';
  const { foreign } = contentsOf(join(dir, run.name));
  if (foreign.length > 0) return `holds files that looptwin did not write: ${foreign.slice(0, 3).join(', ')}`;
  const isGolden = fingerprintsOf(dir, run).some((one) => one !== null && golden.has(one));
  return isGolden ? 'is a golden result' : undefined;
}

/** Which runs of a listing are older than so many seconds and may go; `golden` = fingerprints that stay. */
export function collectionOf(
  dir: string,
  { runs, others }: Listing,
  olderS: number,
  golden: ReadonlySet<string>,
): Collection {
  const looked = runs
    .filter(({ ageS }) => ageS >= olderS)
    .map((run) => ({ run, why: reasonToKeep(dir, run, golden) }));
  return {
    old: looked.filter(({ why }) => why === undefined).map(({ run }) => run),
    kept: [
      ...looked.flatMap(({ run: { name }, why }) => (why === undefined ? [] : [{ name, why }])),
      ...others.map((name) => ({ name, why: 'was not made by looptwin, or is a link' })),
    ],
  };
}

/** Removes runs; those that somebody began to write into, or put something into, meanwhile stay and are named. */
export function removeRuns(dir: string, { old }: Collection, golden: ReadonlySet<string>): Kept[] {
  return old.flatMap((run): Kept[] => {
    const { name } = run;
    try {
      const why = reasonToKeep(dir, run, golden);
      if (why !== undefined) return [{ name, why }];
      removeRun(join(dir, name));
      return [];
    } catch (error) {
      if (error instanceof InputError) return [{ name, why: error.message }];
      return [{ name, why: `cannot be removed (${(error as NodeJS.ErrnoException).code ?? error})` }];
    }
  });
}
