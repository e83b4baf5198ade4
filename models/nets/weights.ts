import { drawKey, normalAt } from '../../sim/kernel/random/random.ts';
import { tf } from '../engine/backend.ts';

/** One named parameter array of a network, before it has values. */
export interface ParameterSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly start: 'he' | 'zeros' | 'ones';
  /** Moving moments are written by the training loop, not by the optimiser. */
  readonly trainable: boolean;
}

/** A parameter array on the host. */
export interface Weight {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** All parameters of one network by name. */
export type Weights = Readonly<Record<string, Weight>>;

/** The same on the backend. */
export type Variables = Readonly<Record<string, tf.Variable>>;

/**
 * Start values: He normal (sd = sqrt(2 / fan-in), He 2015) for filters and matrices. A draw is named by
 * (seed, parameter name, index), so networks that share a parameter start it equally.
 */
export function initialWeights(specs: readonly ParameterSpec[], seed: number): Weights {
  const weights: Record<string, Weight> = {};
  for (const { name, shape, start } of specs) {
    const size = shape.reduce((product, extent) => product * extent, 1);
    const values = new Float32Array(size);
    if (start === 'ones') values.fill(1);
    if (start === 'he') {
      const sd = Math.sqrt(2 / (size / shape[shape.length - 1]!));
      const key = drawKey(seed, 0, `weights/${name}`, 'start');
      for (let i = 0; i < size; i++) values[i] = sd * normalAt(key, i);
    }
    weights[name] = { shape, values };
  }
  return weights;
}

/** Copies weights to the backend; the caller disposes of them with `unmount`. */
export function mount(weights: Weights, trainable: (name: string) => boolean = () => false): Variables {
  const variables: Record<string, tf.Variable> = {};
  for (const [name, { shape, values }] of Object.entries(weights)) {
    const start = tf.tensor(values, shape as number[]);
    variables[name] = tf.variable(start, trainable(name));
    start.dispose();
  }
  return variables;
}

/** Copies variables back to the host. */
export function readWeights(variables: Variables): Weights {
  const weights: Record<string, Weight> = {};
  for (const [name, variable] of Object.entries(variables)) {
    weights[name] = { shape: [...variable.shape], values: (variable.dataSync() as Float32Array).slice() };
  }
  return weights;
}

export function unmount(variables: Variables): void {
  for (const variable of Object.values(variables)) variable.dispose();
}
