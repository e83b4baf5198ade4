import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { BackendWasm, setThreadsCount } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';

/**
 * TensorFlow.js' WASM backend on a SHARED memory, so that our own kernels, on one thread or two, work on its
 * tensors in place. TensorFlow.js does not offer its threaded build in Node, since that would start 8 workers
 * that it cannot load there; with one thread it needs none of them, and gives the same bits as the plain build.
 */
export interface Heap {
  readonly backend: BackendWasm;
  readonly memory: WebAssembly.Memory;
  /** Bytes -> byte offset; the caller frees it. Throws when the heap is full (4 GB). */
  allocate(bytes: number): number;
  free(pointer: number): void;
}

/** What we use of the module object that Emscripten makes. */
interface EmscriptenModule {
  readonly wasmMemory: WebAssembly.Memory;
  cwrap(name: string, returns: string | null, args: string[]): (...args: number[]) => number;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  tfjs?: Record<string, (...args: number[]) => number>;
}

const require = createRequire(import.meta.url);
const build = 'tfjs-backend-wasm-threaded-simd';

/** Starts the backend and registers it in TensorFlow.js under `name`, in place of the plain one. */
export async function openHeap(name: string): Promise<Heap> {
  const folder = join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'wasm-out');
  const module = await startModule(require(join(folder, `${build}.js`)), folder);
  module.tfjs = {
    init: module.cwrap('init', null, []),
    initWithThreadsCount: module.cwrap('init_with_threads_count', null, ['number']),
    getThreadsCount: module.cwrap('get_threads_count', 'number', []),
    registerTensor: module.cwrap('register_tensor', null, ['number', 'number', 'number']),
    disposeData: module.cwrap('dispose_data', null, ['number']),
    dispose: module.cwrap('dispose', null, []),
  };
  setThreadsCount(1);
  // Its type is that of the threaded build; what both builds share is all that is called.
  const backend = new BackendWasm(module as unknown as BackendWasm['wasm']);
  tf.removeBackend(name);
  tf.registerBackend(name, () => backend);
  return {
    backend,
    memory: module.wasmMemory,
    allocate(bytes) {
      const pointer = module._malloc(bytes) >>> 0;
      if (pointer === 0)
        throw new Error(`engine: no room for ${bytes} bytes in the WASM heap. Cure: smaller batches.`);
      return pointer;
    },
    free: (pointer) => module._free(pointer),
  };
}

type Factory = (options: object) => Promise<EmscriptenModule>;

/**
 * Runs Emscripten's start-up with a stand-in for its 8 workers, and takes back what it leaves on the process:
 * a global Worker and handlers that would rethrow the rejections of the whole program.
 */
async function startModule(factory: Factory, folder: string): Promise<EmscriptenModule> {
  const threads = require('node:worker_threads') as { Worker: unknown };
  const { Worker: realWorker } = threads;
  const globalWorker = (globalThis as { Worker?: unknown }).Worker;
  const listenersBefore = listeners();
  threads.Worker = IdleWorker;
  let starting: Promise<EmscriptenModule>;
  try {
    starting = factory({ locateFile: (file: string) => join(folder, file) });
  } finally {
    threads.Worker = realWorker;
    (globalThis as { Worker?: unknown }).Worker = globalWorker;
    for (const [event, listener] of listeners()) {
      if (!listenersBefore.some(([, before]) => before === listener)) process.removeListener(event, listener);
    }
  }
  return starting;
}

/** Says that it has loaded, and does nothing more: no thread is ever asked of it. */
class IdleWorker {
  onmessage: (event: { data: { cmd: string } }) => void = () => {};
  postMessage(): void {
    queueMicrotask(() => this.onmessage({ data: { cmd: 'loaded' } }));
  }
  on(): void {}
  ref(): void {}
  unref(): void {}
  terminate(): void {}
}

type Listener = (...args: unknown[]) => void;

function listeners(): [string, Listener][] {
  return ['uncaughtException', 'unhandledRejection'].flatMap((event) =>
    process.listeners(event as 'uncaughtException').map((l): [string, Listener] => [event, l as Listener]),
  );
}
