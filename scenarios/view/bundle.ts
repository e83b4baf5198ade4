import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { paletteProperties } from '../../sim/record/palette.ts';
import { asideOf } from '../bin/bundle.mjs';

/** Files that decide what the bundle is: the viewer, the types it reads, the versions it is built with. */
function sourceHash(root: string): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  };
  for (const folder of ['viewer', 'sim/record', 'scenarios/record']) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile() && /\.(tsx?|css|html|svg|json)$/.test(e.name))
      .map((e) => join(e.parentPath, e.name))
      .sort()) {
      add(entry);
    }
  }
  add(join(root, 'package.json'));
  return hash.digest('hex').slice(0, 16);
}

/** The checkout: two levels above this file, also when it runs from a bundle (which keeps source URLs). */
const PACKAGE_ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The palette before all other styles; paper is light, whatever the screen is. */
const paletteStyle = (): string =>
  `:root{${paletteProperties('light')}}@media screen{:root[data-theme="dark"]{${paletteProperties('dark')}}}\n`;

/**
 * Builds the viewer with esbuild into `<cacheDir>/viewer-<hash of its sources>` and returns that folder;
 * a bundle that is already there is used as it is. Written beside and renamed, so never seen half-built.
 */
export async function bundleViewer(cacheDir: string, root: string = PACKAGE_ROOT): Promise<string> {
  const target = join(cacheDir, `viewer-${sourceHash(root)}`);
  if (existsSync(join(target, 'index.html'))) return target;
  const draft = asideOf(target);
  mkdirSync(draft, { recursive: true });
  const { build } = await import('esbuild');
  await build({
    entryPoints: [
      { in: join(root, 'viewer/main.tsx'), out: 'main' },
      { in: join(root, 'viewer/reading/worker.ts'), out: 'reader' },
    ],
    outdir: draft,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    tsconfig: join(root, 'tsconfig.json'),
    loader: { '.svg': 'dataurl' },
    logLevel: 'silent',
  });
  const style = join(draft, 'main.css');
  writeFileSync(style, paletteStyle() + readFileSync(style, 'utf8'));
  for (const name of ['index.html', 'favicon.svg']) cpSync(join(root, 'viewer', name), join(draft, name));
  try {
    renameSync(draft, target);
  } catch {
    // Another process built the same sources first: its bundle is equal, keep that one.
    rmSync(draft, { recursive: true, force: true });
  }
  return target;
}
