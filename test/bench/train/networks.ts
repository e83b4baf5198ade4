import { type EngineOptions, openBackend, tf } from '../../../models/engine/backend.ts';
import { adam } from '../../../models/engine/ops.ts';
import type { Shown } from '../../../models/nets/branch.ts';
import type { Answers } from '../../../models/nets/heads.ts';
import { INFERENCE, type Pass } from '../../../models/nets/layers.ts';
import { ALL_HEADS } from '../../../models/nets/model.ts';
import { studentForward, studentParameters } from '../../../models/nets/student.ts';
import { teacherForward, teacherParameters } from '../../../models/nets/teacher.ts';
import { initialWeights, mount, type Variables } from '../../../models/nets/weights.ts';
import { standardInputs } from '../../models/standard-inputs.ts';

const BATCH = 32;
const SIZE_PX = 64;
const LABELS = 50;
const BANDS = 128;
/** Steps before the clock starts: the second thread wakes, memory is in the caches. */
const WARM_UP = 2;

const noise = (shape: number[], seed: number) => tf.randomUniform(shape, 0, 1, 'float32', seed);
const images = () => noise([BATCH, SIZE_PX, SIZE_PX, 3], 1) as tf.Tensor4D;

/** Cross-entropy on both classifying heads and the square on quality. */
function lossOf({ material, state, quality }: Answers): tf.Scalar {
  const crossEntropy = (logits: tf.Tensor2D) => {
    const classes = tf.tensor1d(
      Array.from({ length: BATCH }, (_, i) => i % logits.shape[1]),
      'int32',
    );
    const targets = tf.cast(tf.oneHot(classes, logits.shape[1]), 'float32');
    return tf.neg(tf.mean(tf.sum(tf.mul(targets, tf.logSoftmax(logits)), 1)));
  };
  return tf.addN([crossEntropy(material!), crossEntropy(state!), tf.mean(tf.square(quality!))]) as tf.Scalar;
}

type Forward = (variables: Variables, pass: Pass) => Answers;

/** One training step in ms: forward, backward, Adam; the batch is on the backend already. */
async function stepMs(
  options: EngineOptions,
  makeVariables: () => Variables,
  makeForward: () => Forward,
  beforeStep: () => void = () => {},
): Promise<number> {
  await openBackend('wasm', options);
  tf.engine().startScope();
  const [variables, forward] = [makeVariables(), makeForward()];
  const trained = Object.values(variables).filter(({ trainable }) => trainable);
  const optimiser = options.kernels === 'composed' ? tf.train.adam(1e-3) : adam(1e-3);
  const step = () =>
    tf.tidy(() => {
      const loss = optimiser.minimize(
        () => {
          const pass: Pass = { training: true, moments: {} };
          const value = lossOf(forward(variables, pass));
          tf.dispose(pass.moments);
          return value;
        },
        true,
        trained,
      );
      return loss!.dataSync()[0];
    });
  for (let i = 0; i < WARM_UP; i++) step();
  beforeStep();
  const start = performance.now();
  step();
  const durationMs = performance.now() - start;
  optimiser.dispose();
  tf.dispose(Object.values(variables));
  tf.engine().endScope();
  return durationMs;
}

const variablesOf = (specs: Parameters<typeof initialWeights>[0]) => () => {
  const trainable = new Map(specs.map((spec) => [spec.name, spec.trainable]));
  return mount(initialWeights(specs, 1), (name) => trainable.get(name)!);
};

const INPUTS = standardInputs(SIZE_PX, BANDS);

const studentVariables = variablesOf(studentParameters(['visual'], INPUTS, LABELS, ALL_HEADS));

/** `beforeStep` is called when warm-up is over. */
export function studentStepMs(options: EngineOptions, beforeStep?: () => void): Promise<number> {
  const makeForward = (): Forward => {
    const batch = images();
    return (variables, pass) => studentForward(variables, batch, pass);
  };
  return stepMs(options, studentVariables, makeForward, beforeStep);
}

export function teacherStepMs(options: EngineOptions): Promise<number> {
  const specs = teacherParameters(Object.keys(INPUTS), INPUTS, LABELS, ALL_HEADS);
  return stepMs(options, variablesOf(specs), () => {
    const shown: Shown[] = [
      { sense: 'visual', kind: 'picture', x: images(), seen: null },
      { sense: 'thermal', kind: 'film', x: noise([BATCH, 32, 32, 8], 2), seen: null },
      { sense: 'spectral', kind: 'vector', x: noise([BATCH, 2 * BANDS], 3), seen: null },
    ];
    return (variables, pass) => teacherForward(variables, shown, pass);
  });
}

/** One batch of answers in ms, images already on the backend. */
export async function studentInferenceMs(options: EngineOptions): Promise<number> {
  await openBackend('wasm', options);
  const variables = studentVariables();
  const batch = images();
  const answer = () =>
    tf.tidy(() => {
      tf.softmax(studentForward(variables, batch, INFERENCE).material!).dataSync();
    });
  for (let i = 0; i < WARM_UP; i++) answer();
  const start = performance.now();
  answer();
  const durationMs = performance.now() - start;
  tf.dispose([batch, ...Object.values(variables)]);
  return durationMs;
}
