import { existsSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { InputError } from '../../errors.ts';
import { readJsonFile } from '../../read-file.ts';
import { writeAtomic } from '../../store/atomic.ts';
import { fileHash } from './card.ts';
import { rowsMark } from './stream.ts';

/** What is known of a finished file of a set whose other files may still be missing. */
interface FinishedMark {
  readonly specHash: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Where the rows of a Parquet table wait. */
export const rowsOf = (out: string) => `${out}.rows`;

const markOf = (path: string) => `${path}.done.json`;

/** Leaves a mark beside a finished file, so that a stop in a later one does not make it again; returns its SHA-256. */
export async function markFinished(path: string, specHash: string): Promise<string> {
  const sha256 = await fileHash(path);
  const mark: FinishedMark = { specHash, bytes: statSync(path).size, sha256 };
  writeAtomic(markOf(path), JSON.stringify(mark));
  rmSync(rowsMark(path), { force: true });
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

/** Names of files that a data card of ours lists; undefined for what is no such card. */
function filesOfCard(path: string): string[] | undefined {
  try {
    const card = readJsonFile(path, { what: 'data card', where: path, cure: '' });
    return (card as { files: readonly { path: string }[] }).files.map((file) => file.path);
  } catch {
    return undefined;
  }
}

/** Throws InputError with the files of a set that stand there already and that no mark and no data card says to be ours. */
export function refuseForeign(paths: readonly string[], card: string): void {
  const listed = existsSync(card) ? filesOfCard(card) : [];
  const isOurs = (path: string) =>
    listed?.includes(basename(path)) || [rowsMark(path), markOf(path), markOf(rowsOf(path))].some(existsSync);
  const foreign = paths.filter((path) => existsSync(path) && !isOurs(path));
  if (listed === undefined) foreign.push(card);
  if (foreign.length > 0) throw inTheWay(foreign);
}

/** What is said of files that would be lost. */
export function inTheWay(foreign: readonly string[]): InputError {
  const cure = 'Give another name with --out, move these away, or use --force: it writes over them';
  return new InputError(foreign.map((path) => ({ what: 'was not written by looptwin', where: path, cure })));
}
