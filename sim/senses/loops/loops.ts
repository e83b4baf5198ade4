import { lazily } from '../../kernel/random/lazily.ts';
import compiled from './compiled.json' with { type: 'json' };

/**
 * Loops over every value of a frame, compiled ahead from AssemblyScript (folder `assembly`, by `sim/senses/tools/compile-loops.mjs`). In
 * TypeScript they take two to three times as long: each of their ten arrays is asked for its bounds at each value. They give the same bits.
 */
export interface Loops {
  expose(...places: number[]): number;
  film(...places: number[]): number;
}

const bytes = lazily(() => Uint8Array.from(atob(compiled.wasm), (letter) => letter.charCodeAt(0)));
const code = lazily(() => new WebAssembly.Module(bytes()));

/** True if they can work on frames of that side: they take values in pairs, and need SIMD in WebAssembly. */
export function takesLoops(size: number): boolean {
  return size % 2 === 0 && WebAssembly.validate(bytes());
}

const PAGE = 65_536;

/** A memory for compiled loops to work on, and its loops. */
export class LoopMemory {
  readonly loops: Loops;
  readonly #buffer: ArrayBuffer;
  #taken = 0;

  /** `bytes`: how much arrays will be asked for. */
  constructor(bytes: number) {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
    const instance = new WebAssembly.Instance(code(), { env: { memory } });
    // What a module exports has no type of its own; a test calls each loop.
    this.loops = instance.exports as unknown as Loops;
    this.#buffer = memory.buffer;
  }

  /** The next `length` floats of the memory; asked for before any bytes, as they must begin at a multiple of four. */
  floats(length: number): Float32Array {
    return this.#take(new Float32Array(this.#buffer, this.#taken, length));
  }

  /** The next `length` bytes of the memory. */
  bytes(length: number): Uint8Array {
    return this.#take(new Uint8Array(this.#buffer, this.#taken, length));
  }

  #take<T extends Float32Array | Uint8Array>(view: T): T {
    this.#taken += view.byteLength;
    return view;
  }
}
