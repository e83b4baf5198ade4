import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../bin/bundle.mjs';
import { readJsonFile } from '../../read-file.ts';

/** Says of a kept result that the world has changed since: the figures are those of an older one until it is computed again. */
export interface OutOfDate {
  /** Day of the change, such as 2026-11-28. */
  readonly date: string;
  readonly why: string;
}

/** The mark of the kept result of a question or protocol by its name; null where there is no result or it is of this world. */
export function outOfDateSince(name: string): OutOfDate | null {
  const path = join(root, 'scenarios', 'results', `${name}.json`);
  if (!existsSync(path)) return null;
  const kept = readJsonFile(path, { what: 'kept result', where: path, cure: 'Install looptwin again' });
  return (kept as { readonly outOfDateSince?: OutOfDate }).outOfDateSince ?? null;
}

/** The mark in words for a reader of the figures. */
export function wordOutOfDate({ date, why }: OutOfDate): string {
  return `Out of date since ${date}: ${why}`;
}
