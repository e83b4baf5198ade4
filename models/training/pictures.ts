import { tf } from '../engine/backend.ts';
import type { Hooks } from '../engine/hooks.ts';
import { argmax } from '../evaluation/evaluate.ts';
import { crossEntropy } from '../losses/crossEntropy.ts';
import { INFERENCE } from '../nets/layers.ts';
import { pictureForward, pictureParameters } from '../nets/pictures.ts';
import { initialWeights, mount, unmount, type Variables, type Weights } from '../nets/weights.ts';
import { fitWeights } from './fit.ts';
import { Shuffled } from './schedule.ts';

/** Square pictures [side, side, 3] in 8 bits with a class each. */
export interface LabelledPictures {
  readonly side: number;
  readonly values: readonly Uint8Array[];
  readonly classes: readonly number[];
}

export interface PictureTraining {
  readonly classes: number;
  readonly steps: number;
  readonly seed: number;
  /** Writes picture `row` as step `step` is to see it, 0..1, to `out` from `at` on. */
  readonly show: (picture: Uint8Array, out: Float32Array, at: number, step: number, place: number) => void;
}

const BATCH = 32;
const LEARNING_RATE = 3e-3;
/** How often the pictures that are kept back are looked at; a training ends where its learning rate does. */
const VALIDATIONS = 10;

/** Trains on some pictures; the weights that name most of the others are taken. The engine must be open. */
export async function trainPictures(
  train: LabelledPictures,
  kept: LabelledPictures,
  spec: PictureTraining,
  hooks: Hooks,
): Promise<Weights> {
  const parameters = pictureParameters(spec.classes);
  const rows = new Shuffled(
    Int32Array.from(train.values, (_, i) => i),
    spec.seed,
    'pictures',
  );
  const size = 3 * train.side * train.side;
  const { weights } = await fitWeights(
    {
      ...{ phase: 'pictures', parameters, start: initialWeights(parameters, spec.seed), steps: spec.steps },
      ...{ learningRate: LEARNING_RATE, patience: VALIDATIONS },
      validateEvery: Math.max(1, Math.round(spec.steps / VALIDATIONS)),
      loss: (variables, pass, step) => {
        const batch = rows.take(BATCH);
        const shown = new Float32Array(BATCH * size);
        const truth = new Float32Array(BATCH * spec.classes);
        batch.forEach((row, place) => {
          spec.show(train.values[row]!, shown, place * size, step, place);
          truth[place * spec.classes + train.classes[row]!] = 1;
        });
        const pictures = tf.tensor4d(shown, [BATCH, train.side, train.side, 3]);
        const logits = pictureForward(variables, pictures, pass);
        return {
          named: tf.mean(crossEntropy(logits, tf.tensor2d(truth, [BATCH, spec.classes]))) as tf.Scalar,
        };
      },
      validate: (variables) => {
        const answers = namedWith(variables, kept, spec.classes);
        const right = answers.filter((answer, i) => answer === kept.classes[i]).length;
        const accuracy = right / Math.max(1, answers.length);
        return { accuracy, score: accuracy };
      },
    },
    hooks,
  );
  return weights;
}

/** The class of each picture. */
export function namePictures(weights: Weights, pictures: LabelledPictures, classes: number): number[] {
  const variables = mount(weights);
  try {
    return namedWith(variables, pictures, classes);
  } finally {
    unmount(variables);
  }
}

function namedWith(
  variables: Variables,
  { side, values }: Pick<LabelledPictures, 'side' | 'values'>,
  classes: number,
): number[] {
  const answers: number[] = [];
  for (let start = 0; start < values.length; start += BATCH) {
    const some = values.slice(start, start + BATCH);
    const shown = Float32Array.from(
      some.flatMap((value) => [...value]),
      (code) => code / 255,
    );
    const logits = tf.tidy(() =>
      pictureForward(variables, tf.tensor4d(shown, [some.length, side, side, 3]), INFERENCE).dataSync(),
    );
    for (let i = 0; i < some.length; i++) answers.push(argmax(logits, i * classes, classes));
  }
  return answers;
}
