import * as tf from '@tensorflow/tfjs-core';
// tfjs-core alone cannot differentiate; its gradient table reaches Node only inside tfjs-layers' bundle.
import '@tensorflow/tfjs-layers';
import { kernelModule } from './assembly.ts';
import { composedGradients } from './composed.ts';
import { type BackendName, findBackend } from './found.ts';
import { openHeap } from './heap.ts';
import { type KernelTable, simdKernels } from './kernels.ts';
import { Team, type Trace } from './team.ts';

export { tf };

export interface EngineOptions {
  /** wasm: 2 shares the work of a kernel with a second thread; no bit of the result changes. Default 1. */
  readonly threads?: 1 | 2;
  /** wasm: `simd` (default) or gradients `composed` of TensorFlow.js' own kernels (the yardstick of the bench). */
  readonly kernels?: 'simd' | 'composed';
}

/** An open numerical backend. All of TensorFlow.js runs on the one opened last. */
export interface Engine {
  readonly name: BackendName;
  /** Same weights bit for bit in every process and on every supported Node version. */
  readonly reproducible: boolean;
  /** While set, every SIMD kernel reports its name and duration by the given clock. */
  setTrace(trace: Trace | null): void;
}

/**
 * Opens a backend and makes it the current one; opening the same one again only applies the options.
 * `wasm` (default) is reproducible bit for bit, `cpu` is the slow oracle, `native` the optional peer.
 * Throws with the cure when the backend is not there.
 */
export async function openBackend(name: BackendName = 'wasm', options: EngineOptions = {}): Promise<Engine> {
  if (name === 'wasm') return openWasm(options);
  await (name === 'cpu' ? openCpu() : openNative());
  return { name, reproducible: name !== 'native', setTrace: () => {} };
}

/** The started WASM backend with its own kernels and the two tables that may go over them. */
interface Wasm {
  readonly team: Team;
  readonly own: ReadonlyMap<string, tf.KernelFunc>;
  readonly tables: Readonly<Record<'simd' | 'composed', KernelTable>>;
}

let wasm: Promise<Wasm> | null = null;

async function openWasm({ threads = 1, kernels = 'simd' }: EngineOptions): Promise<Engine> {
  wasm ??= startWasm();
  const { team, own, tables } = await wasm;
  await select('wasm');
  team.setThreads(threads);
  install('wasm', tables[kernels], own);
  return { name: 'wasm', reproducible: true, setTrace: (trace) => team.setTrace(trace) };
}

async function startWasm(): Promise<Wasm> {
  const [heap, module] = await Promise.all([openHeap('wasm'), kernelModule()]);
  const team = new Team(heap, module);
  const own = new Map(
    tf.getKernelsForBackend('wasm').map((kernel) => [kernel.kernelName, kernel.kernelFunc]),
  );
  const find = (name: string) => own.get(name);
  return { team, own, tables: { simd: simdKernels(team, find), composed: composedGradients(find) } };
}

/** Puts a table of kernels over the backend's own, and its own back wherever the table has none. */
function install(backendName: string, table: KernelTable, own: ReadonlyMap<string, tf.KernelFunc>): void {
  const installed = tf.getKernelsForBackend(backendName).map(({ kernelName }) => kernelName);
  for (const kernelName of new Set([...installed, ...Object.keys(table)])) {
    const kernelFunc: tf.KernelFunc | undefined = table[kernelName] ?? own.get(kernelName);
    if (tf.getKernel(kernelName, backendName)?.kernelFunc === kernelFunc) continue;
    if (tf.getKernel(kernelName, backendName)) tf.unregisterKernel(kernelName, backendName);
    if (kernelFunc !== undefined) tf.registerKernel({ kernelName, backendName, kernelFunc });
  }
}

async function openCpu(): Promise<void> {
  await import('@tensorflow/tfjs-backend-cpu');
  tf.enableProdMode(); // silences its advice to install the native backend, and nothing else
  await select('cpu');
}

async function openNative(): Promise<void> {
  const { available, found, cure } = findBackend('native');
  if (!available) throw new Error(`backend native: ${found}. Cure: ${cure}.`);
  await select('tensorflow');
}

async function select(tfName: string): Promise<void> {
  if (!(await tf.setBackend(tfName))) {
    throw new Error(`backend ${tfName}: TensorFlow.js could not start it. Cure: npm ci, or --backend cpu.`);
  }
}
