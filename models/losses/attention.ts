import type { Sense } from '../../sim/record/frames.ts';
import { tf } from '../engine/backend.ts';
import { mean, type Term, taught } from './term.ts';

/**
 * Attention transfer (Zagoruyko 2017): squared distance of unit-length attention maps, summed over the map, halved,
 * so that it lies in 0..1 (its own scale is set by the calibration of terms, not by the paper's weight of 1000).
 * `student` maps [B, H, W, C]; `teacher` [B, h, w] already reduced by `attentionMap`, h <= H a divisor; returns [B].
 */
export function attentionTransfer(student: tf.Tensor4D, teacher: tf.Tensor3D): tf.Tensor1D {
  return tf.tidy(() => {
    const [, height, width] = teacher.shape;
    const ours = unitMap(pooledTo(attentionMap(student), height, width));
    const theirs = unitMap(teacher);
    return tf.mul(tf.sum(tf.square(tf.sub(ours, theirs)), 1), 0.5) as tf.Tensor1D;
  });
}

/** Mean over channels of the squared activations: [B, H, W, C] -> [B, H, W]. Channel order does not matter. */
export function attentionMap(maps: tf.Tensor4D): tf.Tensor3D {
  return tf.tidy(() => tf.div(tf.sum(tf.square(maps), 3), maps.shape[3]) as tf.Tensor3D);
}

/** Average-pools maps [B, H, W] to [B, height, width]. */
function pooledTo(map: tf.Tensor3D, height: number, width: number): tf.Tensor3D {
  const [batch, fullHeight, fullWidth] = map.shape;
  if (fullHeight === height && fullWidth === width) return map;
  if (fullHeight % height !== 0 || fullWidth % width !== 0) {
    throw new Error(`attention: a ${fullHeight}x${fullWidth} map cannot be pooled to ${height}x${width}`);
  }
  const stepRows = fullHeight / height;
  const stepColumns = fullWidth / width;
  const blocks = tf.reshape(map, [batch, height, stepRows, width, stepColumns]);
  return tf.div(tf.sum(blocks, [2, 4]), stepRows * stepColumns) as tf.Tensor3D;
}

/** Maps [B, h, w] as unit vectors [B, h*w]; a blank map stays zero. */
function unitMap(map: tf.Tensor3D): tf.Tensor2D {
  const [batch, height, width] = map.shape;
  const flat = tf.reshape(map, [batch, height * width]);
  return tf.mul(flat, tf.rsqrt(tf.add(tf.sum(tf.square(flat), 1, true), 1e-12))) as tf.Tensor2D;
}

/** Attention transfer from the map of one of the teacher's senses; throws where the teacher lacks it. */
function mapTerm(sense: Sense): Term {
  return {
    value: (x) => {
      const map = taught(x).maps[sense];
      if (map) return mean(attentionTransfer(x.student.maps, map));
      throw new Error(
        `attention: the teacher has no ${sense} branch. Cure: a teacher with it, or another term.`,
      );
    },
  };
}

export const attention = mapTerm('thermal');
export const visualAttention = mapTerm('visual');
