import type { Sense } from '../../sim/record/frames.ts';
import { tf } from '../engine/backend.ts';
import { branchForward, branchParameters, type Shown } from './branch.ts';
import { type Answers, headParameters, toldAnswers, toldParameters } from './heads.ts';
import { inputOf, rowShape, type SenseInput, type SenseInputs } from './inputs.ts';
import { denseLayer, denseParameters, type Pass, poolParameters, standardLayer } from './layers.ts';
import type { Head } from './model.ts';
import { inputStatistics } from './statistics.ts';
import type { ParameterSpec, Variables } from './weights.ts';
import { CONDITION_WIDTH, FUSION_WIDTH, statisticsOf } from './widths.ts';

/** Share of the fused features that dropout silences in training. */
export const DROPOUT = 0.3;

export interface TeacherOutput extends Answers {
  /** [N, 512] fused features before ReLU: what feature and relational terms compare with. */
  readonly fused: tf.Tensor2D;
  /** [N, h, w, 64] the last convolution of each picture and film; attention looks at them. */
  readonly maps: Readonly<Record<Sense, tf.Tensor4D>>;
}

/** Parameters of a teacher with these senses, in this order. */
export function teacherParameters(
  senses: readonly Sense[],
  inputs: SenseInputs,
  labels: number,
  heads: readonly Head[],
): ParameterSpec[] {
  const taken = senses.map((sense) => [sense, inputOf(inputs, sense)] as const);
  const width = taken.reduce((sum, [, { input }]) => sum + input.features, 0);
  const statistics = taken.flatMap(([sense, input]) => {
    const values = valuesOf(input);
    return values > 0 ? [{ sense, values }] : [];
  });
  const values = statistics.reduce((sum, one) => sum + one.values, 0);
  const beside = values > 0 ? CONDITION_WIDTH : 0;
  return [
    ...taken.flatMap(([sense, input]) => branchParameters(sense, input)),
    ...denseParameters('fusion', width, FUSION_WIDTH),
    ...statistics.flatMap((one) => poolParameters(`${one.sense}/statistics`, one.values)),
    ...(values > 0 ? denseParameters(CONDITION, values, CONDITION_WIDTH) : []),
    ...headParameters(heads, FUSION_WIDTH, labels, beside),
    ...toldParameters(heads, FUSION_WIDTH + beside, labels),
  ];
}

/** The layer that reads the statistics; networks that were saved before there was one have none. */
const CONDITION = 'condition';

/** Plain statistics that a sense has: of pictures and films. */
function valuesOf(taken: SenseInput): number {
  if (taken.input.kind === 'vector') return 0;
  const [, , channels = 0] = rowShape(taken);
  return statisticsOf(channels);
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
  const features = dropout ? (tf.mul(active, dropout) as tf.Tensor2D) : active;
  return { fused, maps, ...toldAnswers(p, features, besideOf(p, shown, pass)) };
}

/** What plain statistics of pictures and films say of condition, [N, CONDITION_WIDTH]; those of a hidden sense are zero. */
function besideOf(p: Variables, shown: readonly Shown[], pass: Pass): tf.Tensor2D | null {
  if (p[`${CONDITION}/weights`] === undefined) return null;
  const statistics = shown.flatMap(({ sense, kind, x, seen }) => {
    if (kind === 'vector') return [];
    const plain = inputStatistics(x as tf.Tensor4D, kind);
    const own = standardLayer(p, `${sense}/statistics`, plain, pass);
    return [seen ? (tf.mul(own, seen) as tf.Tensor2D) : own];
  });
  return tf.relu(denseLayer(p, CONDITION, tf.concat(statistics, 1))) as tf.Tensor2D;
}
