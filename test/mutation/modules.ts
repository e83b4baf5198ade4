import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { importsOf, resolveFrom, type SourceFile, walk } from '../architecture/sources.ts';

/** From a file to the files that it loads: imports that are left at run time, workers, and folders read as sources. */
export type Modules = ReadonlyMap<string, readonly string[]>;

/** Relative places named by `new URL('./place', import.meta.url)`. */
function placesOf(file: SourceFile): string[] {
  const found: string[] = [];
  walk(file.ast, (node) => {
    if (!ts.isNewExpression(node) || node.expression.getText(file.ast) !== 'URL') return;
    const [place] = node.arguments ?? [];
    if (place && ts.isStringLiteral(place) && place.text.startsWith('.')) found.push(place.text);
  });
  return found;
}

/** A file itself; of a folder the sources in it, unless it is a whole room or more. */
function sourcesAt(root: string, path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  const folder = path.replace(/\/$/, '');
  if (!folder.includes('/')) return [];
  return readdirSync(full)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);
}

export function modulesOf(root: string, files: readonly SourceFile[]): Modules {
  return new Map(
    files.map((file) => {
      const imports = importsOf(file).filter(
        ({ typeOnly, specifier }) => !typeOnly && specifier.startsWith('.'),
      );
      const named = [...imports.map(({ specifier }) => specifier), ...placesOf(file)];
      return [file.path, named.flatMap((specifier) => sourcesAt(root, resolveFrom(file.path, specifier)))];
    }),
  );
}

/** Everything that a file loads, each with the number of imports on the shortest way to it. */
export function closureOf(modules: Modules, from: string): Map<string, number> {
  const hops = new Map([[from, 0]]);
  for (const [path, distance] of hops)
    for (const next of modules.get(path) ?? []) if (!hops.has(next)) hops.set(next, distance + 1);
  return hops;
}
