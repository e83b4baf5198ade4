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
import { DEEP_CHANNELS as CHANNELS } from './widths.ts';

/**
 * A network that names pictures and sees shape: four convolutions of stride 2, so that the last of them looks at half of a picture of
 * 64 px, where a student's two look at a few pixels. It is a yardstick for pictures, carried by no robot.
 */

export function pictureParameters(classes: number): ParameterSpec[] {
  const inputs = [3, ...CHANNELS];
  const [last = 0] = CHANNELS.slice(-1);
  return [
    ...CHANNELS.flatMap((channels, i) => convParameters(`conv${i + 1}`, inputs[i]!, channels)),
    ...poolParameters('pool', last),
    ...denseParameters('class', last, classes),
  ];
}

/** Pictures [N, H, W, 3], 0..1 -> logits [N, classes]. */
export function pictureForward(p: Variables, pictures: tf.Tensor4D, pass: Pass): tf.Tensor2D {
  let maps = tf.sub(tf.mul(pictures, 2), 1) as tf.Tensor4D;
  for (const i of CHANNELS.keys()) maps = convLayer(p, `conv${i + 1}`, maps, 2, pass);
  return denseLayer(p, 'class', poolLayer(p, 'pool', maps, pass));
}
