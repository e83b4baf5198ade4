import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/**
 * Our SIMD kernels: AssemblyScript sources beside this file, compiled on first use (about 1.5 s) into the cache
 * folder under the hash of sources, compiler and options.
 *
 * No relaxed SIMD: its rounding may differ between machines. The stub runtime and the absence of static data leave
 * every byte of the imported memory to TensorFlow.js.
 */

const sources = new URL('./assembly/', import.meta.url);
const require = createRequire(import.meta.url);

const options = [
  '-O3',
  '--noAssert',
  '--runtime',
  'stub',
  '--importMemory',
  '--sharedMemory',
  '--initialMemory',
  '256',
  '--maximumMemory',
  '65536',
  '--enable',
  'simd',
  '--enable',
  'threads',
  '--enable',
  'bulk-memory',
  '--use',
  'abort=',
];

/** The compiled kernels; compiles them when the cache has none for these sources. */
export async function kernelModule(): Promise<WebAssembly.Module> {
  const files = readSources();
  const compiler = (require('assemblyscript/package.json') as { version: string }).version;
  const hash = createHash('sha256')
    .update(JSON.stringify([compiler, options, files]))
    .digest('hex')
    .slice(0, 16);
  const folder = join(process.env.LOOPTWIN_CACHE || join(process.cwd(), '.looptwin'), 'kernels');
  const path = join(folder, `${hash}.wasm`);
  const cached = readIfThere(path);
  if (cached && WebAssembly.validate(cached)) return new WebAssembly.Module(cached);
  const bytes = await compile(files);
  keep(path, bytes);
  return new WebAssembly.Module(bytes);
}

function readSources(): Record<string, string> {
  const names = readdirSync(sources)
    .filter((name) => name.endsWith('.ts'))
    .sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, sources), 'utf8')]));
}

async function compile(files: Record<string, string>): Promise<Uint8Array<ArrayBuffer>> {
  const { default: asc } = await import('assemblyscript/asc');
  let bytes: Uint8Array<ArrayBuffer> | null = null;
  const { error, stderr } = await asc.main(['index.ts', '-o', 'kernels.wasm', ...options], {
    readFile: (name: string) => files[name] ?? null,
    writeFile: (name: string, contents: Uint8Array | string) => {
      if (name === 'kernels.wasm') bytes = Uint8Array.from(contents as Uint8Array);
    },
    listFiles: () => [],
  });
  if (error || !bytes) {
    throw new Error(
      `engine: the SIMD kernels in ${sources.pathname} do not compile: ${error?.message}\n${stderr.toString()}`,
    );
  }
  return bytes;
}

function readIfThere(path: string): Uint8Array<ArrayBuffer> | null {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    return null;
  }
}

/** Saves through a rename, so that two processes that compile at once never read half a file; a read-only cache is no error. */
function keep(path: string, bytes: Uint8Array): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    // The form of name by which a dead writer's rest is known and swept.
    const draft = join(dirname(path), `.${basename(path)}.${process.pid}-${randomUUID()}.writing`);
    writeFileSync(draft, bytes);
    renameSync(draft, path);
  } catch {
    // The next process compiles again; nothing is lost but its 1.5 s.
  }
}
