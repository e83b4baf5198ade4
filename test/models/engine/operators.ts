import { tf } from '../../../models/engine/backend.ts';
import { convBnRelu6, convNormRelu6, dense, globalAvgPool } from '../../../models/engine/ops.ts';
import type { OperatorCase } from './compare.ts';

type Pad = 'same' | 'valid' | tf.backend_util.ExplicitPadding;
const around = (top: number, bottom: number, left: number, right: number): Pad => [
  [0, 0],
  [top, bottom],
  [left, right],
  [0, 0],
];

/** [batch, height, width, cin, kernel, cout, stride, pad]: Winograd where 3x3, stride 1 and channels in eights. */
const convolutions: readonly (readonly [number, number, number, number, number, number, number, Pad])[] = [
  [1, 4, 4, 8, 3, 8, 1, 'same'],
  [2, 8, 8, 8, 3, 16, 1, 'same'],
  [3, 7, 9, 16, 3, 8, 1, 'same'],
  [5, 5, 6, 8, 3, 24, 1, 'same'],
  [2, 3, 3, 8, 3, 8, 1, 'same'],
  [2, 1, 1, 8, 3, 8, 1, 'same'],
  [2, 10, 13, 8, 3, 8, 1, 'valid'],
  [3, 9, 8, 8, 3, 8, 1, 'valid'],
  [2, 7, 6, 8, 3, 8, 1, around(2, 0, 1, 3)],
  [2, 26, 30, 8, 3, 8, 1, 'same'],
  [2, 8, 8, 3, 3, 8, 1, 'same'],
  [2, 8, 8, 8, 3, 5, 1, 'same'],
  [3, 7, 7, 5, 3, 7, 1, 'valid'],
  [1, 8, 8, 3, 3, 8, 2, 'same'],
  [2, 9, 9, 3, 3, 16, 2, 'same'],
  [3, 8, 11, 8, 3, 8, 2, 'same'],
  [2, 7, 10, 4, 3, 6, 2, 'valid'],
  [2, 8, 8, 8, 3, 8, 2, around(0, 1, 1, 0)],
  [2, 11, 11, 3, 3, 8, 3, 'same'],
  [2, 8, 8, 3, 5, 8, 1, 'same'],
  [2, 9, 8, 8, 5, 8, 2, 'same'],
  [2, 9, 10, 2, 5, 3, 2, 'valid'],
  [2, 5, 7, 8, 1, 16, 1, 'same'],
  [2, 5, 7, 3, 1, 9, 1, 'valid'],
  [3, 6, 6, 8, 1, 8, 2, 'same'],
  [2, 6, 6, 4, 2, 8, 1, 'same'],
  [2, 7, 7, 4, 2, 8, 2, 'same'],
  [2, 9, 9, 4, 4, 8, 1, 'valid'],
  [2, 12, 12, 1, 7, 8, 2, 'same'],
  [2, 6, 5, 1, 3, 1, 1, 'same'],
];

const convolutionCases: readonly OperatorCase[] = convolutions.map(
  ([n, h, w, cin, k, cout, stride, pad]) => ({
    name: `conv2d ${n}x${h}x${w}x${cin}, ${k}x${k} to ${cout}, stride ${stride}, pad ${typeof pad === 'string' ? pad : String(pad.slice(1, 3))}`,
    shapes: [
      [n, h, w, cin],
      [k, k, cin, cout],
    ],
    run: (x, filter) => tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, stride, pad as 'same'),
  }),
);

/** Away from gamma 0, where a whole channel sits on the kink of the ReLU6 and differences mean nothing. */
const shifted = (gamma: tf.Tensor, beta: tf.Tensor) => ({
  gamma: tf.add(gamma, 2) as tf.Tensor1D,
  beta: tf.add(beta, 2) as tf.Tensor1D,
});

const normalised = (batch: number, cin: number, cout: number, stride: 1 | 2): readonly OperatorCase[] => {
  const shapes = [[batch, 9, 8, cin], [3, 3, cin, cout], [cout], [cout]];
  const vector = (length: number, low: number, seed: number) =>
    tf.randomUniform([length], low, low + 1, 'float32', seed) as tf.Tensor1D;
  return [
    {
      name: `convBnRelu6 batch ${batch}, ${cin} to ${cout}, stride ${stride}`,
      shapes,
      run: (x, filter, gamma, beta) => {
        const norm = shifted(gamma, beta);
        return convBnRelu6(x as tf.Tensor4D, filter as tf.Tensor4D, norm, stride).y;
      },
    },
    {
      name: `convNormRelu6 batch ${batch}, ${cin} to ${cout}, stride ${stride}`,
      shapes,
      run: (x, filter, gamma, beta) => {
        const norm = shifted(gamma, beta);
        const moments = { mean: vector(cout, -0.5, 5), variance: vector(cout, 0.5, 6) };
        return convNormRelu6(x as tf.Tensor4D, filter as tf.Tensor4D, norm, moments, stride);
      },
    },
  ];
};

const matrix = (
  name: string,
  a: number[],
  b: number[],
  transposeA: boolean,
  transposeB: boolean,
): OperatorCase => ({
  name: `matMul ${name}`,
  shapes: [a, b],
  run: (x, y) => tf.matMul(x, y, transposeA, transposeB),
});

const matrixCases: readonly OperatorCase[] = [
  matrix('plain', [5, 7], [7, 9], false, false),
  matrix('columns in eights', [6, 12], [12, 16], false, false),
  matrix('first transposed', [7, 5], [7, 10], true, false),
  matrix('second transposed', [5, 7], [9, 7], false, true),
  matrix('second transposed, many rows', [9, 7], [5, 7], false, true),
  matrix('both transposed', [7, 5], [3, 7], true, true),
  matrix('stack', [2, 5, 7], [2, 7, 3], false, false),
  matrix('one row', [1, 33], [33, 8], false, false),
];

/** Smooth and piecewise operators that losses and heads are made of. */
const others: readonly OperatorCase[] = [
  { name: 'globalAvgPool', shapes: [[3, 5, 4, 8]], run: (x) => globalAvgPool(x as tf.Tensor4D) },
  { name: 'globalAvgPool, 5 channels', shapes: [[2, 3, 4, 5]], run: (x) => globalAvgPool(x as tf.Tensor4D) },
  {
    name: 'dense',
    shapes: [[5, 12], [12, 10], [10]],
    run: (x, w, b) => dense(x as tf.Tensor2D, w as tf.Tensor2D, b as tf.Tensor1D),
  },
  {
    name: 'dense, relu',
    shapes: [[4, 12], [12, 16], [16]],
    run: (x, w, b) => dense(x as tf.Tensor2D, w as tf.Tensor2D, b as tf.Tensor1D, 'relu'),
  },
  { name: 'softmax', shapes: [[4, 7]], run: (x) => tf.softmax(x) },
  { name: 'logSoftmax', shapes: [[4, 7]], run: (x) => tf.logSoftmax(x) },
  { name: 'relu', shapes: [[4, 9]], run: (x) => tf.relu(x) },
  { name: 'relu6', shapes: [[4, 9]], range: [-2, 9], run: (x) => tf.relu6(x) },
  { name: 'exp', shapes: [[4, 9]], run: (x) => tf.exp(x) },
  { name: 'log', shapes: [[4, 9]], range: [0.2, 2], run: (x) => tf.log(x) },
  { name: 'sqrt', shapes: [[4, 9]], range: [0.2, 2], run: (x) => tf.sqrt(x) },
  { name: 'rsqrt', shapes: [[4, 9]], range: [0.2, 2], run: (x) => tf.rsqrt(x) },
  { name: 'square', shapes: [[4, 9]], run: (x) => tf.square(x) },
  { name: 'abs', shapes: [[4, 9]], run: (x) => tf.abs(x) },
  { name: 'neg', shapes: [[4, 9]], run: (x) => tf.neg(x) },
  { name: 'sigmoid', shapes: [[4, 9]], run: (x) => tf.sigmoid(x) },
  { name: 'add, broadcast', shapes: [[4, 9], [9]], run: (x, y) => tf.add(x, y) },
  {
    name: 'sub, broadcast',
    shapes: [
      [4, 9],
      [4, 1],
    ],
    run: (x, y) => tf.sub(x, y),
  },
  {
    name: 'mul, broadcast',
    shapes: [
      [2, 4, 9],
      [4, 1],
    ],
    run: (x, y) => tf.mul(x, y),
  },
  { name: 'div, broadcast', shapes: [[4, 9], [9]], range: [0.5, 2], run: (x, y) => tf.div(x, y) },
  {
    name: 'minimum',
    shapes: [
      [4, 9],
      [4, 9],
    ],
    run: (x, y) => tf.minimum(x, y),
  },
  {
    name: 'maximum',
    shapes: [
      [4, 9],
      [4, 9],
    ],
    run: (x, y) => tf.maximum(x, y),
  },
  { name: 'clipByValue', shapes: [[4, 9]], run: (x) => tf.clipByValue(x, -0.5, 0.5) },
  { name: 'sum over an axis', shapes: [[3, 4, 5]], run: (x) => tf.sum(x, 1) },
  { name: 'mean over axes', shapes: [[3, 4, 5]], run: (x) => tf.mean(x, [0, 2]) },
  { name: 'max over an axis', shapes: [[3, 9]], run: (x) => tf.max(x, 1) },
  {
    name: 'addN',
    shapes: [
      [4, 3],
      [4, 3],
      [4, 3],
    ],
    run: (...x) => tf.addN(x),
  },
  {
    name: 'concat',
    shapes: [
      [4, 3],
      [4, 5],
    ],
    run: (x, y) => tf.concat([x, y], 1),
  },
  { name: 'slice', shapes: [[4, 6]], run: (x) => tf.slice(x, [1, 2], [2, 3]) },
  { name: 'reshape', shapes: [[4, 6]], run: (x) => tf.reshape(x, [3, 8]) },
  { name: 'transpose', shapes: [[2, 3, 4]], run: (x) => tf.transpose(x, [2, 0, 1]) },
];

/** Operators without a gradient: only their values are compared. */
export const valuesOnly: readonly OperatorCase[] = [
  { name: 'argMax', shapes: [[4, 9]], run: (x) => tf.argMax(x, 1) },
  { name: 'round', shapes: [[4, 9]], range: [-3, 3], run: (x) => tf.round(x) },
  { name: 'cast', shapes: [[4, 9]], range: [0, 9], run: (x) => tf.cast(x, 'int32') },
  { name: 'oneHot', shapes: [[4, 9]], run: (x) => tf.oneHot(tf.argMax(x, 1), 9) },
  { name: 'eye', shapes: [[4, 4]], run: (x) => tf.mul(x, tf.eye(4)) },
];

/** Every operator that the models use, with the shapes that take its different paths. */
export const operators: readonly OperatorCase[] = [
  ...convolutionCases,
  ...normalised(1, 8, 8, 1),
  ...normalised(3, 8, 16, 1),
  ...normalised(4, 3, 8, 2),
  ...normalised(2, 3, 6, 2),
  ...matrixCases,
  ...others,
];
