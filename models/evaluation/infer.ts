import { type Sense, sizeOf } from '../../sim/record/frames.ts';
import type { Dataset } from '../data/dataset.ts';
import { inputRow } from '../data/input.ts';
import { tf } from '../engine/backend.ts';
import type { Shown } from '../nets/branch.ts';
import { CAMERA, inputOf, rowShape, rowSize, wordShape } from '../nets/inputs.ts';
import { INFERENCE, type Pass } from '../nets/layers.ts';
import type { Head, Model, Moments, Normaliser } from '../nets/model.ts';
import { furtherSenses, type StudentOutput, studentForward } from '../nets/student.ts';
import { type TeacherOutput, teacherForward } from '../nets/teacher.ts';
import { mount, unmount, type Variables } from '../nets/weights.ts';
import { STATES } from '../nets/widths.ts';

/** Rows of one inference batch. */
export const INFERENCE_BATCH = 32;

/** Answers of a model on rows of a data set, on the host. */
export interface Predictions {
  /** [n, K] probabilities. */
  readonly material: Float32Array;
  /** [n, 10] probabilities. */
  readonly state: Float32Array;
  /** [n] remaining value, in its own unit 0..1 (not clipped). */
  readonly quality: Float32Array;
}

/** Images of rows as a tensor [N, px, px, 3]. */
export function imageTensor(data: Dataset, rows: ArrayLike<number>, views?: Uint8Array): tf.Tensor4D {
  return senseTensor(data, CAMERA, undefined, rows, views) as tf.Tensor4D;
}

/** What one sense saw of rows as a tensor [N, ...row shape]; throws when the data set lacks it. */
function senseTensor(
  data: Dataset,
  sense: Sense,
  moments: Moments | undefined,
  rows: ArrayLike<number>,
  views?: Uint8Array,
): tf.Tensor {
  const taken = inputOf(data.streams, sense);
  const { values } = data.streams[sense]!;
  const size = sizeOf(taken.shape);
  const out = new Float32Array(rows.length * rowSize(taken));
  for (let i = 0; i < rows.length; i++) inputRow(taken, out, i, values, rows[i]! * size, moments, views?.[i]);
  return tf.tensor(out, [rows.length, ...rowShape(taken)]);
}

/** What a network is shown of rows. `rowOf` lets a sense come from another row (permutation controls). */
export function shownOf(
  data: Dataset,
  normaliser: Normaliser,
  senses: readonly Sense[],
  rows: ArrayLike<number>,
  views?: Uint8Array,
  rowOf: NonNullable<Viewing['rowOf']> = (row) => row,
): Shown[] {
  return senses.map((sense) => {
    const own = Int32Array.from(rows, (row) => rowOf(row, sense));
    const x = senseTensor(data, sense, normaliser.senses[sense], own, views);
    return { sense, kind: inputOf(data.streams, sense).input.kind, x, seen: null };
  });
}

/** The same with every sense hidden but those listed. */
export function allBut(shown: readonly Shown[], visible: readonly Sense[], count: number): Shown[] {
  return shown.map((one) =>
    visible.includes(one.sense) ? one : { ...one, seen: tf.zeros([count, 1]) as tf.Tensor2D },
  );
}

/** How a teacher is asked: which senses it may see, and whose sensors it is shown. */
export interface Viewing {
  /** Default: all senses that the model has. */
  readonly visible?: readonly Sense[];
  /** Row that a sense of each row comes from; default: its own. */
  readonly rowOf?: (row: number, sense: Sense) => number;
}

/** Runs a model over rows of a data set in batches; equal for any batch size. Throws on a data set of other labels. */
export function predict(model: Model, data: Dataset, rows: Int32Array, viewing: Viewing = {}): Predictions {
  checkFits(model, data);
  const variables = mount(model.weights);
  try {
    return predictWith(variables, model, data, rows, viewing);
  } finally {
    unmount(variables);
  }
}

/** As `predict`, with weights that are on the backend already. */
export function predictWith(
  variables: Variables,
  model: Pick<Model, 'kind' | 'senses' | 'normaliser' | 'labels'>,
  data: Dataset,
  rows: Int32Array,
  viewing: Viewing = {},
): Predictions {
  return predictInBatches(model, rows, (batch) =>
    model.kind === 'student'
      ? studentOutput(variables, model, data, batch)
      : teacherOutput(variables, model, data, batch, viewing),
  );
}

/** The student's full output on rows, inside a tidy; a pass of training takes the rows' views. */
export function studentOutput(
  variables: Variables,
  { senses, normaliser }: Pick<Model, 'senses' | 'normaliser'>,
  data: Dataset,
  rows: Int32Array,
  pass: Pass = INFERENCE,
  views?: Uint8Array,
): StudentOutput {
  const further = shownOf(data, normaliser, furtherSenses(senses), rows, views);
  return studentForward(variables, imageTensor(data, rows, views), pass, further);
}

/** Asks for the answers of each batch inside a tidy and brings them to the host as probabilities and qualities. */
export function predictInBatches(
  model: Pick<Model, 'labels'> & { readonly normaliser: Pick<Normaliser, 'qualityMean' | 'qualitySd'> },
  rows: Int32Array,
  answersOf: (batch: Int32Array) => Readonly<Record<Head, tf.Tensor | null>>,
): Predictions {
  const classes = model.labels.length;
  const result = {
    material: new Float32Array(rows.length * classes),
    state: new Float32Array(rows.length * STATES),
    quality: new Float32Array(rows.length),
  };
  for (let start = 0; start < rows.length; start += INFERENCE_BATCH) {
    const batch = rows.subarray(start, start + INFERENCE_BATCH);
    tf.tidy(() => {
      const output = answersOf(batch);
      if (output.material) result.material.set(tf.softmax(output.material).dataSync(), start * classes);
      if (output.state) result.state.set(tf.softmax(output.state).dataSync(), start * STATES);
      if (output.quality) {
        const { qualityMean, qualitySd } = model.normaliser;
        result.quality.set(
          output.quality.dataSync().map((z) => qualityMean + qualitySd * z),
          start,
        );
      }
    });
  }
  return result;
}

/** The teacher's full output on rows, inside a tidy. */
export function teacherOutput(
  variables: Variables,
  model: Pick<Model, 'senses' | 'normaliser'>,
  data: Dataset,
  rows: Int32Array,
  { visible, rowOf }: Viewing,
): TeacherOutput {
  const shown = shownOf(data, model.normaliser, model.senses, rows, undefined, rowOf);
  return teacherForward(variables, visible ? allBut(shown, visible, rows.length) : shown, INFERENCE);
}

/** Throws unless model and data set speak of the same materials, senses and shapes. */
export function checkFits(model: Model, data: Dataset): void {
  const missing = model.labels.filter((label) => !data.labels.includes(label));
  const extra = data.labels.filter((label) => !model.labels.includes(label));
  if (missing.length > 0 || extra.length > 0) {
    throw new Error(
      `model ${model.name}: its material list differs from the data set's ` +
        `(only in the model: ${missing.join(', ') || 'none'}; only in the data: ${extra.join(', ') || 'none'}). ` +
        'Cure: train on this data set, or make one with the materials of the model.',
    );
  }
  for (const sense of model.senses) {
    const wanted = inputOf(model.inputs, sense).shape;
    const got = inputOf(data.streams, sense).shape;
    if (wordShape(wanted) === wordShape(got)) continue;
    throw new Error(
      `model ${model.name}: takes ${sense} of ${wordShape(wanted)}, the data set has ${wordShape(got)}. ` +
        'Cure: train on this data set, or make one with the sensors of the model.',
    );
  }
}
