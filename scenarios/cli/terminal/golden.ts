import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { z } from 'zod';
import { InputError } from '../../errors.ts';
import { readJsonFile } from '../../read-file.ts';

/** Options of verbs that keep golden results. */
export interface GoldenOptions {
  readonly golden?: string;
  readonly updateGolden?: boolean;
}

const anotherOrAgain = 'Name another file, or write it again with --update-golden';

function readJson(path: string, where: string): unknown {
  if (existsSync(path)) return readJsonFile(path, { what: 'golden result', where, cure: anotherOrAgain });
  throw new InputError({ what: 'no such golden result', where, cure: 'Write it once with --update-golden' });
}

/**
 * The golden result to compare with; undefined if nothing is compared. Read before the work begins, so that hours of it are
 * not in vain: throws InputError for a file that is missing or broken, and for `--update-golden` without a file.
 */
export function readGolden<G>(
  { golden, updateGolden }: GoldenOptions,
  cwd: string,
  schema: z.ZodType<G>,
): G | undefined {
  if (golden === undefined && updateGolden) {
    throw new InputError({
      what: 'needs --golden FILE',
      where: '--update-golden',
      cure: 'Name the file to write: --golden FILE --update-golden',
    });
  }
  if (golden === undefined || updateGolden) return undefined;
  const parsed = schema.safeParse(readJson(resolve(cwd, golden), golden));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InputError({
    what: `not a golden result of this command (${issue?.path.join('.')}: ${issue?.message})`,
    where: golden,
    cure: anotherOrAgain,
  });
}
