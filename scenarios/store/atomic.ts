import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolders } from '../bin/bundle.mjs';
import { InputError } from '../errors.ts';

const cureOf: Readonly<Record<string, string>> = {
  EACCES: 'Choose a folder that you may write (--out DIR, or LOOPTWIN_CACHE for the cache)',
  EROFS: 'Choose a folder on a disk that can be written (--out DIR, or LOOPTWIN_CACHE for the cache)',
  ENOENT: 'No folder can be made there: choose another place (--out DIR, or LOOPTWIN_CACHE for the cache)',
  ENOSPC: 'The disk is full: free some space and run again; what was finished is kept',
  ENOTDIR:
    'A file stands where a folder is needed: choose another folder (--out DIR, or LOOPTWIN_CACHE for the cache)',
  EEXIST:
    'A file stands where a folder is needed: choose another folder (--out DIR, or LOOPTWIN_CACHE for the cache)',
};

/** Turns a refusal of the file system into a message with a cure; anything else is thrown as it is. */
export function explainDisk(error: unknown, path: string): never {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const cure = cureOf[code];
  if (cure === undefined) throw error;
  throw new InputError({ what: `cannot write (${code})`, where: path, cure });
}

/** Makes a folder with its parents; throws InputError where that is refused. */
export function makeFolder(path: string): void {
  try {
    makeFolders(path);
  } catch (error) {
    explainDisk(error, path);
  }
}

/** Writes a file so that a reader sees all of it or nothing: beside it first, then by rename. */
export function writeAtomic(path: string, bytes: Uint8Array | string): void {
  const aside = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  makeFolder(dirname(path));
  try {
    writeFileSync(aside, bytes);
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    explainDisk(error, path);
  }
}
