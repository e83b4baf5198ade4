import { rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { asideOf, makeFolders } from '../../bin/bundle.mjs';
import { InputError } from '../../errors.ts';
import { explainShortage } from '../../store/atomic.ts';
import { sweepCache } from '../../store/leftovers.ts';

/**
 * The cache folder, made if it is not there and swept; throws InputError if nothing can be written into it. Found out by
 * writing: rights alone say nothing of a file in the way, or of a disk that is mounted read-only.
 */
export function requireCache(folder: string): string {
  const probe = asideOf(join(folder, 'probe'));
  try {
    makeFolders(probe);
    rmdirSync(probe);
  } catch (error) {
    explainShortage(error, folder);
    throw new InputError({
      what: `the cache cannot be written (${(error as NodeJS.ErrnoException).code})`,
      where: folder,
      cure: 'Set LOOPTWIN_CACHE to a folder that can be written',
    });
  }
  sweepCache(folder);
  return folder;
}
