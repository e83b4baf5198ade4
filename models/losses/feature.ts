import { tf } from '../engine/backend.ts';
import { denseParameters } from '../nets/layers.ts';
import { FUSION_WIDTH, STUDENT_FEATURES } from '../nets/widths.ts';
import { mean, type Term, taught } from './term.ts';

/**
 * Feature term: mean squared distance of L2-normalised features, with the student's 256 mapped to the teacher's
 * 512 by a learnt linear projector (FitNets arXiv 1412.6550; projector studies 2310.17183, 2303.11098).
 * `projected` [B, D] = student features times projector, `teacher` [B, D]; returns [B] in 0..4.
 */
export function featureDistance(projected: tf.Tensor2D, teacher: tf.Tensor2D): tf.Tensor1D {
  return tf.tidy(() => {
    const difference = tf.sub(unitRows(projected), unitRows(teacher));
    return tf.sum(tf.square(difference), 1) as tf.Tensor1D;
  });
}

/** Rows [B, D] scaled to length one; a zero row stays zero. */
export function unitRows(rows: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(
    () => tf.mul(rows, tf.rsqrt(tf.add(tf.sum(tf.square(rows), 1, true), 1e-12))) as tf.Tensor2D,
  );
}

const PROJECTOR = 'auxiliary/projector';

/** The projector is a linear map without bias, 256 -> 512 (it helps even at equal widths: arXiv 2310.17183 and 2303.11098). */
export const feature: Term = {
  value: (x) => {
    const projector = x.variables[`${PROJECTOR}/weights`] as tf.Tensor2D;
    const projected = tf.matMul(x.student.features, projector) as tf.Tensor2D;
    return mean(featureDistance(projected, taught(x).fused));
  },
  parameters: denseParameters(PROJECTOR, STUDENT_FEATURES, FUSION_WIDTH).filter(({ name }) =>
    name.endsWith('weights'),
  ),
};
