import type { Sense } from '../../sim/record/frames.ts';
import { tf } from '../engine/backend.ts';
import { attentionTransfer } from '../losses/attention.ts';
import { crossEntropy } from '../losses/crossEntropy.ts';
import { decoupled } from '../losses/decoupled.ts';
import { dist } from '../losses/dist.ts';
import { featureDistance } from '../losses/feature.ts';
import { bestClass, hardPseudoLabels } from '../losses/hardPseudoLabels.ts';
import { huber } from '../losses/huber.ts';
import { logitStandardisation } from '../losses/logitStandardisation.ts';
import { relational } from '../losses/relational.ts';
import { softTargets } from '../losses/softTargets.ts';
import { thermalHint } from '../losses/thermalHint.ts';
import { denseLayer, denseParameters } from '../nets/layers.ts';
import type { StudentOutput } from '../nets/student.ts';
import type { ParameterSpec, Variables } from '../nets/weights.ts';
import { FUSION_WIDTH, STUDENT_CHANNELS, STUDENT_FEATURES } from '../nets/widths.ts';
import type { TeacherBatch } from './targets.ts';

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

/** A term of the loss: a scalar from one step, and the parameters it brings along (dropped at export). */
export interface Term {
  readonly value: (x: TermInputs) => tf.Scalar;
  readonly parameters?: readonly ParameterSpec[];
}

/** What degradation and quality weigh against material. */
export const SIDE_HEAD_WEIGHT = 0.5;

const HINT = 'auxiliary/hint';
const PROJECTOR = 'auxiliary/projector';

/** The registry: one line a method. */
export const TERMS = {
  hard: { value: hardTerm },
  soft: { value: onLogits((s, t, x) => mean(softTargets(s, t, x.temperature))) },
  pseudo: { value: onLogits((s, t) => mean(hardPseudoLabels(s, t))) },
  standardised: { value: onLogits((s, t, x) => mean(logitStandardisation(s, t, x.temperature))) },
  dist: { value: onLogits((s, t, x) => dist(s, t, x.temperature)) },
  decoupled: { value: onLogits((s, t, x) => mean(decoupled(s, t, bestClass(t), x.temperature))) },
  feature: { value: featureTerm, parameters: projectorParameters() },
  relational: { value: (x: TermInputs) => relational(x.student.features, taught(x).fused) },
  attention: { value: (x: TermInputs) => mapTerm(x, 'thermal') },
  visualAttention: { value: (x: TermInputs) => mapTerm(x, 'visual') },
  hint: { value: hintTerm, parameters: denseParameters(HINT, STUDENT_CHANNELS[1], 1) },
} as const satisfies Record<string, Term>;

export type TermName = keyof typeof TERMS;

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

/** A method on material logits; degradation and quality are always taught by soft targets at T = 1 and Huber. */
function onLogits(
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

function headSum(material: tf.Scalar | null, state: tf.Scalar | null, quality: tf.Scalar | null): tf.Scalar {
  const terms: tf.Scalar[] = [];
  if (material) terms.push(material);
  if (state) terms.push(tf.mul(state, SIDE_HEAD_WEIGHT));
  if (quality) terms.push(tf.mul(quality, SIDE_HEAD_WEIGHT));
  return tf.addN(terms) as tf.Scalar;
}

function featureTerm(x: TermInputs): tf.Scalar {
  const projector = x.variables[`${PROJECTOR}/weights`] as tf.Tensor2D;
  const projected = tf.matMul(x.student.features, projector) as tf.Tensor2D;
  return mean(featureDistance(projected, taught(x).fused));
}

/** A linear map without bias, 256 -> 512 (a learnt projector helps even at equal widths: arXiv 2310.17183 and 2303.11098). */
function projectorParameters(): ParameterSpec[] {
  return denseParameters(PROJECTOR, STUDENT_FEATURES, FUSION_WIDTH).filter(({ name }) =>
    name.endsWith('weights'),
  );
}

function mapTerm(x: TermInputs, sense: Sense): tf.Scalar {
  const map = taught(x).maps[sense];
  if (!map)
    throw new Error(
      `attention: the teacher has no ${sense} branch. Cure: a teacher with it, or another term.`,
    );
  return mean(attentionTransfer(x.student.maps, map));
}

function hintTerm(x: TermInputs): tf.Scalar {
  if (!x.hint) throw new Error('hint: no thermal target was prepared for this training.');
  return mean(thermalHint(predictedHint(x.variables, x.student.maps), x.hint.target, x.hint.mask));
}

/** The student's guess of the thermal map: a 1x1 convolution over its maps [B, h, w, 64] -> [B, h, w]. */
export function predictedHint(variables: Variables, maps: tf.Tensor4D): tf.Tensor3D {
  const [batch, height, width, channels] = maps.shape;
  const pixels = tf.reshape(maps, [batch * height * width, channels]) as tf.Tensor2D;
  return tf.reshape(denseLayer(variables, HINT, pixels), [batch, height, width]) as tf.Tensor3D;
}

function taught(x: TermInputs): TeacherBatch {
  if (!x.teacher)
    throw new Error('loss: this term needs a teacher. Cure: distilStudent with a trained teacher.');
  return x.teacher;
}

function mean(perItem: tf.Tensor1D): tf.Scalar {
  return tf.div(tf.sum(perItem), perItem.shape[0]) as tf.Scalar;
}
