import { createHash } from 'node:crypto';
import { type EngineOptions, openBackend, tf } from '../../../models/engine/backend.ts';
import type { BackendName } from '../../../models/engine/found.ts';

/** Values of some tensors as plain arrays. */
export type Values = Float32Array[];

/** A backend under contract: its name in the test report and how it is opened. */
export interface Subject {
  readonly label: string;
  readonly backend: BackendName;
  readonly options?: EngineOptions;
}

export const subjects: readonly Subject[] = [
  { label: 'wasm', backend: 'wasm' },
  { label: 'wasm, 2 threads', backend: 'wasm', options: { threads: 2 } },
  { label: 'wasm, composed gradients', backend: 'wasm', options: { kernels: 'composed' } },
  { label: 'cpu', backend: 'cpu' },
  { label: 'tfjs-node', backend: 'native' },
];

/** Opens a subject; false (and a line) where the optional native backend is absent. */
export async function open({ backend, options, label }: Subject): Promise<boolean> {
  try {
    await openBackend(backend, options);
    return true;
  } catch (error) {
    if (backend !== 'native') throw error;
    console.log(`${label}: not run`);
    return false;
  }
}

/** An operator on tensors of fixed shapes, as the models use it. */
export interface OperatorCase {
  readonly name: string;
  readonly shapes: readonly (readonly number[])[];
  /** Inputs are drawn from [low, high); default [-1, 1). */
  readonly range?: readonly [number, number];
  readonly run: (...inputs: tf.Tensor[]) => tf.Tensor;
}

function inputsOf(one: OperatorCase): tf.Tensor[] {
  const [low, high] = one.range ?? [-1, 1];
  return one.shapes.map((shape, i) => tf.randomUniform([...shape], low, high, 'float32', 11 + i));
}

/** The weights of the scalar that is differentiated: sum(output * weights). */
function weightsOf(output: tf.Tensor): tf.Tensor {
  return tf.randomUniform(output.shape, -1, 1, 'float32', 97);
}

/** The output alone on the current backend. */
export function valuesOf(one: OperatorCase): Float32Array {
  return tf.tidy(() => Float32Array.from(one.run(...inputsOf(one)).dataSync()));
}

/** [output, gradient by each input] on the current backend. */
export function evaluate(one: OperatorCase): Values {
  return tf.tidy(() => {
    const inputs = inputsOf(one);
    const output = one.run(...inputs);
    const gradients = tf.grads((...x: tf.Tensor[]) => one.run(...x))(inputs, weightsOf(output));
    return [output, ...gradients].map((tensor) => Float32Array.from(tensor.dataSync()));
  });
}

/**
 * Difference between the slope along a direction (half the gradient itself, half noise, so that a wrong element
 * shows) and the central difference along it, relative to the slope; one number an input.
 */
export function finiteDifferenceErrors(one: OperatorCase, step: number): number[] {
  return tf.tidy(() => {
    const inputs = inputsOf(one);
    const scalar = (...x: tf.Tensor[]) => {
      const output = one.run(...x);
      return tf.sum(tf.mul(output, weightsOf(output))) as tf.Scalar;
    };
    const gradients = tf.grads(scalar as (...x: tf.Tensor[]) => tf.Tensor)(inputs);
    const length = (x: tf.Tensor) => Math.sqrt(tf.sum(tf.square(x)).dataSync()[0]!);
    return inputs.map((input, i) => {
      const noise = tf.randomUniform(input.shape, -1, 1, 'float32', 31 + i);
      const gradient = gradients[i]!;
      const along = tf.mul(gradient, length(noise) / Math.max(length(gradient), 1e-6));
      const direction = tf.add(noise, along);
      const at = (h: number) =>
        scalar(...inputs.map((x, k) => (k === i ? tf.add(x, tf.mul(direction, h)) : x))).dataSync()[0]!;
      const numeric = (at(step) - at(-step)) / (2 * step);
      const analytic = tf.sum(tf.mul(gradient, direction)).dataSync()[0]!;
      return Math.abs(numeric - analytic) / Math.max(Math.abs(analytic), 1e-3);
    });
  });
}

/** Largest difference relative to the largest reference value. */
export function relativeError(got: ArrayLike<number>, reference: ArrayLike<number>): number {
  if (got.length !== reference.length) return Number.POSITIVE_INFINITY;
  let [difference, scale] = [0, 1e-12];
  for (let i = 0; i < reference.length; i++) {
    if (Number.isNaN(got[i]!)) return Number.POSITIVE_INFINITY;
    difference = Math.max(difference, Math.abs(got[i]! - reference[i]!));
    scale = Math.max(scale, Math.abs(reference[i]!));
  }
  return difference / scale;
}

/** SHA-256 over the bits of some tensors. */
export function hashOf(tensors: readonly tf.Tensor[]): string {
  const hash = createHash('sha256');
  for (const tensor of tensors) hash.update(new Uint8Array(Float32Array.from(tensor.dataSync()).buffer));
  return hash.digest('hex');
}
