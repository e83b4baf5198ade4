import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Heap } from './heap.ts';

/** Byte offset of a tensor's values in the heap. */
export function pointerOf(backend: BackendWasm, tensor: TensorInfo): number {
  return backend.dataIdMap.get(tensor.dataId).memoryOffset;
}

/** A new float32 tensor whose values are whatever the heap holds. */
export function newFloats(backend: BackendWasm, shape: readonly number[]): TensorInfo {
  return backend.makeOutput([...shape], 'float32');
}

/** A view of `count` floats; made anew each time, since a heap that has grown has a new buffer. */
export function floatsAt(heap: Heap, pointer: number, count: number): Float32Array {
  return new Float32Array(heap.memory.buffer, pointer, count);
}

/** Named pieces of the heap that are kept between calls and grow when more is asked for. */
export class Scratch {
  readonly #heap: Heap;
  readonly #pieces = new Map<string, { pointer: number; bytes: number }>();

  constructor(heap: Heap) {
    this.#heap = heap;
  }

  /** Byte offset of at least `bytes` bytes; what an earlier call put under the same name may be lost. */
  take(name: string, bytes: number): number {
    const piece = this.#pieces.get(name);
    if (piece && piece.bytes >= bytes) return piece.pointer;
    if (piece) this.#heap.free(piece.pointer);
    const pointer = this.#heap.allocate(bytes);
    this.#pieces.set(name, { pointer, bytes });
    return pointer;
  }
}
