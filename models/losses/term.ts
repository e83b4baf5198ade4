import type { Sense } from '../../sim/record/frames.ts';
import { tf } from '../engine/backend.ts';
import type { StudentOutput } from '../nets/student.ts';
import type { ParameterSpec, Variables } from '../nets/weights.ts';
import { huber } from './huber.ts';
import { softTargets } from './softTargets.ts';

/** A term of the loss: a scalar from one step, and the parameters it brings along (dropped at export). */
export interface Term {
  readonly value: (x: TermInputs) => tf.Scalar;
  readonly parameters?: readonly ParameterSpec[];
}

/** Everything a term may look at in one step. */
export interface TermInputs {
  readonly student: StudentOutput;
  readonly variables: Variables;
  readonly labels: LabelBatch;
  /** Null in a training without teacher. */
  readonly teacher: TeacherBatch | null;
  /** [B] the teacher's quality, standardised as the student's head is. */
  readonly teacherQuality: tf.Tensor1D | null;
  readonly hint: { readonly target: tf.Tensor3D; readonly mask: tf.Tensor3D } | null;
  readonly temperature: number;
}

/** Labels of one batch; rows without label are zero and do not count. */
export interface LabelBatch {
  /** [B, K] and [B, 10] target distributions. */
  readonly material: tf.Tensor2D;
  readonly state: tf.Tensor2D;
  /** [B] standardised. */
  readonly quality: tf.Tensor1D;
  /** [B] 1 where there is a label. */
  readonly labelled: tf.Tensor1D;
  readonly labelledCount: number;
}

/** What a teacher says of one batch, on the backend. */
export interface TeacherBatch {
  readonly material: tf.Tensor2D;
  readonly state: tf.Tensor2D;
  /** [B] in the data set's own unit 0..1. */
  readonly quality: tf.Tensor1D;
  readonly fused: tf.Tensor2D;
  readonly maps: Readonly<Record<Sense, tf.Tensor3D>>;
}

/** What degradation and quality weigh against material. */
const SIDE_HEAD_WEIGHT = 0.5;

/** A method on material logits; degradation and quality are always taught by soft targets at T = 1 and Huber. */
export function onLogits(
  material: (student: tf.Tensor2D, teacher: tf.Tensor2D, x: TermInputs) => tf.Scalar,
): Term['value'] {
  return (x) => {
    const { student } = x;
    const teacher = taught(x);
    return headSum(
      student.material && material(student.material, teacher.material, x),
      student.state && mean(softTargets(student.state, teacher.state, 1)),
      student.quality && mean(huber(student.quality, x.teacherQuality!)),
    );
  };
}

/** One scalar of what the heads cost, each null where the network has no such head. */
export function headSum(
  material: tf.Scalar | null,
  state: tf.Scalar | null,
  quality: tf.Scalar | null,
): tf.Scalar {
  const terms: tf.Scalar[] = [];
  if (material) terms.push(material);
  if (state) terms.push(tf.mul(state, SIDE_HEAD_WEIGHT));
  if (quality) terms.push(tf.mul(quality, SIDE_HEAD_WEIGHT));
  return tf.addN(terms) as tf.Scalar;
}

/** The teacher's batch; throws in a training without teacher. */
export function taught(x: TermInputs): TeacherBatch {
  if (x.teacher) return x.teacher;
  throw new Error('loss: this term needs a teacher. Cure: a lesson, or another term.');
}

/** Mean over the items of a batch. */
export function mean(perItem: tf.Tensor1D): tf.Scalar {
  return tf.div(tf.sum(perItem), perItem.shape[0]) as tf.Scalar;
}
