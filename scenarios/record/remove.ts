import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { contentsOf, daysName, forget } from './ownership.ts';

/** Removes a folder's files that looptwin wrote, with its days; the folder goes too unless somebody has put something there. */
export function removeRun(folder: string): void {
  const { own, days } = contentsOf(folder);
  for (const day of days) removeRun(join(folder, day));
  if (days.length > 0) removeIfEmpty(join(folder, daysName));
  for (const name of own) rmSync(join(folder, name), { force: true });
  forget(folder);
  removeIfEmpty(folder);
}

function removeIfEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}
