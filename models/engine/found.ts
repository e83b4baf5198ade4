import { createRequire } from 'node:module';

/** Where networks are computed: WebAssembly, plain JavaScript, or the native library of the optional peer. */
export const backendNames = ['wasm', 'cpu', 'native'] as const;
export type BackendName = (typeof backendNames)[number];

/** What this machine offers of a backend. */
export interface BackendFacts {
  readonly name: BackendName;
  readonly available: boolean;
  /** Version, SIMD and threads in words; or why it is not available. */
  readonly found: string;
  /** What makes it available; empty where it is. */
  readonly cure: string;
}

const nativePackage = '@tensorflow/tfjs-node';
const nativeCure =
  `npm i --ignore-scripts=false ${nativePackage} (its install step downloads a binary; Node <= 22), ` +
  'or use --backend wasm';

/** The smallest module that uses 128-bit SIMD: (func (result v128) i32.const 0 i8x16.splat i8x16.popcnt). */
const simdModule = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0],
  ...[10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11],
);

const require = createRequire(import.meta.url);

/** True if this machine runs WebAssembly with 128-bit SIMD. */
export function hasWasmSimd(): boolean {
  return WebAssembly.validate(simdModule);
}

/** Looks for a backend without opening it: the native library is loaded, since an installed one may lack its binary. */
export function findBackend(name: BackendName): BackendFacts {
  if (name === 'native') return findNative();
  const version = versionOf(`@tensorflow/tfjs-backend-${name}`);
  const here = (found: string) => ({ name, available: true, found, cure: '' });
  if (name === 'cpu')
    return here(`TensorFlow.js ${version} in plain JavaScript, no SIMD, 1 thread: very slow`);
  if (hasWasmSimd())
    return here(`TensorFlow.js ${version} with own SIMD kernels, 1 thread a network: equal bits everywhere`);
  const cure = 'Use a newer Node or processor, or --backend cpu';
  return { name, available: false, found: 'this machine has no WebAssembly SIMD', cure };
}

function findNative(): BackendFacts {
  const facts = { name: 'native', available: false, cure: nativeCure } as const;
  try {
    require.resolve(nativePackage);
  } catch {
    return { ...facts, found: `the optional peer ${nativePackage} is not installed` };
  }
  try {
    loadNative();
  } catch (error) {
    return { ...facts, found: `the optional peer ${nativePackage} cannot be loaded (${firstLine(error)})` };
  }
  const found = `TensorFlow's own library by ${nativePackage} ${versionOf(nativePackage)}, SIMD, all cores: bits may differ`;
  return { ...facts, available: true, found, cure: '' };
}

/** Loads the native library into this process. Throws as `require` does. */
export function loadNative(): void {
  // tfjs-node 4.22 calls a helper that Node 23 took away (fixed upstream in #8425, never released).
  const util = require('node:util') as { isNullOrUndefined?: (value: unknown) => boolean };
  util.isNullOrUndefined ??= (value) => value === null || value === undefined;
  require(nativePackage);
}

function versionOf(name: string): string {
  return (require(`${name}/package.json`) as { version: string }).version;
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
}
