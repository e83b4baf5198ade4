import type { RunInfo } from './run-info.ts';

/**
 * Says so when a file of a run folder is not the one that the run wrote: its SHA-256 is not that of the manifest. Null when it is, or
 * where the manifest names no such file.
 */
export function alteredWords(
  file: string,
  sha256: string,
  { hashes }: Pick<RunInfo, 'hashes'>,
): string | null {
  const written = hashes.find(({ path }) => path === file);
  return written === undefined || written.sha256 === sha256
    ? null
    : `${file} was altered after the run: its hash is not the one in manifest.json. Do not trust what it shows.`;
}
