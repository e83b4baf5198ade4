import type { Sense } from '../../sim/record/frames.ts';
import type { NetworkInput } from '../../sim/senses/interface/sense.ts';
import { tf } from '../engine/backend.ts';
import { rowShape, rowSize, type SenseInput } from './inputs.ts';
import {
  convLayer,
  convParameters,
  denseLayer,
  denseParameters,
  type Pass,
  poolLayer,
  poolParameters,
} from './layers.ts';
import type { ParameterSpec, Variables } from './weights.ts';
import { STUDENT_CHANNELS } from './widths.ts';

/** What a network is shown of one sense, normalised: [N, ...row shape]. */
export interface Shown {
  readonly sense: Sense;
  readonly kind: NetworkInput['kind'];
  readonly x: tf.Tensor;
  /** [N, 1] 1 = seen, 0 = masked: the branch's features are multiplied by it. Null = all seen. */
  readonly seen: tf.Tensor2D | null;
}

/** Features [N, F] of one branch; a picture or film also has the maps [N, h, w, 64] of its last convolution. */
export interface BranchOutput {
  readonly features: tf.Tensor2D;
  readonly maps: tf.Tensor4D | null;
}

/** Parameters of the branch of one sense: two convolutions for pictures and films, dense layers for vectors. */
export function branchParameters(sense: Sense, taken: SenseInput): ParameterSpec[] {
  const { input } = taken;
  if (input.kind === 'vector') {
    return [
      ...denseParameters(`${sense}/hidden`, rowSize(taken), input.hidden),
      ...denseParameters(`${sense}/features`, input.hidden, input.features),
    ];
  }
  const [first, second] = STUDENT_CHANNELS;
  const [, , channels = 0] = rowShape(taken);
  return [
    ...convParameters(`${sense}/conv1`, channels, first),
    ...convParameters(`${sense}/conv2`, first, second),
    ...poolParameters(`${sense}/pool`, second),
    ...denseParameters(`${sense}/features`, second, input.features),
  ];
}

/** Runs one branch. */
export function branchForward(p: Variables, { sense, kind, x }: Shown, pass: Pass): BranchOutput {
  return kind === 'vector'
    ? { features: denseBranch(p, sense, x as tf.Tensor2D), maps: null }
    : convBranch(p, sense, x as tf.Tensor4D, pass);
}

/** Two convolutions (stride 2, then 1), global average pool, dense with ReLU. */
function convBranch(p: Variables, sense: Sense, x: tf.Tensor4D, pass: Pass): BranchOutput {
  const maps = convLayer(p, `${sense}/conv2`, convLayer(p, `${sense}/conv1`, x, 2, pass), 1, pass);
  const features = tf.relu(
    denseLayer(p, `${sense}/features`, poolLayer(p, `${sense}/pool`, maps, pass)),
  ) as tf.Tensor2D;
  return { maps, features };
}

function denseBranch(p: Variables, sense: Sense, x: tf.Tensor2D): tf.Tensor2D {
  const hidden = tf.relu(denseLayer(p, `${sense}/hidden`, x)) as tf.Tensor2D;
  return tf.relu(denseLayer(p, `${sense}/features`, hidden)) as tf.Tensor2D;
}
