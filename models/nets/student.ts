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
import { STUDENT_CHANNELS, STUDENT_FEATURES } from './widths.ts';

export interface StudentOutput extends Answers {
  /** [N, H/2, W/2, 64] after the second ReLU6: what attention and hints look at. */
  readonly maps: tf.Tensor4D;
  /** [N, 256] before ReLU: behind it no cosine would be negative, and the relational term could tell little apart. */
  readonly features: tf.Tensor2D;
}

/** Parameters of the visual-only student: any image size, `labels` materials. */
export function studentParameters(labels: number, heads: readonly Head[]): ParameterSpec[] {
  const [first, second] = STUDENT_CHANNELS;
  return [
    ...convParameters('visual/conv1', 3, first),
    ...convParameters('visual/conv2', first, second),
    ...poolParameters('visual/pool', second),
    ...denseParameters('features', second, STUDENT_FEATURES),
    ...headParameters(heads, STUDENT_FEATURES, labels),
  ];
}

/** Images [N, H, W, 3], normalised by `imageTensor`, -> maps, features, answers. */
export function studentForward(p: Variables, images: tf.Tensor4D, pass: Pass): StudentOutput {
  return studentHead(p, studentMaps(p, images, pass), pass);
}

/** The convolutions alone. */
export function studentMaps(p: Variables, images: tf.Tensor4D, pass: Pass): tf.Tensor4D {
  return convLayer(p, 'visual/conv2', convLayer(p, 'visual/conv1', images, 2, pass), 1, pass);
}

/** From maps to answers; apart from the convolutions so that a term's gradient on the maps can be measured. */
export function studentHead(p: Variables, maps: tf.Tensor4D, pass: Pass): StudentOutput {
  const features = denseLayer(p, 'features', poolLayer(p, 'visual/pool', maps, pass));
  return { maps, features, ...answers(p, tf.relu(features) as tf.Tensor2D) };
}
