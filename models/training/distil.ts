import type { Sense } from '../../sim/record/frames.ts';
import type { Dataset } from '../data/dataset.ts';
import { measureNormaliser } from '../data/normaliser.ts';
import { type Engine, tf } from '../engine/backend.ts';
import { breathe, type Hooks } from '../engine/hooks.ts';
import { imageTensor, shownOf, studentOutput } from '../evaluation/infer.ts';
import { CAMERA } from '../nets/inputs.ts';
import type { Pass } from '../nets/layers.ts';
import {
  furtherSenses,
  type StudentOutput,
  studentHead,
  studentMaps,
  studentParameters,
} from '../nets/student.ts';
import { initialWeights, mount, type ParameterSpec, unmount, type Variables } from '../nets/weights.ts';
import { type Batch, batchSource, labelBatch } from './batches.ts';
import type { Terms } from './fit.ts';
import { type HintTargets, hintBatch } from './hint.ts';
import { type TeacherTargets, targetBatch } from './targets.ts';
import { TERMS, type Term, type TermInputs, type TermName } from './terms.ts';
import { type Fit, type StudentTraining, type Trained, trained } from './train.ts';

/**
 * Weight of a term: a number, or the share of the hard term's gradient (on the student's maps, first batch) that it
 * shall start with. Published weights cannot be taken over: each paper averages its term in its own way, so that RepDistiller's
 * script uses 0.8 for CRD and 3000 for similarity preserving.
 */
export type TermWeight = number | { readonly share: number };

export interface Distillation extends StudentTraining {
  readonly terms: Readonly<Partial<Record<TermName, TermWeight>>>;
  /**
   * Softens teacher and student logits; 1 for unlabelled items: only there is a calibrated teacher's mean answer to a picture
   * the probability of each label given that picture, which is what labels would teach.
   */
  readonly temperature: number;
}

/** What a student is taught by besides labels; either may be absent when no term needs it. */
export interface Lessons {
  readonly teacher?: TeacherTargets;
  readonly hint?: HintTargets;
}

/**
 * Weight of what a teacher says, beside 1 for labels. The hard term is a mean over the few labelled items and the soft one
 * over all; at 1 a labelled item, seen dozens of times, would pull three times as hard as one seen twice. Measured on a data
 * seed that no result comes from, 1, 3 and 10 differ by less than a point (test/models/results/teacher-weight.json).
 */
const TEACHER_WEIGHT = 3;

/** Methods by name: which terms, at which weights. `hybrid` is all that the source text names. */
export const METHODS = {
  soft: { hard: 1, soft: TEACHER_WEIGHT },
  feature: { hard: 1, feature: { share: 0.2 } },
  relational: { hard: 1, relational: { share: 0.2 } },
  attention: { hard: 1, attention: { share: 0.2 } },
  'visual-attention': { hard: 1, visualAttention: { share: 0.2 } },
  hybrid: {
    hard: 1,
    soft: TEACHER_WEIGHT,
    feature: { share: 0.2 },
    relational: { share: 0.1 },
    attention: { share: 0.1 },
  },
  hint: { hard: 1, hint: { share: 0.2 } },
  standardised: { hard: 1, standardised: TEACHER_WEIGHT },
  dist: { hard: 1, dist: TEACHER_WEIGHT },
  decoupled: { hard: 1, decoupled: 0.2 * TEACHER_WEIGHT },
  pseudo: { hard: 1, pseudo: TEACHER_WEIGHT },
} as const satisfies Record<string, Distillation['terms']>;

export type MethodName = keyof typeof METHODS;

/** Trains a student on labels and lessons. The teacher's weights are not touched: it spoke beforehand. */
export async function distilStudent(
  engine: Engine,
  data: Dataset,
  lessons: Lessons,
  spec: Distillation,
  hooks: Hooks = {},
): Promise<Trained> {
  const step = new DistillationStep(data, lessons, spec);
  const start = initialWeights(step.parameters, spec.seed);
  await breathe(hooks);
  const weights = step.calibrate(start);
  const { parameters, normaliser, senses } = step;
  const fit: Fit = {
    parameters,
    start,
    loss: (variables, pass, index) => step.terms(variables, pass, step.next(index), weights),
  };
  const recipe = { ...spec, weights };
  return trained(engine, data, recipe, { kind: 'student', senses, normaliser }, fit, hooks);
}

/** The loss of one step, as a function of batch and weights of terms. */
class DistillationStep {
  readonly parameters: readonly ParameterSpec[];
  readonly senses: readonly Sense[];
  readonly normaliser;
  readonly next: (step: number) => Batch;
  private readonly data: Dataset;
  private readonly lessons: Lessons;
  private readonly spec: Distillation;
  private readonly names: readonly TermName[];

  constructor(data: Dataset, lessons: Lessons, spec: Distillation) {
    this.data = data;
    this.lessons = lessons;
    this.spec = spec;
    this.names = Object.keys(spec.terms) as TermName[];
    const auxiliary = this.names.flatMap(
      (name): readonly ParameterSpec[] => (TERMS[name] as Term).parameters ?? [],
    );
    this.senses = spec.senses ?? [CAMERA];
    this.parameters = [
      ...studentParameters(this.senses, data.streams, data.labels.length, spec.heads),
      ...auxiliary,
    ];
    this.normaliser = measureNormaliser(data, this.senses);
    this.next = batchSource(data, spec.seed, spec.batch);
  }

  /** Weighted terms of one batch. */
  terms(variables: Variables, pass: Pass, batch: Batch, weights: Readonly<Record<string, number>>): Terms {
    const student = studentOutput(variables, this, this.data, batch.rows, pass, batch.views);
    const inputs = this.inputs(variables, student, batch);
    const weighted = this.names.map((name) => [name, tf.mul(TERMS[name].value(inputs), weights[name]!)]);
    return Object.fromEntries(weighted) as Terms;
  }

  /** Turns shares into weights, from the gradients of the first batch at the start weights. */
  calibrate(start: ReturnType<typeof initialWeights>): Record<string, number> {
    const { terms } = this.spec;
    const weights: Record<string, number> = {};
    const open = this.names.filter((name) => typeof terms[name] === 'object');
    for (const name of this.names) if (!open.includes(name)) weights[name] = terms[name] as number;
    if (open.length === 0) return weights;
    const variables = mount(start);
    // A source of its own, so that training still begins with the first batch.
    const batch = batchSource(this.data, this.spec.seed, this.spec.batch)(0);
    const hard = this.gradientNorm(variables, batch, 'hard');
    for (const name of open) {
      const { share } = terms[name] as { share: number };
      const own = this.gradientNorm(variables, batch, name);
      weights[name] = own > 0 ? (share * hard) / own : 0;
    }
    unmount(variables);
    return weights;
  }

  /** Length of a term's gradient on the student's maps. */
  private gradientNorm(variables: Variables, batch: Batch, name: TermName): number {
    return tf.tidy(() => {
      const pass: Pass = { training: true, moments: {} };
      const { data, normaliser, senses } = this;
      const maps = studentMaps(variables, imageTensor(data, batch.rows, batch.views), pass);
      const further = shownOf(data, normaliser, furtherSenses(senses), batch.rows, batch.views);
      const ofMaps = (m: tf.Tensor) => {
        const student = studentHead(variables, m as tf.Tensor4D, pass, further);
        return TERMS[name].value(this.inputs(variables, student, batch));
      };
      const norm = Math.sqrt(tf.sum(tf.square(tf.grad(ofMaps)(maps))).dataSync()[0]!);
      tf.dispose(pass.moments);
      return norm;
    });
  }

  private inputs(variables: Variables, student: StudentOutput, { rows, views }: Batch): TermInputs {
    const { data, lessons, spec, normaliser } = this;
    const teacher = lessons.teacher ? targetBatch(lessons.teacher, rows, views, data.labels.length) : null;
    return {
      student,
      variables,
      labels: labelBatch(data, rows, normaliser, { smoothing: spec.smoothing, all: spec.labels === 'all' }),
      teacher,
      teacherQuality:
        teacher &&
        (tf.div(tf.sub(teacher.quality, normaliser.qualityMean), normaliser.qualitySd) as tf.Tensor1D),
      hint: lessons.hint ? hintBatch(lessons.hint, rows, views) : null,
      temperature: spec.temperature,
    };
  }
}
