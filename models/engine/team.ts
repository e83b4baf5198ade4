import { Worker } from 'node:worker_threads';
import type { Heap } from './heap.ts';

/** The exports of assembly/index.ts: numbers in, byte offsets for pointers. */
export type Kernels = Readonly<Record<string, (...args: number[]) => number>>;

/** [first, last) images of a batch. */
export type Half = readonly [first: number, last: number];

/**
 * The two halves that every summing kernel works on. They are the same whether one thread does both or two do one
 * each, and partial sums are added first half + second half: so the threads change no bit.
 */
export function halvesOf(batch: number): readonly [Half, Half] {
  return [
    [0, batch >> 1],
    [batch >> 1, batch],
  ];
}

/** One or two threads with one instance of the kernels each, on the same memory. */
export class Team {
  readonly kernels: Kernels;
  readonly heap: Heap;
  readonly #module: WebAssembly.Module;
  readonly #names: readonly string[];
  #helper: Helper | null = null;
  #trace: Trace | null = null;

  constructor(heap: Heap, module: WebAssembly.Module) {
    this.heap = heap;
    this.kernels = new WebAssembly.Instance(module, { env: { memory: heap.memory } }).exports as Kernels;
    this.#names = Object.keys(this.kernels).sort();
    this.#module = module;
  }

  /** 1 or 2; starting and stopping the second thread changes speed only. */
  setThreads(threads: 1 | 2): void {
    if (threads === 2) this.#helper ??= new Helper(this.#module, this.heap.memory, this.#names);
    else {
      this.#helper?.stop();
      this.#helper = null;
    }
  }

  get threads(): 1 | 2 {
    return this.#helper ? 2 : 1;
  }

  /** While set, every call reports its kernel and its duration by this clock (ms). */
  setTrace(trace: Trace | null): void {
    this.#trace = trace;
  }

  /** Runs one kernel on this thread. */
  call(name: string, ...args: number[]): number {
    const trace = this.#trace;
    if (!trace) return this.kernels[name]!(...args);
    const start = trace.clock();
    const result = this.kernels[name]!(...args);
    trace.report(name, trace.clock() - start);
    return result;
  }

  /** Runs one kernel on two sets of arguments, side by side when there are two threads. */
  both(name: string, first: readonly number[], second: readonly number[]): void {
    const trace = this.#trace;
    const start = trace?.clock() ?? 0;
    this.#helper?.start(this.#names.indexOf(name), second);
    this.kernels[name]!(...first);
    if (this.#helper) this.#helper.finish(name);
    else this.kernels[name]!(...second);
    trace?.report(name, trace.clock() - start);
  }
}

export interface Trace {
  clock(): number;
  report(kernel: string, durationMs: number): void;
}

/** A kernel takes milliseconds; only a thread that died takes this long. */
const PATIENCE_MS = 120_000;
const ARGS = 16;
const [ORDER, DONE, FAILED, KERNEL, COUNT, FIRST_ARG] = [0, 1, 2, 3, 4, 5];

/** The second thread: sleeps on ORDER, runs the kernel, bumps DONE. A plain script, so that bundling cannot lose it. */
const helperScript = `
const { workerData: { module, memory, control, names } } = require('node:worker_threads');
const { exports } = new WebAssembly.Instance(module, { env: { memory } });
const cells = new Int32Array(control);
for (let order = 0; ; order++) {
  Atomics.wait(cells, ${ORDER}, order);
  const args = Array.from(cells.subarray(${FIRST_ARG}, ${FIRST_ARG} + cells[${COUNT}]));
  try { exports[names[cells[${KERNEL}]]](...args); } catch { cells[${FAILED}] = 1; }
  Atomics.add(cells, ${DONE}, 1);
  Atomics.notify(cells, ${DONE});
}`;

class Helper {
  readonly #control = new SharedArrayBuffer(4 * (FIRST_ARG + ARGS));
  readonly #cells = new Int32Array(this.#control);
  readonly #worker: Worker;

  constructor(module: WebAssembly.Module, memory: WebAssembly.Memory, names: readonly string[]) {
    this.#worker = new Worker(helperScript, {
      eval: true,
      workerData: { module, memory, control: this.#control, names },
    });
    this.#worker.unref();
  }

  start(kernel: number, args: readonly number[]): void {
    if (args.length > ARGS)
      throw new Error(`engine: a kernel takes at most ${ARGS} arguments, got ${args.length}`);
    const cells = this.#cells;
    cells[KERNEL] = kernel;
    cells[COUNT] = args.length;
    cells.set(args, FIRST_ARG);
    Atomics.add(cells, ORDER, 1);
    Atomics.notify(cells, ORDER);
  }

  /** Waits for the kernel started last. */
  finish(name: string): void {
    const cells = this.#cells;
    for (
      let done = Atomics.load(cells, DONE);
      done !== Atomics.load(cells, ORDER);
      done = Atomics.load(cells, DONE)
    ) {
      if (Atomics.wait(cells, DONE, done, PATIENCE_MS) === 'timed-out') {
        throw new Error(
          `engine: the second thread has not finished kernel ${name} in ${PATIENCE_MS / 1000} s. Cure: threads: 1.`,
        );
      }
    }
    if (cells[FAILED]) throw new Error(`engine: kernel ${name} failed on the second thread`);
  }

  stop(): void {
    void this.#worker.terminate();
  }
}
