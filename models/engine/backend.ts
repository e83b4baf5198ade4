import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
// tfjs-core alone cannot differentiate; its gradient table reaches Node only inside tfjs-layers' bundle.
import '@tensorflow/tfjs-layers';
import { registerComposedGradients } from './composed.ts';

export { tf };

export type BackendName = 'wasm' | 'cpu' | 'node';

/** An open numerical backend. All of TensorFlow.js runs on the one opened last. */
export interface Engine {
  readonly name: BackendName;
  /** Same weights bit for bit in every process and on every supported Node version. */
  readonly reproducible: boolean;
}

/**
 * Opens a backend and makes it the current one; opening the same one twice is free.
 * `wasm` (default) is reproducible bit for bit, `cpu` is the slow oracle, `node` the optional native peer.
 * Throws with the cure when the backend is not there.
 */
export async function openBackend(name: BackendName = 'wasm'): Promise<Engine> {
  await (name === 'wasm' ? openWasm() : name === 'cpu' ? openCpu() : openNode());
  return { name, reproducible: name !== 'node' };
}

const require = createRequire(import.meta.url);
let wasmIsReady = false;

async function openWasm(): Promise<void> {
  if (!wasmIsReady) {
    const wasm = await import('@tensorflow/tfjs-backend-wasm');
    wasm.setWasmPaths(join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')), '/'));
  }
  await select('wasm');
  if (!wasmIsReady) registerComposedGradients('wasm');
  wasmIsReady = true;
}

async function openCpu(): Promise<void> {
  await import('@tensorflow/tfjs-backend-cpu');
  await select('cpu');
}

async function openNode(): Promise<void> {
  try {
    require('@tensorflow/tfjs-node');
  } catch (error) {
    throw new Error(
      `backend node: the optional peer @tensorflow/tfjs-node cannot be loaded (${firstLine(error)}).\n` +
        'Cure: npm i --ignore-scripts=false @tensorflow/tfjs-node (its install step downloads a binary; Node <= 22), or use --backend wasm.',
    );
  }
  await select('tensorflow');
}

async function select(tfName: string): Promise<void> {
  if (!(await tf.setBackend(tfName))) {
    throw new Error(`backend ${tfName}: TensorFlow.js could not start it. Cure: npm ci, or --backend cpu.`);
  }
  await tf.ready();
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0];
}
