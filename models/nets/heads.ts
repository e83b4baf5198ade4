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

/**
 * What tells a state head which material it looks at: the same grey is a weathered board and a new pipe. A share of the
 * features, and a distribution over states before anything is seen, of each material; both start as if no material were known.
 */
export function toldParameters(heads: readonly Head[], inputs: number, labels: number): ParameterSpec[] {
  if (!heads.includes('material') || !heads.includes('state')) return [];
  return [
    { name: TOLD_FEATURES, shape: [labels, inputs], start: 'zeros', trainable: true },
    { name: TOLD_STATES, shape: [labels, STATES], start: 'zeros', trainable: true },
  ];
}

const TOLD_FEATURES = 'state/told-features';
/** Logits of the states by material; they are believed as far as the state head is. */
export const TOLD_STATES = 'state/told-states';

/** As `answers`; a state head that is told the material hears what the material head believes, and does not teach it. */
export function toldAnswers(p: Variables, features: tf.Tensor2D): Answers {
  const plain = answers(p, features);
  const [gates, states] = [p[TOLD_FEATURES], p[TOLD_STATES]];
  if (plain.material === null || gates === undefined || states === undefined) return plain;
  const belief = untaught(tf.softmax(plain.material));
  const gated = tf.mul(features, tf.add(tf.matMul(belief, gates as tf.Variable<tf.Rank.R2>), 1));
  const seen = denseLayer(p, 'state', gated as tf.Tensor2D);
  const state = tf.add(seen, tf.matMul(belief, states as tf.Variable<tf.Rank.R2>)) as tf.Tensor2D;
  return { ...plain, state };
}

/** The same values, through which no gradient flows. */
const untaught = tf.customGrad((x) => ({
  value: tf.mul(x as tf.Tensor2D, 1),
  gradFunc: (dy) => [tf.mul(dy as tf.Tensor, 0)],
})) as (x: tf.Tensor) => tf.Tensor2D;

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
