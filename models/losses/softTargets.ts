import { tf } from '../engine/backend.ts';

/**
 * Soft targets (Hinton 2015, arXiv 1503.02531): T^2 KL(teacher || student) per item, summed over classes.
 * Logits [B, K]; returns [B] in nats. dL/dz_s = T (p_s^T - p_t^T); zero iff the logits differ by a constant only.
 */
export function softTargets(student: tf.Tensor2D, teacher: tf.Tensor2D, temperature: number): tf.Tensor1D {
  return tf.tidy(() => {
    const logTeacher = tf.logSoftmax(tf.div(teacher, temperature));
    const logStudent = tf.logSoftmax(tf.div(student, temperature));
    const divergence = tf.sum(tf.mul(tf.exp(logTeacher), tf.sub(logTeacher, logStudent)), 1);
    return tf.mul(divergence, temperature * temperature) as tf.Tensor1D;
  });
}
