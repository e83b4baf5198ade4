import type { Breach } from './rules.ts';
import { importsOf, resolveFrom, type SourceFile } from './sources.ts';

/** More code files than this at one level, and nobody finds a thing by its folder. */
const maxFolderFiles = 20;

/** The folder of a file; a file right below its room is a place of its own (`sim/ports.ts`). */
function placeOf(path: string): string {
  const parts = path.split('/');
  return parts.length <= 2 ? path : parts.slice(0, -1).join('/');
}

/** Folders with more code files at one level than a reader can take in; tables of data aside. */
export function crowdedFolders(files: readonly SourceFile[]): Breach[] {
  const counts = new Map<string, number>();
  for (const { path } of files) {
    const folder = path.split('/').slice(0, -1).join('/');
    if (!folder.endsWith('/data')) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > maxFolderFiles)
    .map(([folder, count]) => `${folder} holds ${count} code files, more than ${maxFolderFiles}`);
}

/** Pairs of folders that import each other, types included: neither can then be read or used without the other. */
export function mutualFolders(files: readonly SourceFile[]): Breach[] {
  const arrows = new Map<string, string>();
  for (const file of files)
    for (const { specifier, line } of importsOf(file)) {
      if (!specifier.startsWith('.')) continue;
      const target = resolveFrom(file.path, specifier);
      const pair = `${placeOf(file.path)} -> ${placeOf(target)}`;
      if (placeOf(file.path) !== placeOf(target) && !arrows.has(pair))
        arrows.set(pair, `${file.path}:${line} imports ${target}`);
    }
  return [...arrows.keys()].flatMap((pair) => {
    const [from, to] = pair.split(' -> ') as [string, string];
    const back = arrows.get(`${to} -> ${from}`);
    if (back === undefined || from > to) return [];
    return [`${from} and ${to} import each other: ${arrows.get(pair)}; ${back}`];
  });
}
