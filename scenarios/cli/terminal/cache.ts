import { mkdtempSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolders } from '../../bin/bundle.mjs';
import { InputError } from '../../errors.ts';

/**
 * The cache folder, made if it is not there; throws InputError if nothing can be written into it. Found out by writing: rights
 * alone say nothing of a file in the way, or of a disk that is mounted read-only.
 */
export function requireCache(folder: string): string {
  try {
    makeFolders(folder);
    rmdirSync(mkdtempSync(join(folder, '.probe-')));
    return folder;
  } catch (error) {
    throw new InputError({
      what: `the cache cannot be written (${(error as NodeJS.ErrnoException).code})`,
      where: folder,
      cure: 'Set LOOPTWIN_CACHE to a folder that can be written',
    });
  }
}
