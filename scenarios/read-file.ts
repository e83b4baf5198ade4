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

/**
 * Bytes of a file. Only regular files are read: a pipe or a device might never end.
 * Throws InputError for anything else, for what may not be read and for files above the limit.
 */
export function readBytes(path: string, { what, where, cure, mostBytes = MOST_BYTES }: Wanted): Buffer {
  try {
    const stats = statSync(path);
    if (!stats.isFile())
      throw new InputError({ what: `${kindOf(stats)}, and no regular file that can be read`, where, cure });
    if (stats.size > mostBytes)
      throw new InputError({
        what: `a ${what} may hold ${mostBytes / MEGABYTE} MB at most`,
        got: `${(stats.size / MEGABYTE).toFixed(1)} MB`,
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
    throw new InputError({ what: `broken JSON (${(error as Error).message})`, where, cure });
  }
  const problem = keyProblem(value);
  if (problem === undefined) return value;
  throw new InputError({ what: problem.what, where: `${where} ${problem.path.join('.')}`, cure });
}
