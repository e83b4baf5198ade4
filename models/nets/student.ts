import type { Sense } from '../../sim/record/frames.ts';
import { tf } from '../engine/backend.ts';
import { branchForward, branchParameters, type Shown } from './branch.ts';
import { type Answers, answers, headParameters } from './heads.ts';
import { CAMERA, inputOf, type SenseInput, type SenseInputs } from './inputs.ts';
import {
  convLayer,
  convParameters,
  denseLayer,
  denseParameters,
  type Pass,
  poolLayer,
  poolParameters,
} from './layers.ts';
import type { Head } from './model.ts';
import type { ParameterSpec, Variables } from './weights.ts';
import { STUDENT_CHANNELS, STUDENT_FEATURES } from './widths.ts';

export interface StudentOutput extends Answers {
  /** After the last ReLU6, [N, H/2, W/2, 64] of two convolutions: what attention and hints look at. */
  readonly maps: tf.Tensor4D;
  /** [N, 256] before ReLU: behind it no cosine would be negative, and the relational term could tell little apart. */
  readonly features: tf.Tensor2D;
}

/**
 * Parameters of a student of these senses: the camera, and vectors beside it whose features join the camera's pooled ones.
 * Throws without the camera and on a further picture or film, which a student has no room for.
 */
export function studentParameters(
  senses: readonly Sense[],
  inputs: SenseInputs,
  labels: number,
  heads: readonly Head[],
  channels: readonly number[] = STUDENT_CHANNELS,
): ParameterSpec[] {
  const second = channels.at(-1) ?? 0;
  const further = furtherSenses(senses).map((sense) => [sense, furtherInput(inputs, sense)] as const);
  const width = further.reduce<number>((sum, [, { input }]) => sum + input.features, second);
  return [
    ...channels.flatMap((outputs, i) => convParameters(`visual/conv${i + 1}`, channels[i - 1] ?? 3, outputs)),
    ...poolParameters('visual/pool', second),
    ...further.flatMap(([sense, input]) => branchParameters(sense, input)),
    ...denseParameters('features', width, STUDENT_FEATURES),
    ...headParameters(heads, STUDENT_FEATURES, labels),
  ];
}

/** What a student senses beside the camera, in order; throws when the camera is missing. */
export function furtherSenses(senses: readonly Sense[]): Sense[] {
  if (!senses.includes(CAMERA))
    throw new Error(
      `student: needs the camera, got the senses ${senses.join(', ') || 'none'}. Cure: add ${CAMERA}.`,
    );
  return senses.filter((sense) => sense !== CAMERA);
}

function furtherInput(inputs: SenseInputs, sense: Sense): SenseInput {
  const taken = inputOf(inputs, sense);
  if (taken.input.kind === 'vector') return taken;
  throw new Error(
    `student: takes vectors beside the camera, and ${sense} is a ${taken.input.kind}. Cure: leave it to a teacher.`,
  );
}

/** Images [N, H, W, 3], normalised by `imageTensor`, and what is shown beside them -> maps, features, answers. */
export function studentForward(
  p: Variables,
  images: tf.Tensor4D,
  pass: Pass,
  further: readonly Shown[] = [],
): StudentOutput {
  return studentHead(p, studentMaps(p, images, pass), pass, further);
}

/** The convolutions alone: two, of which the second keeps the size, or a deeper student's, which all halve it. */
export function studentMaps(p: Variables, images: tf.Tensor4D, pass: Pass): tf.Tensor4D {
  if (p['visual/conv3/filter']) {
    let maps = images;
    for (let i = 1; p[`visual/conv${i}/filter`]; i++) maps = convLayer(p, `visual/conv${i}`, maps, 2, pass);
    return maps;
  }
  return convLayer(p, 'visual/conv2', convLayer(p, 'visual/conv1', images, 2, pass), 1, pass);
}

/** From maps to answers; apart from the convolutions so that a term's gradient on the maps can be measured. */
export function studentHead(
  p: Variables,
  maps: tf.Tensor4D,
  pass: Pass,
  further: readonly Shown[] = [],
): StudentOutput {
  const pooled = poolLayer(p, 'visual/pool', maps, pass);
  const beside = further.map((one) => branchForward(p, one, pass).features);
  const joined = beside.length === 0 ? pooled : tf.concat([pooled, ...beside], 1);
  const features = denseLayer(p, 'features', joined);
  return { maps, features, ...answers(p, tf.relu(features) as tf.Tensor2D) };
}
