import { tf } from '../../../models/engine/backend.ts';
import { adam, convBnRelu6, convNormRelu6, dense, globalAvgPool } from '../../../models/engine/ops.ts';
import { hashOf } from './compare.ts';

/** A small student: two convolutions with normalisation, pool, two dense layers. */
export interface SmallStudent {
  readonly variables: Readonly<Record<string, tf.Variable>>;
  /** Training form. */
  logits(images: tf.Tensor4D): tf.Tensor2D;
  /** Inference form with moments 0 and 1. */
  answer(images: tf.Tensor4D): tf.Tensor2D;
}

/** Seeded; `classes` outputs. */
export function smallStudent(classes: number): SmallStudent {
  const owned = (initial: tf.Tensor) => {
    const variable = tf.variable(initial);
    initial.dispose();
    return variable;
  };
  const drawn = (shape: number[], sd: number, seed: number) =>
    owned(tf.randomNormal(shape, 0, sd, 'float32', seed));
  const filled = (length: number, value: number) => owned(tf.fill([length], value));
  const variables = {
    first: drawn([3, 3, 3, 16], 0.3, 1),
    firstGamma: filled(16, 1),
    firstBeta: filled(16, 0),
    second: drawn([3, 3, 16, 24], 0.1, 2),
    secondGamma: filled(24, 1),
    secondBeta: filled(24, 0),
    hidden: drawn([24, 32], 0.3, 3),
    hiddenBias: filled(32, 0),
    output: drawn([32, classes], 0.3, 4),
    outputBias: filled(classes, 0),
  };
  const of = <T extends tf.Tensor>(name: keyof typeof variables) => variables[name] as tf.Tensor as T;
  const norm = (name: 'first' | 'second') => ({
    gamma: of<tf.Tensor1D>(`${name}Gamma`),
    beta: of<tf.Tensor1D>(`${name}Beta`),
  });
  const unit = (channels: number) => ({
    mean: tf.zeros([channels]) as tf.Tensor1D,
    variance: tf.ones([channels]) as tf.Tensor1D,
  });
  const head = (maps: tf.Tensor4D) => {
    const features = dense(
      globalAvgPool(maps),
      of<tf.Tensor2D>('hidden'),
      of<tf.Tensor1D>('hiddenBias'),
      'relu',
    );
    return dense(features, of<tf.Tensor2D>('output'), of<tf.Tensor1D>('outputBias'));
  };
  return {
    variables,
    logits(images) {
      const { y } = convBnRelu6(images, of<tf.Tensor4D>('first'), norm('first'), 2);
      return head(convBnRelu6(y, of<tf.Tensor4D>('second'), norm('second'), 1).y);
    },
    answer(images) {
      const y = convNormRelu6(images, of<tf.Tensor4D>('first'), norm('first'), unit(16), 2);
      return head(convNormRelu6(y, of<tf.Tensor4D>('second'), norm('second'), unit(24), 1));
    },
  };
}

export interface Trained {
  readonly losses: readonly number[];
  readonly weightsHash: string;
  readonly student: SmallStudent;
}

/** Trains the small student on one seeded batch of noise, images of sizePx; `watch` is called after each step. */
export function trainOnOneBatch(
  batch: number,
  steps: number,
  sizePx = 16,
  watch: (step: number) => void = () => {},
): Trained {
  const classes = 5;
  const student = smallStudent(classes);
  const images = tf.randomUniform([batch, sizePx, sizePx, 3], 0, 1, 'float32', 9) as tf.Tensor4D;
  const targets = tf.tidy(() => {
    const labels = tf.tensor1d(
      Array.from({ length: batch }, (_, i) => i % classes),
      'int32',
    );
    return tf.cast(tf.oneHot(labels, classes), 'float32');
  });
  const optimiser = adam(0.01);
  const variables = Object.values(student.variables);
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    tf.tidy(() => {
      const cost = optimiser.minimize(
        () => tf.neg(tf.mean(tf.sum(tf.mul(targets, tf.logSoftmax(student.logits(images))), 1))) as tf.Scalar,
        true,
        variables,
      );
      losses.push(cost!.dataSync()[0]!);
    });
    watch(step);
  }
  const weightsHash = hashOf(variables);
  optimiser.dispose();
  tf.dispose([images, targets]);
  return { losses, weightsHash, student };
}

export function disposeStudent({ variables }: SmallStudent): void {
  tf.dispose(Object.values(variables));
}
