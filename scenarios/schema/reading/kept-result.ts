import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../../bin/bundle.mjs';
import { readJsonFile } from '../../read-file.ts';
import { type JudgedRule, judgedRules } from './rules.ts';

/** Says of a kept result that the world has changed since: the figures are those of an older one until it is computed again. */
export interface OutOfDate {
  /** Day of the change, such as 2026-11-28. */
  readonly date: string;
  readonly why: string;
}

function keptResult(name: string): unknown {
  const path = join(root, 'scenarios', 'results', `${name}.json`);
  if (!existsSync(path)) return null;
  return readJsonFile(path, { what: 'kept result', where: path, cure: 'Install looptwin again' });
}

/** The rules of a question as its kept result holds them, judged; none where there is no result, or one from before there were rules. */
export function keptRules(name: string): readonly JudgedRule[] {
  const kept = z.looseObject({ rules: judgedRules.optional() }).safeParse(keptResult(name));
  return kept.data?.rules ?? [];
}

/** The mark of the kept result of a question or protocol by its name; null where there is no result or it is of this world. */
export function outOfDateSince(name: string): OutOfDate | null {
  return (keptResult(name) as { readonly outOfDateSince?: OutOfDate } | null)?.outOfDateSince ?? null;
}

/** The mark in words for a reader of the figures. */
export function wordOutOfDate({ date, why }: OutOfDate): string {
  return `Out of date since ${date}: ${why}`;
}
