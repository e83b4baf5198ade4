import * as tf from '@tensorflow/tfjs-core';
import { ADAM_STEP, type AdamFactors } from './kernels.ts';

/** What Adam keeps of a variable between steps. */
interface Slot {
  m: tf.Tensor;
  v: tf.Tensor;
}

/**
 * Adam (Kingma and Ba 2015): beta1 0.9, beta2 0.999, epsilon 1e-7, with bias correction. One kernel call a variable
 * on the SIMD backend, the same formula from small operations elsewhere. The caller disposes of it.
 */
export class Adam extends tf.Optimizer {
  /** @nocollapse */
  static readonly className = 'LooptwinAdam';
  learningRate: number;
  readonly #slots = new Map<string, Slot>();
  #beta1Power = 1;
  #beta2Power = 1;
  readonly #beta1 = 0.9;
  readonly #beta2 = 0.999;
  readonly #epsilon = 1e-7;

  constructor(learningRate: number) {
    super();
    this.learningRate = learningRate;
  }

  applyGradients(gradients: tf.NamedTensorMap | { name: string; tensor: tf.Tensor }[]): void {
    this.#beta1Power *= this.#beta1;
    this.#beta2Power *= this.#beta2;
    const factors: AdamFactors = {
      beta1: this.#beta1,
      beta2: this.#beta2,
      rate: this.learningRate / (1 - this.#beta1Power),
      correction: 1 / (1 - this.#beta2Power),
      epsilon: this.#epsilon,
    };
    const named = Array.isArray(gradients)
      ? gradients
      : Object.entries(gradients).map(([name, tensor]) => ({ name, tensor: tensor as tf.Tensor }));
    for (const { name, tensor } of named) {
      if (tensor) this.#step(tf.engine().registeredVariables[name]!, tensor, factors);
    }
    this.incrementIterations();
  }

  #step(variable: tf.Variable, gradient: tf.Tensor, factors: AdamFactors): void {
    const slot = this.#slots.get(variable.name) ?? { m: keptZeros(variable), v: keptZeros(variable) };
    this.#slots.set(variable.name, slot);
    tf.tidy(() => {
      const [value, m, v] = nextOf(variable, gradient, slot, factors);
      variable.assign(value);
      slot.m.dispose();
      slot.v.dispose();
      slot.m = tf.keep(m);
      slot.v = tf.keep(v);
    });
  }

  override dispose(): void {
    for (const { m, v } of this.#slots.values()) tf.dispose([m, v]);
    this.#slots.clear();
    super.dispose();
  }

  getConfig(): tf.serialization.ConfigDict {
    return { learningRate: this.learningRate };
  }
}

function keptZeros(like: tf.Tensor): tf.Tensor {
  return tf.keep(tf.zeros(like.shape));
}

/** [value, m, v] after one step. */
function nextOf(
  variable: tf.Variable,
  gradient: tf.Tensor,
  { m, v }: Slot,
  factors: AdamFactors,
): readonly [tf.Tensor, tf.Tensor, tf.Tensor] {
  if (tf.getKernel(ADAM_STEP, tf.getBackend())) {
    const inputs = { value: variable as tf.Tensor, gradient, m, v };
    const next: tf.TensorInfo[] | tf.TensorInfo = tf.engine().runKernel(ADAM_STEP, inputs, { ...factors });
    return next as [tf.Tensor, tf.Tensor, tf.Tensor];
  }
  const { beta1, beta2, rate, correction, epsilon } = factors;
  const first = tf.add(tf.mul(m, beta1), tf.mul(gradient, 1 - beta1));
  const second = tf.add(tf.mul(v, beta2), tf.mul(tf.square(gradient), 1 - beta2));
  const step = tf.div(tf.mul(first, rate), tf.add(tf.sqrt(tf.mul(second, correction)), epsilon));
  return [tf.sub(variable, step), first, second];
}
