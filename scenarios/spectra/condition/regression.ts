import { CholeskyDecomposition, Matrix as Dense } from 'ml-matrix';
import { at } from '../../../sim/record/must.ts';

/**
 * Kernel ridge regression with a Gaussian kernel as wide as the median distance between items, judged by leaving each item out in
 * turn (closed form: y_i - a_i / c_ii with C = (K + penalty)^-1 and a = C y; Rasmussen and Williams 2006, 5.4.2). Nothing is tuned.
 */

/** Ridge penalty against a kernel of 1 on its diagonal (choice: about as much noise as signal in a tenth of a state's spread). */
const PENALTY = 0.15;

/** Similarity of each two items by their features, [n * n]: every feature is first brought to mean 0 and deviation 1. */
export function kernelOf(rows: readonly (readonly number[])[]): Float64Array {
  const n = rows.length;
  const scaled = standardised(rows).map((row) => Float64Array.from(row));
  const distances = new Float64Array(n * n);
  const seen: number[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const d = distance2(scaled[i] ?? NOTHING, scaled[j] ?? NOTHING);
      distances[i * n + j] = d;
      distances[j * n + i] = d;
      seen.push(d);
    }
  }
  const median = Float64Array.from(seen).sort()[Math.floor(seen.length / 2)] || 1;
  return distances.map((d) => Math.exp(-d / median));
}

const NOTHING = new Float64Array(0);

function standardised(rows: readonly (readonly number[])[]): number[][] {
  const width = rows[0]?.length ?? 0;
  const scaled = rows.map((row) => [...row]);
  for (let k = 0; k < width; k++) {
    const mean = rows.reduce((sum, row) => sum + at(row, k), 0) / rows.length;
    const square =
      rows.reduce((sum, row) => sum + (at(row, k) - mean) * (at(row, k) - mean), 0) / rows.length;
    const deviation = Math.sqrt(square);
    for (const row of scaled) row[k] = deviation > 1e-9 ? (at(row, k) - mean) / deviation : 0;
  }
  return scaled;
}

function distance2(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) {
    const off = (a[k] ?? 0) - (b[k] ?? 0);
    sum += off * off;
  }
  return sum;
}

/** What is predicted of each item by all others; `centre` is what nothing to go by would answer. */
export function leaveOneOut(kernel: Float64Array, targets: readonly number[], centre: number): number[] {
  const n = targets.length;
  const lower = kernel.slice();
  for (let i = 0; i < n; i++) lower[i * n + i] = at(lower, i * n + i) + PENALTY;
  factorise(lower, n);
  const weights = solved(
    lower,
    n,
    targets.map((target) => target - centre),
  );
  const diagonal = inverseDiagonal(lower, n);
  return targets.map((target, i) => target - at(weights, i) / at(diagonal, i));
}

/** Cholesky's lower factor of a symmetric positive matrix [n * n], in its place. */
function factorise(a: Float64Array, n: number): void {
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let sum = a[i * n + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (a[i * n + k] ?? 0) * (a[j * n + k] ?? 0);
      a[i * n + j] = i === j ? Math.sqrt(sum) : sum / (a[j * n + j] ?? 1);
    }
  }
}

/** Solution of L L' x = b. */
function solved(lower: Float64Array, n: number, b: readonly number[]): Float64Array {
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    let sum = at(x, i);
    for (let k = 0; k < i; k++) sum -= (lower[i * n + k] ?? 0) * (x[k] ?? 0);
    x[i] = sum / at(lower, i * n + i);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = at(x, i);
    for (let k = i + 1; k < n; k++) sum -= (lower[k * n + i] ?? 0) * (x[k] ?? 0);
    x[i] = sum / at(lower, i * n + i);
  }
  return x;
}

/** Diagonal of (L L')^-1: squares of the columns of L^-1. */
function inverseDiagonal(lower: Float64Array, n: number): Float64Array {
  const diagonal = new Float64Array(n);
  const column = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    let squares = 0;
    for (let i = j; i < n; i++) {
      let sum = i === j ? 1 : 0;
      for (let k = j; k < i; k++) sum -= (lower[i * n + k] ?? 0) * (column[k] ?? 0);
      const value = sum / (lower[i * n + i] ?? 1);
      column[i] = value;
      squares += value * value;
    }
    diagonal[j] = squares;
  }
  return diagonal;
}

/**
 * Several predictions of each item made one: a straight fit of the target on all of them, again with each item left out (closed form:
 * y_i - e_i / (1 - h_ii)). One prediction alone is brought to its right spread: one that says nothing becomes the mean.
 */
export function combined(predictions: readonly (readonly number[])[], targets: readonly number[]): number[] {
  const design = new Dense(targets.map((_, i) => [1, ...predictions.map((one) => at(one, i))]));
  const cross = design.transpose().mmul(design);
  for (let k = 0; k < cross.rows; k++) cross.set(k, k, cross.get(k, k) * (1 + 1e-9) + 1e-9);
  const inverse = new CholeskyDecomposition(cross).solve(Dense.eye(cross.rows));
  const weights = inverse.mmul(design.transpose().mmul(Dense.columnVector([...targets])));
  return targets.map((target, i) => {
    const row = Dense.rowVector(design.getRow(i));
    const leverage = row.mmul(inverse).mmul(row.transpose()).get(0, 0);
    return target - (target - row.mmul(weights).get(0, 0)) / (1 - leverage);
  });
}
