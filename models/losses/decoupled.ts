import { tf } from '../engine/backend.ts';
import { bestClass } from './hardPseudoLabels.ts';
import { mean, onLogits, type Term } from './term.ts';

/** Weight of the non-target part; 8 in the paper's CIFAR settings, which set it per pair of networks. */
const NON_TARGET_WEIGHT = 8;
/** Taken off the target's logit so that it drops out of the second softmax (the paper's code). */
const MASK = 1000;

/**
 * Decoupled distillation, DKD (Zhao 2022, arXiv 2203.08679): T^2 [target-class KL + 8 non-target-class KL].
 * `target` [B, K] one-hot over the class that counts as target: the label, or the teacher's best class where
 * there is no label. Undefined for fewer than 3 classes. Returns [B].
 */
export function decoupled(
  student: tf.Tensor2D,
  teacher: tf.Tensor2D,
  target: tf.Tensor2D,
  temperature: number,
): tf.Tensor1D {
  if (student.shape[1] < 3) {
    throw new Error(`decoupled: the non-target part needs at least 3 classes, got ${student.shape[1]}`);
  }
  return tf.tidy(() => {
    const ours = tf.div(student, temperature) as tf.Tensor2D;
    const theirs = tf.div(teacher, temperature) as tf.Tensor2D;
    const targetPart = binaryDivergence(targetShare(theirs, target), targetShare(ours, target));
    const mask = tf.mul(target, MASK);
    const logTheirs = tf.logSoftmax(tf.sub(theirs, mask));
    const logOurs = tf.logSoftmax(tf.sub(ours, mask));
    const nonTargetPart = tf.sum(tf.mul(tf.exp(logTheirs), tf.sub(logTheirs, logOurs)), 1);
    const total = tf.add(targetPart, tf.mul(nonTargetPart, NON_TARGET_WEIGHT));
    return tf.mul(total, temperature * temperature) as tf.Tensor1D;
  });
}

/** Probability of the target class, kept off 0 and 1 so that its logarithm is finite. */
function targetShare(logits: tf.Tensor2D, target: tf.Tensor2D): tf.Tensor1D {
  return tf.clipByValue(tf.sum(tf.mul(tf.softmax(logits), target), 1), 1e-7, 1 - 1e-7) as tf.Tensor1D;
}

/** KL between two coins, p from the teacher and q from the student. */
function binaryDivergence(p: tf.Tensor1D, q: tf.Tensor1D): tf.Tensor1D {
  const notP = tf.sub(1, p);
  const heads = tf.mul(p, tf.sub(tf.log(p), tf.log(q)));
  return tf.add(heads, tf.mul(notP, tf.sub(tf.log(notP), tf.log(tf.sub(1, q))))) as tf.Tensor1D;
}

export const decoupledTerm: Term = {
  value: onLogits((s, t, x) => mean(decoupled(s, t, bestClass(t), x.temperature))),
};
