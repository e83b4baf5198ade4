import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Breach } from './rules.ts';

/** Where colours may be written down: those that mean something, and what things of the scene, heat and the sky look like. */
const homes: readonly string[] = [
  'sim/record/palette.json',
  'viewer/scene/forms/palette.json',
  'viewer/scene/parts/lights.json',
  'viewer/streams/heat.json',
  'viewer/favicon.svg',
];

/** Pages and what draws on them. */
const places = ['viewer', 'scenarios/report', 'scenarios/studies', 'scenarios/spectra', 'sim/record'];

/** `#rgb` to `#rrggbbaa` (no `&#39;`), and functions of colour but for shadows, which are black. */
const written = /(?<!&)#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b|\b(?:rgb|hsl)a?\((?!0 0 0 |\$)/gi;

/** Colours of a text that stand outside of their homes, as `path:line colour`. */
export function colourBreaches(path: string, text: string): Breach[] {
  if (homes.includes(path)) return [];
  return text
    .split('\n')
    .flatMap((line, i) => [...line.matchAll(written)].map(([colour]) => `${path}:${i + 1} colour ${colour}`));
}

/** Every text of the pages, with its path below `root`. */
export function readPages(root: string): { readonly path: string; readonly text: string }[] {
  return places.flatMap((place) =>
    readdirSync(join(root, place), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|css|html|json|svg)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((full) => ({
        path: relative(root, full).split(sep).join('/'),
        text: readFileSync(full, 'utf8'),
      })),
  );
}
