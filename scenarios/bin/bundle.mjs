/**
 * Turns the TypeScript sources into something Node 20 can start, on first use and after every change.
 *
 * No install script may do it (`ignore-scripts=true`), so every entry calls `bundle()`: it hashes the sources and builds
 * `<cache>/bundle/<hash>/` only if that folder is not there yet. Most packages stay outside the bundle as absolute file
 * addresses, because the cache may lie where no node_modules is above it. `import.meta.url` keeps naming the source file,
 * so that a module finds its data beside itself whether it is bundled or run by a test.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { numbersApart } from './constants.mjs';

/** The checkout: the folder of package.json. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

const rooms = ['sim', 'models', 'scenarios'];
const isSource = (name) => /\.(ts|mjs|json)$/.test(name) && !name.endsWith('.d.mts');

/** The cache folder: LOOPTWIN_CACHE, or `.looptwin/` in the working folder. */
export function cacheFolder() {
  return resolve(process.env.LOOPTWIN_CACHE || '.looptwin');
}

/**
 * Makes a folder with its parents, one after the other, and returns the first one made (undefined if it was there).
 * Not by Node's own recursive option: that never returns where the system answers ENOENT below an existing folder (/proc).
 */
export function makeFolders(path) {
  if (existsSync(path)) return undefined;
  const above = dirname(path) === path ? undefined : makeFolders(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if (error.code === 'EEXIST') return above; // made by another process in the meantime
    throw error;
  }
  return above ?? path;
}

/** Names this machine among those that share a folder: numbers of processes are its own. */
export const machineTag = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/**
 * Where something is written before it takes its name. The number of the process, with its machine, says whether it is still
 * being written.
 */
export function asideOf(path) {
  return join(dirname(path), `.${basename(path)}.${process.pid}@${machineTag}-${randomUUID()}.writing`);
}

/** Source files (absolute, sorted) below folders or files of the checkout given relative to it. */
export function sourceFiles(places) {
  const found = [];
  for (const place of places) {
    const path = join(root, place);
    if (!existsSync(path)) continue;
    if (isSource(place)) found.push(path);
    else
      for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }))
        if (entry.isFile() && isSource(entry.name))
          found.push(join(entry.parentPath ?? entry.path, entry.name));
  }
  return found.sort();
}

/** SHA-256 (hex) over names and bytes of the sources below `places`. */
export function sourceHash(places) {
  const hash = createHash('sha256');
  for (const path of sourceFiles(places)) {
    hash
      .update(relative(root, path).split(sep).join('/'))
      .update('\0')
      .update(readFileSync(path))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Entries: the program, the doors of the library, and every worker. */
function defaultEntries() {
  const workers = sourceFiles(rooms).filter((path) => path.endsWith('.worker.ts'));
  const doors = ['scenarios/cli/main.ts', 'scenarios/index.ts', 'scenarios/kernel.ts'];
  return [...doors.map((path) => join(root, path)), ...workers];
}

/** Packages of hundreds of small files, and what they are made of: read one by one they delay every command. */
const bundled = /^(@observablehq\/plot|linkedom|rxjs|zod)$/;

/** True for a file of a package we use; looptwin itself may lie below a node_modules too. */
function ofPackage(path) {
  const isOurs = path.startsWith(root + sep);
  return !isOurs || path.slice(root.length).includes(`${sep}node_modules${sep}`);
}

const packagesStayOutside = {
  name: 'packages-stay-outside',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind, importer }) => {
      if (kind === 'entry-point' || bundled.test(path) || ofPackage(importer)) return undefined;
      if (path.startsWith('node:')) return { path, external: true };
      return { path: import.meta.resolve(path), external: true };
    });
    build.onResolve({ filter: /\.mjs$/ }, ({ path, resolveDir }) => {
      if (!path.startsWith('.') || ofPackage(resolveDir + sep)) return undefined;
      return { path: pathToFileURL(resolve(resolveDir, path)).href, external: true };
    });
  },
};

const NUMBERS = 'numbers-of';

/** Modules know where their source lies, and find their numbers in a module beside them. */
const ourModules = {
  name: 'our-modules',
  setup(build) {
    const numbers = new Map();
    build.onResolve({ filter: /^numbers-of:/ }, ({ path }) => ({
      path: path.slice(NUMBERS.length + 1),
      namespace: NUMBERS,
    }));
    build.onLoad({ filter: /./, namespace: NUMBERS }, ({ path }) => ({
      contents: numbers.get(path),
      loader: 'ts',
    }));
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const url = JSON.stringify(pathToFileURL(path).href);
      const text = readFileSync(path, 'utf8').replaceAll('import.meta.url', url);
      const apart = numbersApart(text, `${NUMBERS}:${path}`);
      if (apart !== null) numbers.set(path, apart.numbers);
      return { contents: apart?.rest ?? text, loader: 'ts' };
    });
  },
};

/** Hash of everything that a bundle is made of. */
function bundleKey(entryPoints, extraEntries) {
  // What is built beside the program may lean on what lies beside it.
  const beside = [...new Set(extraEntries.map((path) => dirname(path)))].sort();
  return createHash('sha256')
    .update(sourceHash([...rooms, 'test/bench', ...beside, 'package-lock.json']))
    .update(root)
    .update(entryPoints.join('\0'))
    .digest('hex')
    .slice(0, 16);
}

/** Two processes may build at once: each builds aside and renames, the second finds the place taken and drops its copy. */
async function bundleIn(cache, entryPoints, key) {
  const folder = join(cache, 'bundle', key);
  if (existsSync(folder)) return folder;
  const aside = asideOf(folder);
  makeFolders(aside);
  try {
    const { build } = await import('esbuild');
    const { outputFiles } = await build({
      write: false, // by us, so that a full disk is known by its code
      entryPoints,
      outdir: aside,
      outbase: root,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      tsconfig: join(root, 'tsconfig.json'), // below a node_modules esbuild would not look for it
      sourcemap: 'linked',
      minifySyntax: true, // puts constants where they are used: see constants.mjs
      logLevel: 'silent',
      plugins: [ourModules, packagesStayOutside],
    });
    for (const { path, contents } of outputFiles) {
      makeFolders(dirname(path));
      writeFileSync(path, contents);
    }
    renameSync(aside, folder);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

let spare;

/** A folder of this process alone, gone with it: code must not be started from a place that others could fill beforehand. */
function spareCache() {
  if (spare !== undefined) return spare;
  spare = mkdtempSync(join(tmpdir(), `looptwin-${process.pid}-`));
  process.once('exit', () => rmSync(spare, { recursive: true, force: true }));
  return spare;
}

const refusals = ['EACCES', 'EROFS', 'ENOENT', 'ENOTDIR'];

/**
 * Builds what is not built yet and returns the folder; `scenarios/cli/main.ts` becomes `<folder>/scenarios/cli/main.mjs`.
 * Where the cache cannot be written the bundle goes elsewhere, so that `doctor` and `--help` can still say what is wrong.
 */
export async function bundle({ extraEntries = [], cache = cacheFolder() } = {}) {
  const entryPoints = [...defaultEntries(), ...extraEntries.map((path) => join(root, path))];
  const key = bundleKey(entryPoints, extraEntries);
  try {
    return await bundleIn(cache, entryPoints, key);
  } catch (error) {
    if (!refusals.includes(error.code)) throw error;
    return bundleIn(spareCache(), entryPoints, key);
  }
}

/** Address of a built entry, given its source path relative to the checkout. */
export async function builtEntry(source, options) {
  const folder = await bundle(options);
  return pathToFileURL(join(folder, source.replace(/\.ts$/, '.mjs')));
}
