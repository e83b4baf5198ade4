import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Team } from './team.ts';
import { floatsAt, newFloats, pointerOf, Scratch } from './tensors.ts';

/**
 * Matrix products of float32 matrices, with transposes and a stack of leading dimensions. Each row of the answer is
 * summed by itself in the order of the inner dimension.
 */
export class MatrixProduct {
  readonly #team: Team;
  readonly #scratch: Scratch;

  constructor(team: Team) {
    this.#team = team;
    this.#scratch = new Scratch(team.heap);
  }

  /** a [...,m,k] (or [...,k,m]) times b [...,k,n] (or [...,n,k]) -> [...,m,n]; leading dimensions must be equal. */
  product(a: TensorInfo, b: TensorInfo, transposeA: boolean, transposeB: boolean): TensorInfo {
    const { heap } = this.#team;
    const rank = a.shape.length;
    const [m, k] = lastTwo(a.shape, transposeA);
    const n = lastTwo(b.shape, transposeB)[1];
    const leading = a.shape.slice(0, rank - 2);
    const count = leading.reduce((x, y) => x * y, 1);
    const out = newFloats(heap.backend, [...leading, m, n]);
    for (let i = 0; i < count; i++) {
      const left = pointerOf(heap.backend, a) + 4 * m * k * i;
      const right = pointerOf(heap.backend, b) + 4 * k * n * i;
      const rows = transposeA ? this.#transpose(left, k, m) : left;
      const target = pointerOf(heap.backend, out) + 4 * m * n * i;
      if (transposeB && n > m) this.#turned(rows, right, target, m, k, n);
      else this.#straight(rows, right, target, m, k, n, transposeB);
    }
    return out;
  }

  #straight(a: number, b: number, out: number, m: number, k: number, n: number, transposeB: boolean): void {
    const wide = (n + 7) & ~7;
    const packed = this.#scratch.take('packed', 4 * k * wide);
    this.#team.call('pack', b, k, n, transposeB ? 1 : n, transposeB ? k : 1, packed);
    const target = wide === n ? out : this.#scratch.take('wide', 4 * m * wide);
    this.#team.call('product', a, 4 * k, 1, 0, k, packed, target, 4 * wide, m, wide);
    if (target === out) return;
    const from = floatsAt(this.#team.heap, target, m * wide);
    const to = floatsAt(this.#team.heap, out, m * n);
    for (let row = 0; row < m; row++) to.set(from.subarray(row * wide, row * wide + n), row * n);
  }

  /**
   * a [m,k] times transpose(b [n,k]) as the transpose of b times transpose(a): a few activations are packed instead
   * of a large weight matrix, and every sum is the same to the bit.
   */
  #turned(a: number, b: number, out: number, m: number, k: number, n: number): void {
    const wide = (m + 7) & ~7;
    const packed = this.#scratch.take('packed', 4 * k * wide);
    this.#team.call('pack', a, k, m, 1, k, packed);
    const target = this.#scratch.take('wide', 4 * n * wide);
    this.#team.call('product', b, 4 * k, 1, 0, k, packed, target, 4 * wide, n, wide);
    this.#team.call('transpose', target, wide, n, m, out);
  }

  /** [rows, columns] -> [columns, rows] in scratch. */
  #transpose(source: number, rows: number, columns: number): number {
    const target = this.#scratch.take('transposed', 4 * rows * columns);
    this.#team.call('transpose', source, columns, rows, columns, target);
    return target;
  }
}

/** [rows, columns] of a matrix as it is used. */
function lastTwo(shape: readonly number[], transposed: boolean): [number, number] {
  const [rows, columns] = shape.slice(-2) as [number, number];
  return transposed ? [columns, rows] : [rows, columns];
}
