import type { Classifier } from '../sim/ports.ts';
import type { Belief } from '../sim/record/belief.ts';
import { type Cost, FREE, type Frames, type Sense } from '../sim/record/frames.ts';
import { emptyStream, inputRow, storeFrame } from './data/input.ts';
import { type Engine, tf } from './engine/backend.ts';
import { medianState } from './evaluation/evaluate.ts';
import { allBut, INFERENCE_BATCH } from './evaluation/infer.ts';
import { modelId } from './export/export.ts';
import type { Shown } from './nets/branch.ts';
import type { Answers } from './nets/heads.ts';
import { CAMERA, inputOf, rowShape, rowSize, type SenseInput, wordShape } from './nets/inputs.ts';
import { INFERENCE } from './nets/layers.ts';
import type { Model } from './nets/model.ts';
import { studentForward } from './nets/student.ts';
import { teacherForward } from './nets/teacher.ts';
import { mount, unmount, type Variables } from './nets/weights.ts';
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
  if (model.kind === 'student' && model.senses.some((sense) => !senses.includes(sense))) {
    throw new Error(
      `classifier: student ${model.name} needs all of its senses (${model.senses.join(', ')}), got ${senses.join(', ')}. ` +
        'Cure: ask a teacher, which answers with fewer.',
    );
  }
  const variables = mount(model.weights);
  const id = `${modelId(model)}/${senses.join('+')}/${engine.name}`;
  const cost = options.cost ?? FREE;
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
          const output = outputOf(model, variables, shownFrames(model, frames, senses));
          const material = output.material && (tf.softmax(output.material).dataSync() as Float32Array);
          const state = output.state && (tf.softmax(output.state).dataSync() as Float32Array);
          const quality = output.quality && (output.quality.dataSync() as Float32Array);
          frames.forEach((_, i) => {
            beliefs.push({ modelId: id, ...beliefAt(model, i, material, state, quality) });
          });
        });
      }
      return beliefs;
    },
    dispose: () => unmount(variables),
  };
}

function outputOf(model: Model, variables: Variables, shown: readonly Shown[]): Answers {
  if (model.kind === 'teacher') return teacherForward(variables, shown, INFERENCE);
  const images = shown.find(({ sense }) => sense === CAMERA)!.x as tf.Tensor4D;
  return studentForward(
    variables,
    images,
    INFERENCE,
    shown.filter(({ sense }) => sense !== CAMERA),
  );
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

/** All senses that the model has, in its order; those that are not used are zero and masked. */
function shownFrames(model: Model, frames: readonly Frames[], senses: readonly Sense[]): Shown[] {
  const count = frames.length;
  const shown = model.senses.map((sense): Shown => {
    const taken = inputOf(model.inputs, sense);
    const out = new Float32Array(count * rowSize(taken));
    const kept = emptyStream(taken, 1);
    if (senses.includes(sense))
      frames.forEach((frame, i) => {
        storeFrame(taken, fittingValues(model, taken, frame, sense), kept, 0);
        inputRow(taken, out, i, kept, 0, model.normaliser.senses[sense]);
      });
    const x = tf.tensor(out, [count, ...rowShape(taken)]);
    return { sense, kind: taken.input.kind, x, seen: null };
  });
  return allBut(shown, senses, count);
}

/** Values of a frame's stream; throws when it is missing or has another shape than the model was trained on. */
function fittingValues(model: Model, taken: SenseInput, { itemId, streams }: Frames, sense: Sense) {
  const stream = streams[sense];
  if (stream === undefined)
    throw new Error(
      `classifier: item ${itemId} came without its ${sense} stream. Cure: render that sense too.`,
    );
  const isPicture = taken.input.kind === 'picture';
  const fits = isPicture
    ? isMultiple(stream.shape, taken.shape)
    : wordShape(stream.shape) === wordShape(taken.shape);
  if (fits) return stream.values;
  throw new Error(
    `classifier: item ${itemId} came with ${sense} of ${wordShape(stream.shape)}, ` +
      `model ${model.name} takes ${wordShape(taken.shape)}${isPicture ? ' or a multiple' : ''}. ` +
      `Cure: set sensors.${sense} as in the model's training, or train on such frames.`,
  );
}

/** A square picture whose side is a multiple of the one that is taken, which it is then averaged down to. */
function isMultiple(got: readonly number[], taken: readonly number[]): boolean {
  const [height = 0, width = 0, channels] = got;
  return height === width && height > 0 && height % taken[0]! === 0 && channels === taken[2];
}
