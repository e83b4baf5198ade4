import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Lock } from '../store/lock.ts';
import { contentsOf, daysName, forget, lockName } from './ownership.ts';

/**
 * Removes a folder's files that looptwin wrote, with its days; the folder goes too unless somebody has put something there.
 * Throws InputError where another process writes there.
 */
export function removeRun(folder: string): void {
  const lock = Lock.take(join(folder, lockName), folder);
  try {
    const { own, days } = contentsOf(folder);
    for (const day of days) removeRun(join(folder, day));
    if (days.length > 0) removeIfEmpty(join(folder, daysName));
    for (const name of own) rmSync(join(folder, name), { force: true });
    forget(folder);
  } finally {
    lock.release();
  }
  removeIfEmpty(folder);
}

function removeIfEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}
