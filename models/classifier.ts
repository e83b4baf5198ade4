import type { Classifier } from '../sim/ports.ts';
import type { Belief } from '../sim/record/belief.ts';
import type { Cost, Frames, Sense } from '../sim/record/frames.ts';
import { storeThermal, THERMAL_FRAME_COUNT, THERMAL_PX, THERMAL_VALUES } from './data/dataset.ts';
import { shrinkImage } from './data/image.ts';
import { imageRow, spectrumRow, thermalRow } from './data/input.ts';
import { type Engine, tf } from './engine/backend.ts';
import { medianState } from './evaluation/evaluate.ts';
import { INFERENCE_BATCH, maskAllBut } from './evaluation/infer.ts';
import { modelId } from './export/export.ts';
import { INFERENCE } from './nets/layers.ts';
import type { Model } from './nets/model.ts';
import { studentForward } from './nets/student.ts';
import { teacherForward } from './nets/teacher.ts';
import { mount, unmount } from './nets/weights.ts';
import { STATES } from './nets/widths.ts';

export interface ClassifierOptions {
  /** Senses that the network may use; default: all that the model has. A teacher with fewer answers by modality dropout. */
  readonly senses?: readonly Sense[];
  /** Cost of one inference on the device that runs it. */
  readonly cost?: Cost;
}

/** A classifier that holds tensors until `dispose`. */
export interface ModelClassifier extends Classifier {
  dispose(): void;
}

const NO_COST: Cost = { energyJ: 0, timeUs: 0 };

/**
 * A trained model behind the Classifier port. Works in batches of at most 32; an item's answer does not depend on
 * the batch it came in. Throws when frames lack a sense that the classifier was asked to use.
 */
export function classifierOf(model: Model, engine: Engine, options: ClassifierOptions = {}): ModelClassifier {
  const senses = options.senses ?? model.senses;
  const unknown = senses.find((sense) => !model.senses.includes(sense));
  if (unknown) {
    throw new Error(
      `classifier: model ${model.name} has no ${unknown} branch, only ${model.senses.join(', ')}`,
    );
  }
  const variables = mount(model.weights);
  const id = `${modelId(model)}/${senses.join('+')}/${engine.name}`;
  const cost = options.cost ?? NO_COST;
  return {
    modelId: id,
    labels: model.labels,
    senses,
    cost,
    classify(batch) {
      const beliefs: Belief[] = [];
      for (let start = 0; start < batch.length; start += INFERENCE_BATCH) {
        const frames = batch.slice(start, start + INFERENCE_BATCH);
        tf.tidy(() => {
          const output =
            model.kind === 'student'
              ? studentForward(variables, images(model, frames), INFERENCE)
              : teacherForward(variables, streams(model, frames, senses), INFERENCE);
          const material = output.material && (tf.softmax(output.material).dataSync() as Float32Array);
          const state = output.state && (tf.softmax(output.state).dataSync() as Float32Array);
          const quality = output.quality && (output.quality.dataSync() as Float32Array);
          frames.forEach((_, i) => {
            beliefs.push({ modelId: id, ...beliefAt(model, i, material, state, quality), cost });
          });
        });
      }
      return beliefs;
    },
    dispose: () => unmount(variables),
  };
}

/** Row `i` of the heads as a belief; a head that is missing says that it knows nothing. */
function beliefAt(
  model: Model,
  i: number,
  material: Float32Array | null,
  state: Float32Array | null,
  quality: Float32Array | null,
): Pick<Belief, 'material' | 'state' | 'quality'> {
  const classes = model.labels.length;
  const { qualityMean, qualitySd } = model.normaliser;
  const states = state
    ? state.slice(i * STATES, (i + 1) * STATES)
    : new Float32Array(STATES).fill(1 / STATES);
  const mean = quality ? Math.min(1, Math.max(0, qualityMean + qualitySd * quality[i]!)) : qualityMean;
  return {
    material: material
      ? material.slice(i * classes, (i + 1) * classes)
      : new Float32Array(classes).fill(1 / classes),
    state: states,
    quality: { mean, sd: quality ? model.qualityErrorByState[medianState(states, 0)]! : qualitySd },
  };
}

/** RGB frames as a tensor, averaged down to the size that the model takes. */
function images(model: Model, frames: readonly Frames[]): tf.Tensor4D {
  const px = model.imagePx;
  const bytes = new Uint8Array(px * px * 3);
  const values = new Float32Array(frames.length * bytes.length);
  frames.forEach((frame, i) => {
    shrinkImage(
      needed(frame.streams.visual?.values as Uint8Array | undefined, frame, 'visual'),
      px,
      bytes,
      0,
    );
    imageRow(values, i, bytes, 0, px);
  });
  return tf.tensor4d(values, [frames.length, px, px, 3]);
}

/** All streams that the model has; senses that are not used are zero and masked. */
function streams(model: Model, frames: readonly Frames[], senses: readonly Sense[]) {
  const count = frames.length;
  const has = (sense: Sense) => model.senses.includes(sense);
  const uses = (sense: Sense) => senses.includes(sense);
  const thermal = new Float32Array(has('thermal') ? count * THERMAL_VALUES : 0);
  const spectra = new Float32Array(has('spectral') ? count * 2 * model.bands : 0);
  const kept = new Int16Array(THERMAL_VALUES);
  frames.forEach((frame, i) => {
    if (uses('thermal')) {
      storeThermal(
        needed(frame.streams.thermal?.values as Float32Array | undefined, frame, 'thermal'),
        kept,
        0,
      );
      thermalRow(thermal, i, kept, 0, model.normaliser);
    }
    if (uses('spectral')) {
      spectrumRow(
        spectra,
        i,
        needed(frame.streams.spectral?.values as Float32Array | undefined, frame, 'spectral'),
        0,
        model.normaliser,
      );
    }
  });
  const px = model.imagePx;
  return {
    images: !has('visual')
      ? null
      : uses('visual')
        ? images(model, frames)
        : (tf.zeros([count, px, px, 3]) as tf.Tensor4D),
    thermal: has('thermal')
      ? tf.tensor4d(thermal, [count, THERMAL_PX, THERMAL_PX, THERMAL_FRAME_COUNT])
      : null,
    spectra: has('spectral') ? tf.tensor2d(spectra, [count, 2 * model.bands]) : null,
    seen: maskAllBut(senses, count),
  };
}

function needed<T>(stream: T | undefined, frame: Frames, sense: Sense): T {
  if (stream === undefined) {
    throw new Error(
      `classifier: item ${frame.itemId} came without its ${sense} stream. Cure: render that sense too.`,
    );
  }
  return stream;
}
