import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { asideOf, makeFolders } from '../bin/bundle.mjs';
import { InputError, ShortageError } from '../errors.ts';

const elsewhere = '--out DIR, or LOOPTWIN_CACHE for the cache';

/** Places that cannot be written: another one must be given. */
const cureOf = new Map(
  Object.entries({
    EACCES: `Choose a folder that you may write (${elsewhere})`,
    EPERM: `Choose a folder that you may write (${elsewhere})`,
    EROFS: `Choose a folder on a disk that can be written (${elsewhere})`,
    ENOENT: `No folder can be made there: choose another place (${elsewhere})`,
    ENOTDIR: `A file stands where a folder is needed: choose another folder (${elsewhere})`,
    EEXIST: `A file stands where a folder is needed: choose another folder (${elsewhere})`,
    EISDIR: `A folder stands where a file is needed: choose another place (${elsewhere})`,
    ELOOP: `Links lead in a circle there: choose another place (${elsewhere})`,
    ENAMETOOLONG: `Choose a shorter name (${elsewhere})`,
  }),
);

/** Too little of something: the place is right, and the same command goes on later. */
const shortageOf = new Map(
  Object.entries({
    ENOSPC: 'The disk is full: free some space and run again; what was finished is kept',
    EDQUOT: 'Your share of the disk is used up: free some space and run again; what was finished is kept',
    EFBIG: 'Files may not grow that large here: raise the limit (ulimit -f unlimited) or use another disk',
    EMFILE:
      'Too many files are open: raise the limit (ulimit -n 4096) and run again; what was finished is kept',
    EIO: 'The disk fails: use another one',
  }),
);

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
