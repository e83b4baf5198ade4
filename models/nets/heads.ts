import { tf } from '../engine/backend.ts';
import { denseLayer, denseParameters } from './layers.ts';
import type { Head } from './model.ts';
import type { ParameterSpec, Variables } from './weights.ts';
import { STATES } from './widths.ts';

/** Answers of the heads; a head that the network does not have is null. */
export interface Answers {
  /** [N, K] logits over the label list. */
  readonly material: tf.Tensor2D | null;
  /** [N, 10] logits over degradation states. */
  readonly state: tf.Tensor2D | null;
  /** [N] remaining value, standardised by the model's own mean and sd. */
  readonly quality: tf.Tensor1D | null;
}

export function headParameters(heads: readonly Head[], inputs: number, labels: number): ParameterSpec[] {
  const widths: Record<Head, number> = { material: labels, state: STATES, quality: 1 };
  return heads.flatMap((head) => denseParameters(head, inputs, widths[head]));
}

/** Features after ReLU [N, D] -> answers of the heads that have parameters. */
export function answers(p: Variables, features: tf.Tensor2D): Answers {
  const head = (name: Head) => (p[`${name}/weights`] ? denseLayer(p, name, features) : null);
  const quality = head('quality');
  return {
    material: head('material'),
    state: head('state'),
    quality: quality && (tf.reshape(quality, [-1]) as tf.Tensor1D),
  };
}
