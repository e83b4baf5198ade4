import { isUtf8 } from 'node:buffer';
import { readFileSync, type Stats, statSync } from 'node:fs';
import { InputError } from './errors.ts';
import { keyProblem } from './plain-data.ts';

/** A file to read, in words for the messages. */
export interface Wanted {
  /** What it is: `scenario file`. */
  readonly what: string;
  /** The path as the user knows it. */
  readonly where: string;
  readonly cure: string;
  /** Left out = what fits into one string. */
  readonly mostBytes?: number;
}

const MEGABYTE = 1_000_000;
const MOST_BYTES = 500 * MEGABYTE;

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a pipe';
  return stats.isSocket() ? 'a socket' : 'a device';
}

/** Refuses what stands at a path and is no regular file; nothing at all is left to the caller. */
export function refuseOther(path: string, cure: string, where = path): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || stats.isFile()) return;
  throw new InputError({ what: `is ${kindOf(stats)}, not a regular file`, where, cure });
}

/**
 * Bytes of a file. Only regular files are read: a pipe or a device might never end.
 * Throws InputError for anything else, for what may not be read and for files above the limit.
 */
export function readBytes(path: string, { what, where, cure, mostBytes = MOST_BYTES }: Wanted): Buffer {
  try {
    refuseOther(path, cure, where);
    const { size } = statSync(path);
    if (size > mostBytes)
      throw new InputError({
        what: `a ${what} may hold at most ${mostBytes / MEGABYTE} MB`,
        got: `${(size / MEGABYTE).toFixed(1)} MB`,
        where,
        cure,
      });
    return readFileSync(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    throw new InputError({ what: `cannot read the ${what} (${code})`, where, cure });
  }
}

/** Position of the first byte that is not UTF-8. */
function firstBrokenByte(bytes: Buffer): number {
  const again = Buffer.from(bytes.toString('utf8'), 'utf8');
  return bytes.findIndex((byte, i) => byte !== again[i]);
}

/** Text of a file; throws as `readBytes`, and for bytes that are no text: not UTF-8, or NUL. */
export function readText(path: string, wanted: Wanted): string {
  const bytes = readBytes(path, wanted);
  const lineOf = (position: number) => bytes.subarray(0, position).filter((byte) => byte === 10).length + 1;
  const noText = (what: string, position: number) =>
    new InputError({
      what: `${what} at byte ${position}`,
      where: `${wanted.where}:${lineOf(position)}`,
      cure: 'Save it as plain text in UTF-8',
    });
  if (!isUtf8(bytes)) throw noText('is not UTF-8', firstBrokenByte(bytes));
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw noText('holds a NUL character', nul);
  return bytes.toString('utf8');
}

/** A JSON document; throws as `readText`, for broken JSON, and for keys and depths that no document of ours has. */
export function readJsonFile(path: string, wanted: Wanted): unknown {
  const text = readText(path, wanted);
  const { where, cure } = wanted;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = `broken JSON: ${(error as Error).message}`;
    throw new InputError({ what: `not a readable ${wanted.what} (${why})`, where, cure });
  }
  const problem = keyProblem(value);
  if (problem === undefined) return value;
  throw new InputError({ what: problem.what, where: `${where} ${problem.path.join('.')}`, cure });
}
