import type { NetworkInput } from '../../sim/senses/interface/sense.ts';
import { tf } from '../engine/backend.ts';

/**
 * Plain statistics of a picture or film beside what a network's convolutions make of it: level, spread and tails of each channel in
 * the frame and in its middle, and how rough it is at three lags. They are what condition shows in (yellowing, soil, wet patches,
 * scuffs), and some tens of labels are enough to read them, while filters must first be learned from thousands.
 */

/** Distances between the pixels of which steps are taken; `statisticsOf` counts what comes of them. */
const LAGS = [1, 2, 4] as const;
/** Added before a logarithm or a root is taken. */
const LEAST = 1e-3;

/** Frames [N, H, W, C] -> [N, statisticsOf(C)]; no parameter is in it. */
export function inputStatistics(x: tf.Tensor4D, kind: NetworkInput['kind']): tf.Tensor2D {
  return tf.tidy(() => {
    const channels = kind === 'picture' ? opponent(x) : x;
    const light = tf.mean(x, 3, true) as tf.Tensor4D;
    return tf.concat([...levels(channels), ...levels(middleOf(channels)), ...texture(middleOf(light))], 1);
  }) as tf.Tensor2D;
}

/** The middle half of frames, each way. */
function middleOf(x: tf.Tensor4D): tf.Tensor4D {
  const [, height, width] = x.shape;
  const [y, left] = [Math.floor(height / 4), Math.floor(width / 4)];
  return tf.slice(x, [0, y, left, 0], [-1, height - 2 * y, width - 2 * left, -1]) as tf.Tensor4D;
}

/** Lightness, red against green, yellow against blue. */
function opponent(rgb: tf.Tensor4D): tf.Tensor4D {
  const [r, g, b] = tf.split(rgb, 3, 3) as [tf.Tensor, tf.Tensor, tf.Tensor];
  const yellow = tf.mul(tf.add(r, g), 0.5);
  return tf.concat([tf.mean(rgb, 3, true), tf.sub(r, g), tf.sub(yellow, b)], 3) as tf.Tensor4D;
}

/** Mean, spread and both tails of each channel, [N, C] each; a tail is what lies beyond one spread. */
function levels(x: tf.Tensor4D): tf.Tensor2D[] {
  const mean = tf.mean(x, [1, 2], true);
  const off = tf.sub(x, mean);
  const spread = tf.sqrt(tf.add(tf.mean(tf.square(off), [1, 2], true), LEAST));
  const tails = [1, -1].map((side) => tf.mean(tf.relu(tf.sub(tf.mul(off, side), spread)), [1, 2]));
  return [tf.squeeze(mean, [1, 2]), tf.squeeze(spread, [1, 2]), ...tails] as tf.Tensor2D[];
}

/** Logarithm of the mean step along rows and columns at each lag, [N, 1] each. */
function texture(light: tf.Tensor4D): tf.Tensor2D[] {
  const [, height, width] = light.shape;
  return LAGS.flatMap((lag) => {
    const across = steps(light, [0, lag], height, width - lag);
    return [across, steps(light, [lag, 0], height - lag, width)];
  });
}

function steps(light: tf.Tensor4D, [dy, dx]: readonly [number, number], rows: number, columns: number) {
  const part = (y: number, x: number) => tf.slice(light, [0, y, x, 0], [-1, rows, columns, -1]);
  const mean = tf.mean(tf.abs(tf.sub(part(dy, dx), part(0, 0))), [1, 2]);
  return tf.log(tf.add(mean, LEAST)) as tf.Tensor2D;
}
