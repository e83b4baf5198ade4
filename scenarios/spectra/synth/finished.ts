import { existsSync, rmSync, statSync } from 'node:fs';
import { readJsonFile } from '../../read-file.ts';
import { writeAtomic } from '../../store/atomic.ts';
import { fileHash } from './card.ts';

/** What is known of a finished file of a set whose other files may still be missing. */
interface FinishedMark {
  readonly specHash: string;
  readonly bytes: number;
  readonly sha256: string;
}

const markOf = (path: string) => `${path}.done.json`;

/** Leaves a mark beside a finished file, so that a stop in a later one does not make it again; returns its SHA-256. */
export async function markFinished(path: string, specHash: string): Promise<string> {
  const sha256 = await fileHash(path);
  const mark: FinishedMark = { specHash, bytes: statSync(path).size, sha256 };
  writeAtomic(markOf(path), JSON.stringify(mark));
  return sha256;
}

/** SHA-256 of a file that an earlier call with the same settings finished; undefined if there is none or it was changed. */
export async function finishedHash(path: string, specHash: string): Promise<string | undefined> {
  if (!existsSync(path) || !existsSync(markOf(path))) return undefined;
  const mark = readMark(markOf(path));
  if (mark?.specHash !== specHash || mark.bytes !== statSync(path).size) return undefined;
  return (await fileHash(path)) === mark.sha256 ? mark.sha256 : undefined;
}

/** A mark that was torn by a power cut is worth nothing. */
function readMark(path: string): FinishedMark | undefined {
  try {
    return readJsonFile(path, { what: 'mark', where: path, cure: '' }) as FinishedMark;
  } catch {
    return undefined;
  }
}

/** Takes the mark away: the set is complete. */
export function forgetFinished(path: string): void {
  rmSync(markOf(path), { force: true });
}
