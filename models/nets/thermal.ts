import { tf } from '../engine/backend.ts';
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

/**
 * A network for the thermal picture alone: the student's two convolutions, two more that let each place look at 23 of 32 pixels, and
 * what the picture is as a whole, added everywhere. It is a yardstick for what a camera can say of heat, carried by no robot.
 */

/** Width of what is known of the whole picture (choice). */
const WHOLE = 64;

export function thermalParameters(): ParameterSpec[] {
  const [first, second] = STUDENT_CHANNELS;
  return [
    ...convParameters('visual/conv1', 3, first),
    ...convParameters('visual/conv2', first, second),
    ...convParameters('place/conv1', second, second),
    ...convParameters('place/conv2', second, second),
    ...poolParameters('whole/pool', second),
    ...denseParameters('whole/hidden', second, WHOLE),
    ...denseParameters('whole/rise', WHOLE, 1),
    ...denseParameters('place/rise', second, 1),
  ];
}

/** Images [N, H, W, 3], normalised -> rise above the belt over its scale, [N, H/2, W/2]. */
export function thermalForward(p: Variables, images: tf.Tensor4D, pass: Pass): tf.Tensor3D {
  const near = convLayer(p, 'visual/conv2', convLayer(p, 'visual/conv1', images, 2, pass), 1, pass);
  const maps = convLayer(p, 'place/conv2', convLayer(p, 'place/conv1', near, 1, pass), 1, pass);
  const [items, height, width, channels] = maps.shape;
  const places = tf.reshape(maps, [items * height * width, channels]) as tf.Tensor2D;
  const here = tf.reshape(denseLayer(p, 'place/rise', places), [items, height, width]);
  const hidden = tf.relu(
    denseLayer(p, 'whole/hidden', poolLayer(p, 'whole/pool', maps, pass)),
  ) as tf.Tensor2D;
  const all = tf.reshape(denseLayer(p, 'whole/rise', hidden), [items, 1, 1]);
  return tf.add(here, all) as tf.Tensor3D;
}
