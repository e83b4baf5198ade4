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
 * looptwin ships. Throws InputError outside of a repository: there nobody can tell what is committed.
 */
export function goldenFingerprints(cwd: string): ReadonlySet<string> {
  const git = (at: string, ...args: string[]) =>
    spawnSync('git', args, { cwd: at, encoding: 'utf8', maxBuffer: MOST_BYTES });
  const { status, stdout } = git(cwd, 'rev-parse', '--show-toplevel');
  if (status !== 0)
    throw new InputError({
      what: 'is not in a repository of git, so nobody can tell which results are committed',
      where: `--keep-golden: ${cwd}`,
      cure: 'Work in the repository that holds the golden results, or leave --keep-golden out',
    });
  const top = stdout.trimEnd();
  const search = ['grep', '--no-color', '-h', '-o', '-E', '[0-9a-f]{64}'];
  const texts = [[], ['HEAD']].map((commit) => git(top, ...search, ...commit, '--', '*.json').stdout ?? '');
  return new Set([...texts.flatMap((text) => text.match(fingerprint) ?? []), ...shipped()]);
}
