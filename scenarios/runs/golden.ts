import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bin/bundle.mjs';
import { InputError } from '../errors.ts';

const fingerprint = /\b[0-9a-f]{64}\b/g;
/** Output of git that is read at most, bytes. */
const MOST_BYTES = 256e6;

/** Fingerprints of the golden results that looptwin ships. */
function shipped(): string[] {
  const folder = join(root, 'scenarios/results');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.flatMap((name) => readFileSync(join(folder, name), 'utf8').match(fingerprint) ?? []);
}

/**
 * Every fingerprint that a JSON file in the repository around `cwd` holds, as it is committed or as it lies there, and those that
 * looptwin ships. Throws InputError outside of a repository.
 */
export function goldenFingerprints(cwd: string): ReadonlySet<string> {
  const search = ['-c', 'color.ui=false', 'grep', '-h', '-o', '-E', '[0-9a-f]{64}'];
  const [here, committed] = [[], ['HEAD']].map((commit) =>
    spawnSync('git', [...search, ...commit, '--', ':/*.json'], {
      ...{ cwd, encoding: 'utf8', maxBuffer: MOST_BYTES },
    }),
  );
  // git answers 0 = found, 1 = nothing found.
  if (here?.status !== 0 && here?.status !== 1)
    throw new InputError({
      what: 'git cannot tell which results are committed here',
      where: `--keep-golden: ${cwd}`,
      cure: 'Work in the repository that holds the golden results, or leave --keep-golden out',
    });
  const texts = [here.stdout, committed?.stdout ?? ''];
  return new Set([...texts.flatMap((text) => text.match(fingerprint) ?? []), ...shipped()]);
}
