import type { Sense } from '../../sim/record/frames.ts';
import { tf } from '../engine/backend.ts';
import { branchForward, branchParameters, type Shown } from './branch.ts';
import { type Answers, headParameters, toldAnswers, toldParameters } from './heads.ts';
import { inputOf, type SenseInputs } from './inputs.ts';
import { denseLayer, denseParameters, type Pass } from './layers.ts';
import type { Head } from './model.ts';
import type { ParameterSpec, Variables } from './weights.ts';
import { FUSION_WIDTH } from './widths.ts';

/** Share of the fused features that dropout silences in training. */
export const DROPOUT = 0.3;

export interface TeacherOutput extends Answers {
  /** [N, 512] fused features before ReLU: what feature and relational terms compare with. */
  readonly fused: tf.Tensor2D;
  /** [N, h, w, 64] the last convolution of each picture and film; attention looks at them. */
  readonly maps: Readonly<Record<Sense, tf.Tensor4D>>;
}

/** Parameters of a teacher with these senses, in this order; its state head may be told the material. */
export function teacherParameters(
  senses: readonly Sense[],
  inputs: SenseInputs,
  labels: number,
  heads: readonly Head[],
  told = false,
): ParameterSpec[] {
  const taken = senses.map((sense) => [sense, inputOf(inputs, sense)] as const);
  const width = taken.reduce((sum, [, { input }]) => sum + input.features, 0);
  return [
    ...taken.flatMap(([sense, input]) => branchParameters(sense, input)),
    ...denseParameters('fusion', width, FUSION_WIDTH),
    ...headParameters(heads, FUSION_WIDTH, labels),
    ...(told ? toldParameters(heads, FUSION_WIDTH, labels) : []),
  ];
}

/** Runs the teacher on what it is shown, in the order of its senses; `dropout` [N, 512] (0 or 1 / keep) is given in training only. */
export function teacherForward(
  p: Variables,
  shown: readonly Shown[],
  pass: Pass,
  dropout: tf.Tensor2D | null = null,
): TeacherOutput {
  const maps: Record<Sense, tf.Tensor4D> = {};
  const parts = shown.map((one) => {
    const branch = branchForward(p, one, pass);
    if (branch.maps) maps[one.sense] = branch.maps;
    return one.seen ? (tf.mul(branch.features, one.seen) as tf.Tensor2D) : branch.features;
  });
  const fused = denseLayer(p, 'fusion', parts.length === 1 ? parts[0]! : tf.concat(parts, 1));
  const active = tf.relu(fused) as tf.Tensor2D;
  return { fused, maps, ...toldAnswers(p, dropout ? (tf.mul(active, dropout) as tf.Tensor2D) : active) };
}
