import { tf } from '../engine/backend.ts';
import type { StudentOutput } from '../nets/student.ts';
import { crossEntropy } from './crossEntropy.ts';
import { huber } from './huber.ts';
import { headSum, type LabelBatch, type Term } from './term.ts';

/** Cross-entropy on material and state and Huber on quality, over the labelled items of the batch. */
export function hardTerm({
  student,
  labels,
}: {
  readonly student: Pick<StudentOutput, 'material' | 'state' | 'quality'>;
  readonly labels: LabelBatch;
}): tf.Scalar {
  const overLabelled = (perItem: tf.Tensor1D) =>
    tf.div(tf.sum(tf.mul(perItem, labels.labelled)), Math.max(1, labels.labelledCount)) as tf.Scalar;
  return headSum(
    student.material && overLabelled(crossEntropy(student.material, labels.material)),
    student.state && overLabelled(crossEntropy(student.state, labels.state)),
    student.quality && overLabelled(huber(student.quality, labels.quality)),
  );
}

export const hard: Term = { value: hardTerm };
