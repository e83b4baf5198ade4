import type { Sense } from '../../sim/record/frames.ts';
import { type Dataset, THERMAL_FRAME_COUNT, THERMAL_PX, THERMAL_VALUES } from '../data/dataset.ts';
import { imageRow, spectrumRow, thermalRow } from '../data/input.ts';
import { tf } from '../engine/backend.ts';
import type { Head } from '../nets/heads.ts';
import { INFERENCE } from '../nets/layers.ts';
import type { Model, Normaliser } from '../nets/model.ts';
import { studentForward } from '../nets/student.ts';
import { type TeacherInput, type TeacherOutput, teacherForward } from '../nets/teacher.ts';
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
  const px = data.spec.imagePx;
  const size = px * px * 3;
  const values = new Float32Array(rows.length * size);
  for (let i = 0; i < rows.length; i++) imageRow(values, i, data.rgb, rows[i]! * size, px, views?.[i]);
  return tf.tensor4d(values, [rows.length, px, px, 3]);
}

/** What a teacher is shown of rows. `rowOf` lets a sense come from another row (permutation controls). */
export function teacherInput(
  data: Dataset,
  normaliser: Normaliser,
  senses: readonly Sense[],
  rows: ArrayLike<number>,
  views?: Uint8Array,
  rowOf: NonNullable<Viewing['rowOf']> = (row) => row,
): TeacherInput {
  const has = (sense: Sense) => senses.includes(sense);
  const shown = (sense: Sense) => Int32Array.from(rows, (row) => rowOf(row, sense));
  return {
    images: has('visual') ? imageTensor(data, shown('visual'), views) : null,
    thermal: has('thermal') ? thermalTensor(data, normaliser, shown('thermal'), views) : null,
    spectra: has('spectral') ? spectrumTensor(data, normaliser, shown('spectral')) : null,
    seen: { visual: null, thermal: null, spectral: null },
  };
}

function thermalTensor(data: Dataset, normaliser: Normaliser, rows: ArrayLike<number>, views?: Uint8Array) {
  const values = new Float32Array(rows.length * THERMAL_VALUES);
  for (let i = 0; i < rows.length; i++) {
    thermalRow(values, i, data.thermal, rows[i]! * THERMAL_VALUES, normaliser, views?.[i]);
  }
  return tf.tensor4d(values, [rows.length, THERMAL_PX, THERMAL_PX, THERMAL_FRAME_COUNT]);
}

function spectrumTensor(data: Dataset, normaliser: Normaliser, rows: ArrayLike<number>) {
  const count = rows.length;
  const values = new Float32Array(count * 2 * data.bands);
  for (let i = 0; i < count; i++) spectrumRow(values, i, data.reflectance, rows[i]! * data.bands, normaliser);
  return tf.tensor2d(values, [count, 2 * data.bands]);
}

/** Masks [N, 1] that hide every sense but those listed. */
export function maskAllBut(visible: readonly Sense[], count: number): TeacherInput['seen'] {
  const mask = (sense: Sense) => (visible.includes(sense) ? null : (tf.zeros([count, 1]) as tf.Tensor2D));
  return { visual: mask('visual'), thermal: mask('thermal'), spectral: mask('spectral') };
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
      ? studentForward(variables, imageTensor(data, batch), INFERENCE)
      : teacherOutput(variables, model, data, batch, viewing),
  );
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
  const input = teacherInput(data, model.normaliser, model.senses, rows, undefined, rowOf);
  const seen = visible ? maskAllBut(visible, rows.length) : input.seen;
  return teacherForward(variables, { ...input, seen }, INFERENCE);
}

/** Throws unless model and data set speak of the same materials, bands and image size. */
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
  if (model.imagePx !== data.spec.imagePx) {
    throw new Error(
      `model ${model.name}: takes ${model.imagePx} px images, the data set has ${data.spec.imagePx}`,
    );
  }
  if (model.senses.includes('spectral') && model.bands !== data.bands) {
    throw new Error(
      `model ${model.name}: takes ${model.bands} spectral bands, the data set has ${data.bands}`,
    );
  }
}
