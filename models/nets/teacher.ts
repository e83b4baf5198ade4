import type { Sense } from '../../sim/record/frames.ts';
import { tf } from '../engine/backend.ts';
import { type Answers, answers, type Head, headParameters } from './heads.ts';
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
import { BRANCH_WIDTH, FUSION_WIDTH, SPECTRAL_HIDDEN, STUDENT_CHANNELS, THERMAL_FRAMES } from './widths.ts';

/** Share of the fused features that dropout silences in training. */
export const DROPOUT = 0.3;

/** What the teacher is shown, normalised by its `Normaliser`. A sense that it does not have is null. */
export interface TeacherInput {
  /** [N, H, W, 3] */
  readonly images: tf.Tensor4D | null;
  /** [N, 32, 32, 8] */
  readonly thermal: tf.Tensor4D | null;
  /** [N, 2 bands]: reflectance and its standard normal variate. */
  readonly spectra: tf.Tensor2D | null;
  /** [N, 1] per sense, 1 = seen, 0 = masked: the branch's features are multiplied by it. */
  readonly seen: Readonly<Record<Sense, tf.Tensor2D | null>>;
}

export interface TeacherOutput extends Answers {
  /** [N, 512] fused features before ReLU: what feature and relational terms compare with. */
  readonly fused: tf.Tensor2D;
  /** [N, h, w, 64] the last visual and thermal convolution, null without that sense; attention looks at them. */
  readonly visualMaps: tf.Tensor4D | null;
  readonly thermalMaps: tf.Tensor4D | null;
}

/** Parameters of a teacher with these senses. */
export function teacherParameters(
  senses: readonly Sense[],
  labels: number,
  heads: readonly Head[],
  bands: number,
): ParameterSpec[] {
  const [first, second] = STUDENT_CHANNELS;
  const branches: Record<Sense, ParameterSpec[]> = {
    visual: [
      ...convParameters('visual/conv1', 3, first),
      ...convParameters('visual/conv2', first, second),
      ...poolParameters('visual/pool', second),
      ...denseParameters('visual/features', second, BRANCH_WIDTH.visual!),
    ],
    thermal: [
      ...convParameters('thermal/conv1', THERMAL_FRAMES, first),
      ...convParameters('thermal/conv2', first, second),
      ...poolParameters('thermal/pool', second),
      ...denseParameters('thermal/features', second, BRANCH_WIDTH.thermal!),
    ],
    spectral: [
      ...denseParameters('spectral/hidden', 2 * bands, SPECTRAL_HIDDEN),
      ...denseParameters('spectral/features', SPECTRAL_HIDDEN, BRANCH_WIDTH.spectral!),
    ],
  };
  const width = senses.reduce((sum, sense) => sum + BRANCH_WIDTH[sense]!, 0);
  return [
    ...senses.flatMap((sense) => branches[sense]!),
    ...denseParameters('fusion', width, FUSION_WIDTH),
    ...headParameters(heads, FUSION_WIDTH, labels),
  ];
}

/** Runs the teacher; `dropout` [N, 512] (0 or 1 / keep) is given in training only. */
export function teacherForward(
  p: Variables,
  input: TeacherInput,
  pass: Pass,
  dropout: tf.Tensor2D | null = null,
): TeacherOutput {
  const visual = input.images && convBranch(p, 'visual', input.images, pass);
  const thermal = input.thermal && convBranch(p, 'thermal', input.thermal, pass);
  const spectral = input.spectra && spectralBranch(p, input.spectra);
  const parts: tf.Tensor2D[] = [];
  const add = (sense: Sense, features: tf.Tensor2D | null) => {
    if (!features) return;
    const seen = input.seen[sense];
    parts.push(seen ? (tf.mul(features, seen) as tf.Tensor2D) : features);
  };
  add('visual', visual?.features ?? null);
  add('thermal', thermal?.features ?? null);
  add('spectral', spectral);
  const fused = denseLayer(p, 'fusion', parts.length === 1 ? parts[0]! : tf.concat(parts, 1));
  const active = tf.relu(fused) as tf.Tensor2D;
  return {
    fused,
    visualMaps: visual?.maps ?? null,
    thermalMaps: thermal?.maps ?? null,
    ...answers(p, dropout ? (tf.mul(active, dropout) as tf.Tensor2D) : active),
  };
}

/** Two convolutions (stride 2, then 1), global average pool, dense with ReLU. */
function convBranch(p: Variables, sense: 'visual' | 'thermal', x: tf.Tensor4D, pass: Pass) {
  const maps = convLayer(p, `${sense}/conv2`, convLayer(p, `${sense}/conv1`, x, 2, pass), 1, pass);
  const features = tf.relu(
    denseLayer(p, `${sense}/features`, poolLayer(p, `${sense}/pool`, maps, pass)),
  ) as tf.Tensor2D;
  return { maps, features };
}

function spectralBranch(p: Variables, spectra: tf.Tensor2D): tf.Tensor2D {
  const hidden = tf.relu(denseLayer(p, 'spectral/hidden', spectra)) as tf.Tensor2D;
  return tf.relu(denseLayer(p, 'spectral/features', hidden)) as tf.Tensor2D;
}
