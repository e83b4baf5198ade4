import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError } from '../../errors.ts';
import { readJsonFile } from '../../read-file.ts';
import { type Path, showPath } from '../reading/path.ts';
import { type SiteFile, siteFileSchema, siteSchemaName } from './site-file.ts';
import { roundingUndone, siteTableProblems } from './site-tables.ts';

/** What helps where a measured site is missing or broken. */
export const MAKE_IT = 'Make it with: looptwin measure SCENARIO --out site.json';

/** Reads the file of a measured site. Throws InputError for one that cannot be used, with all that is wrong in it and where. */
export function readSiteFile(path: string, where = path): SiteFile {
  const value = readJsonFile(path, { what: 'file of a measured site', where, cure: MAKE_IT });
  const schema = (value as { schema?: unknown } | null)?.schema;
  if (schema !== siteSchemaName)
    throw new InputError({
      what: `is no ${siteSchemaName}`,
      got: schema,
      where: `${where} schema`,
      cure: MAKE_IT,
    });
  const made = `${basename(path)} is made by a command and not by hand: m${MAKE_IT.slice(1)}`;
  const at = (place: Path) => `${where} ${showPath(place)}`;
  const parsed = siteFileSchema.safeParse(value);
  if (!parsed.success)
    throw new InputError(
      parsed.error.issues.map(({ message, path: place }) => {
        return { what: message, where: at(place as Path), cure: made };
      }),
    );
  const site = roundingUndone(parsed.data);
  const problems = siteTableProblems(site).map(({ path: place, message, cure, ...got }) => {
    return { what: message, ...got, where: at(place), cure: `${cure}; ${made}` };
  });
  if (problems.length > 0) throw new InputError(problems);
  return site;
}

/** JSON files that lie where a site file is looked for, called as the region would call them: one of them may be meant. */
export function filesBeside(file: string, folders: readonly string[]): string[] {
  const under = dirname(file);
  return folders.flatMap((folder) => {
    const place = resolve(folder, under);
    if (!statSync(place, { throwIfNoEntry: false })?.isDirectory()) return [];
    return readdirSync(place)
      .filter((name) => name.endsWith('.json'))
      .map((name) => join(under, name));
  });
}
