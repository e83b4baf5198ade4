import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { asideOf, makeFolders } from '../bin/bundle.mjs';
import { InputError, ShortageError } from '../errors.ts';
import refusals from './refusals.json' with { type: 'json' };

const elsewhere = '--out DIR, or LOOPTWIN_CACHE for the cache';

/** Places that cannot be written: another one must be given. */
const cureOf = new Map(
  Object.entries(refusals.places).map(([code, cure]) => [code, `${cure} (${elsewhere})`]),
);

/** Too little of something: the place is right, and the same command goes on later. */
const shortageOf = new Map(Object.entries(refusals.shortages));

/** Throws ShortageError if the file system refused for want of something. */
export function explainShortage(error: unknown, path: string): void {
  const { code = '' } = error as NodeJS.ErrnoException;
  const cure = shortageOf.get(code);
  if (cure !== undefined) throw new ShortageError({ what: `cannot write (${code})`, where: path, cure });
}

/** Turns a refusal of the file system into a message with a cure; anything else is thrown as it is. */
export function explainDisk(error: unknown, path: string): never {
  explainShortage(error, path);
  const { code = '' } = error as NodeJS.ErrnoException;
  const cure = cureOf.get(code);
  if (cure === undefined) throw error;
  throw new InputError({ what: `cannot write (${code})`, where: path, cure });
}

/** Makes a folder with its parents and returns the first one made; throws InputError where that is refused. */
export function makeFolder(path: string): string | undefined {
  try {
    return makeFolders(path);
  } catch (error) {
    explainDisk(error, path);
  }
}

/** Writes a file so that a reader sees all of it or nothing: beside it first, then by rename. */
export function writeAtomic(path: string, bytes: Uint8Array | string): void {
  const aside = asideOf(path);
  makeFolder(dirname(path));
  try {
    writeFileSync(aside, bytes);
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    explainDisk(error, path);
  }
}
