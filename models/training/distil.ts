import type { Sense } from '../../sim/record/frames.ts';
import type { Dataset } from '../data/dataset.ts';
import { measureNormaliser } from '../data/normaliser.ts';
import { type Engine, tf } from '../engine/backend.ts';
import { breathe, type Hooks } from '../engine/hooks.ts';
import { imageTensor, shownOf, studentOutput } from '../evaluation/infer.ts';
import { loadTerms, type TermName } from '../losses/all.ts';
import type { Term, TermInputs } from '../losses/term.ts';
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
import type { TermWeights } from './methods.ts';
import { type TeacherTargets, targetBatch } from './targets.ts';
import { type Fit, type StudentTraining, type Trained, trained } from './train.ts';

export interface Distillation extends StudentTraining {
  readonly terms: TermWeights;
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

/** Trains a student on labels and lessons. The teacher's weights are not touched: it spoke beforehand. */
export async function distilStudent(
  engine: Engine,
  data: Dataset,
  lessons: Lessons,
  spec: Distillation,
  hooks: Hooks = {},
): Promise<Trained> {
  const names = Object.keys(spec.terms) as TermName[];
  // `hard` also where it is no term itself: shares are measured against it.
  const losses = await loadTerms([...new Set<TermName>(['hard', ...names])]);
  const step = new DistillationStep(data, lessons, spec, losses);
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
  const { channels } = spec;
  const what = { kind: 'student', senses, normaliser, ...(channels && { channels }) } as const;
  return trained(engine, data, recipe, what, fit, hooks);
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

  constructor(
    data: Dataset,
    lessons: Lessons,
    spec: Distillation,
    private readonly losses: Readonly<Record<string, Term>>,
  ) {
    this.data = data;
    this.lessons = lessons;
    this.spec = spec;
    this.names = Object.keys(spec.terms) as TermName[];
    const auxiliary = this.names.flatMap((name): readonly ParameterSpec[] => losses[name]!.parameters ?? []);
    this.senses = spec.senses ?? [CAMERA];
    this.parameters = [
      ...studentParameters(this.senses, data.streams, data.labels.length, spec.heads, spec.channels),
      ...auxiliary,
    ];
    this.normaliser = measureNormaliser(data, this.senses);
    this.next = batchSource(data, spec.seed, spec.batch);
  }

  /** Weighted terms of one batch. */
  terms(variables: Variables, pass: Pass, batch: Batch, weights: Readonly<Record<string, number>>): Terms {
    const student = studentOutput(variables, this, this.data, batch.rows, pass, batch.views);
    const inputs = this.inputs(variables, student, batch);
    const weighted = this.names.map((name) => [
      name,
      tf.mul(this.losses[name]!.value(inputs), weights[name]!),
    ]);
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
        return this.losses[name]!.value(this.inputs(variables, student, batch));
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
