import { beforeAll, describe, expect, test } from 'vitest';
import { openBackend, tf } from '../../../models/engine/backend.ts';
import { attentionMap, attentionTransfer } from '../../../models/losses/attention.ts';
import { crossEntropy } from '../../../models/losses/crossEntropy.ts';
import { decoupled } from '../../../models/losses/decoupled.ts';
import { dist } from '../../../models/losses/dist.ts';
import { featureDistance } from '../../../models/losses/feature.ts';
import { bestClass, hardPseudoLabels } from '../../../models/losses/hardPseudoLabels.ts';
import { huber } from '../../../models/losses/huber.ts';
import { smoothedTarget } from '../../../models/losses/labelSmoothing.ts';
import { logitStandardisation } from '../../../models/losses/logitStandardisation.ts';
import { ordinalTarget } from '../../../models/losses/ordinal.ts';
import { relational } from '../../../models/losses/relational.ts';
import { softTargets } from '../../../models/losses/softTargets.ts';
import { thermalHint } from '../../../models/losses/thermalHint.ts';
import { drawKey, normalAt } from '../../../sim/kernel/random/random.ts';

/** "Defined as correct" in distillation.md 3.4: values by hand, gradients in closed form, invariances. */
beforeAll(async () => {
  await openBackend();
});

function gaussian(shape: number[], purpose: string): tf.Tensor {
  const key = drawKey(5, 0, 'losses.test', purpose);
  const size = shape.reduce((a, b) => a * b, 1);
  return tf.tensor(
    Float32Array.from({ length: size }, (_, i) => normalAt(key, i)),
    shape,
  );
}

const matrix = (rows: number, columns: number, purpose: string) =>
  gaussian([rows, columns], purpose) as tf.Tensor2D;
const values = (tensor: tf.Tensor) => Array.from(tensor.dataSync());

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, digits = 5): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < actual.length; i++) expect(actual[i]).toBeCloseTo(expected[i]!, digits);
}

function softmax(logits: number[], temperature: number): number[] {
  const powers = logits.map((z) => Math.exp(z / temperature));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((p) => p / total);
}

describe('soft targets', () => {
  test('equal a divergence worked out by hand for three classes', () => {
    const [teacher, student, temperature] = [[2, 1, 0], [0.5, 0, 1], 2];
    const p = softmax(teacher, temperature);
    const q = softmax(student, temperature);
    const kl = p.reduce((sum, pi, i) => sum + pi * Math.log(pi / q[i]!), 0);
    const loss = softTargets(tf.tensor2d([student]), tf.tensor2d([teacher]), temperature);
    expect(values(loss)[0]).toBeCloseTo(temperature * temperature * kl, 6);
  });

  test('have the gradient T (p_s - p_t) and none towards the teacher', () => {
    const [student, teacher, temperature] = [matrix(4, 6, 's'), matrix(4, 6, 't'), 3];
    const gradient = tf.grad((s) => tf.sum(softTargets(s as tf.Tensor2D, teacher, temperature)))(student);
    const expected = tf.mul(
      tf.sub(tf.softmax(tf.div(student, temperature)), tf.softmax(tf.div(teacher, temperature))),
      temperature,
    );
    expectClose(values(gradient), values(expected), 5);
  });

  test('are zero for logits that differ by a constant, and only then', () => {
    const teacher = matrix(3, 5, 't');
    expectClose(values(softTargets(tf.add(teacher, 7) as tf.Tensor2D, teacher, 2)), [0, 0, 0], 5);
    const other = tf.add(teacher, tf.tensor2d([[0, 0, 0.1, 0, 0]])) as tf.Tensor2D;
    for (const value of values(softTargets(other, teacher, 2))) expect(value).toBeGreaterThan(1e-4);
  });

  test('tend to the squared distance of centred logits over 2C for a high temperature', () => {
    const [student, teacher, temperature, classes] = [matrix(1, 8, 's'), matrix(1, 8, 't'), 50, 8];
    const d = values(tf.sub(student, teacher));
    const mean = d.reduce((a, b) => a + b, 0) / classes;
    const limit = d.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / (2 * classes);
    expect(values(softTargets(student, teacher, temperature))[0]! / limit).toBeCloseTo(1, 1);
  });
});

describe('targets', () => {
  test('cross-entropy ignores a row without target', () => {
    const logits = tf.tensor2d([
      [1, 2],
      [5, 5],
    ]);
    const targets = tf.tensor2d([
      [0, 1],
      [0, 0],
    ]);
    expectClose(values(crossEntropy(logits, targets)), [Math.log(1 + Math.exp(-1)), 0]);
  });

  test('smoothed labels keep their mass and their label', () => {
    const row = new Float32Array(5);
    smoothedTarget(row, 0, 5, 3, 0.1);
    expectClose(row, [0.02, 0.02, 0.02, 0.92, 0.02], 6);
  });

  test('ordinal targets peak at the state, fall off evenly and sum to one', () => {
    const row = new Float32Array(10);
    ordinalTarget(row, 0, 10, 4);
    expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
    expect(row[3]).toBeCloseTo(row[5]!, 7);
    expect(row[4]! / row[5]!).toBeCloseTo(Math.exp(0.5), 5);
  });

  test('huber is a parabola inside the knee and a line outside', () => {
    expectClose(values(huber(tf.tensor1d([0.5, 3]), tf.tensor1d([0, 0]))), [0.125, 2.5]);
  });

  test('pseudo-labels are the cross-entropy of the best class', () => {
    const student = tf.tensor2d([[0, 1, 2]]);
    const teacher = tf.tensor2d([[0, 9, 8]]);
    expect(values(bestClass(teacher))).toEqual([0, 1, 0]);
    expect(values(hardPseudoLabels(student, teacher))[0]).toBeCloseTo(
      -Math.log(softmax([0, 1, 2], 1)[1]!),
      5,
    );
  });
});

describe('feature and relational terms', () => {
  test('feature distance is 0 for parallel rows and 4 for opposite ones', () => {
    const teacher = matrix(2, 7, 'f');
    expectClose(values(featureDistance(tf.mul(teacher, 3) as tf.Tensor2D, teacher)), [0, 0], 5);
    expectClose(values(featureDistance(tf.neg(teacher) as tf.Tensor2D, teacher)), [4, 4], 4);
  });

  test('relational is 0 for equal relations, whatever the scale and rotation', () => {
    const features = matrix(6, 2, 'r');
    const turn = tf.tensor2d([
      [Math.cos(1), Math.sin(1)],
      [-Math.sin(1), Math.cos(1)],
    ]);
    const turned = tf.mul(tf.matMul(features, turn), 5) as tf.Tensor2D;
    expect(values(relational(turned, features))[0]).toBeCloseTo(0, 9);
    expect(values(relational(matrix(6, 2, 'other'), features))[0]).toBeGreaterThan(0.05);
  });

  test('relational is the mean square of what the cosines between items differ by', () => {
    // On a line every cosine is 1 or -1: the middle item stands with the left one here, with the right one there.
    const [left, right] = [tf.tensor2d([[0], [1], [5]]), tf.tensor2d([[0], [4], [5]])];
    expect(values(relational(left, right))[0]).toBeCloseTo((4 * 2 * 2) / 6, 4);
  });

  test('relational compares networks of unlike width and refuses a single item', () => {
    expect(values(relational(matrix(6, 3, 'a'), matrix(6, 9, 'b')))[0]).toBeGreaterThan(0);
    expect(() => relational(matrix(1, 3, 'a'), matrix(1, 3, 'b'))).toThrow(/at least 2 items/);
  });
});

describe('attention', () => {
  test('does not see channel order or scale, and is 0 for its own map', () => {
    const maps = gaussian([2, 4, 4, 3], 'maps') as tf.Tensor4D;
    const shuffled = tf.mul(tf.reverse(maps, 3), 2) as tf.Tensor4D;
    expectClose(values(attentionTransfer(shuffled, attentionMap(maps))), [0, 0], 5);
  });

  test('pools the larger map to the smaller', () => {
    const maps = gaussian([1, 8, 8, 2], 'large') as tf.Tensor4D;
    const teacher = gaussian([1, 4, 4], 'small') as tf.Tensor3D;
    const value = values(attentionTransfer(maps, tf.abs(teacher) as tf.Tensor3D))[0]!;
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThan(1);
    expect(() => attentionTransfer(maps, gaussian([1, 3, 3], 'odd') as tf.Tensor3D)).toThrow(
      /cannot be pooled/,
    );
  });
});

describe('alternatives to soft targets', () => {
  test('logit standardisation does not see the scale of the logits', () => {
    const teacher = matrix(3, 6, 't');
    const scaled = tf.add(tf.mul(teacher, 4), 1) as tf.Tensor2D;
    expectClose(values(logitStandardisation(scaled, teacher, 2)), [0, 0, 0], 4);
  });

  test('DIST is 0 for equal answers and grows with unlike ones', () => {
    const teacher = matrix(6, 5, 't');
    expect(values(dist(teacher, teacher, 1))[0]).toBeCloseTo(0, 4);
    expect(values(dist(matrix(6, 5, 's'), teacher, 1))[0]).toBeGreaterThan(0.3);
  });

  test('DKD is 0 for equal answers and equals its two parts by hand', () => {
    const [teacher, student, temperature] = [[2, 1, 0], [0.5, 0, 1], 2];
    const target = tf.tensor2d([[1, 0, 0]]);
    const loss = decoupled(tf.tensor2d([student]), tf.tensor2d([teacher]), target, temperature);
    const [p, q] = [softmax(teacher, temperature), softmax(student, temperature)];
    const coin = (a: number, b: number) => a * Math.log(a / b) + (1 - a) * Math.log((1 - a) / (1 - b));
    const [restP, restQ] = [softmax(teacher.slice(1), temperature), softmax(student.slice(1), temperature)];
    const rest = restP.reduce((sum, x, i) => sum + x * Math.log(x / restQ[i]!), 0);
    expect(values(loss)[0]).toBeCloseTo(4 * (coin(p[0]!, q[0]!) + 8 * rest), 4);
    expectClose(values(decoupled(tf.tensor2d([teacher]), tf.tensor2d([teacher]), target, 2)), [0], 5);
    expect(() => decoupled(tf.zeros([1, 2]), tf.zeros([1, 2]), tf.zeros([1, 2]), 1)).toThrow(/3 classes/);
  });

  test('thermal hint counts item pixels only', () => {
    const target = tf.tensor3d([1, 2, 3, 4], [1, 2, 2]);
    const mask = tf.tensor3d([1, 0, 0, 1], [1, 2, 2]);
    const guess = tf.tensor3d([2, 9, 9, 4], [1, 2, 2]);
    expectClose(values(thermalHint(guess, target, mask)), [0.5]);
    expectClose(values(thermalHint(guess, target, tf.zeros([1, 2, 2]))), [0]);
  });

  test('every term is finite with finite gradients for sure and for absurd logits', () => {
    const extreme = tf.tensor2d([[60, -60, 0, 0]]);
    const flat = tf.tensor2d([[0, 0, 0, 0]]);
    const target = tf.tensor2d([[1, 0, 0, 0]]);
    const terms = [
      (s: tf.Tensor2D) => softTargets(s, extreme, 1),
      (s: tf.Tensor2D) => logitStandardisation(s, extreme, 2),
      (s: tf.Tensor2D) => decoupled(s, extreme, target, 1),
      (s: tf.Tensor2D) => hardPseudoLabels(s, extreme),
      (s: tf.Tensor2D) => crossEntropy(s, target),
    ];
    for (const term of terms) {
      const gradient = tf.grad((s) => tf.sum(term(s as tf.Tensor2D)))(flat);
      for (const value of values(gradient)) expect(Number.isFinite(value)).toBe(true);
    }
  });
});
