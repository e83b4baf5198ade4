import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { openBackend, tf } from '../../../models/engine/backend.ts';
import {
  evaluate,
  finiteDifferenceErrors,
  type OperatorCase,
  open,
  relativeError,
  subjects,
  type Values,
  valuesOf,
} from './compare.ts';
import { operators, valuesOnly } from './operators.ts';

/** float32 sums in another order, and the constants of F(4x4, 3x3): seen up to 8e-6. */
const TOLERANCE = 5e-5;
/** Central differences of float32 scalars, with a ReLU's kink now and then: seen up to 6e-3. */
const STEP = 5e-4;
const DIFFERENCE_TOLERANCE = 1.5e-2;

const reference = new Map<string, Values>();

beforeAll(async () => {
  await openBackend('cpu');
  for (const one of operators) reference.set(one.name, evaluate(one));
  for (const one of valuesOnly) reference.set(one.name, [valuesOf(one)]);
}, 60_000);

describe.each(subjects)('every operator of the models on $label', (subject) => {
  let present = false;

  beforeAll(async () => {
    present = await open(subject);
  }, 60_000);

  test('values and gradients equal those of the cpu backend', ({ skip }) => {
    if (!present) skip('tfjs-node: not run');
    const worst = operators.map((one) => {
      const errors = evaluate(one).map((got, i) => relativeError(got, reference.get(one.name)![i]!));
      return { name: one.name, errors, error: Math.max(...errors) };
    });
    expect(worst.filter(({ error }) => !(error < TOLERANCE))).toEqual([]);
    for (const one of valuesOnly)
      expect([one.name, valuesOf(one)]).toEqual([one.name, reference.get(one.name)![0]]);
  });

  test('gradients equal finite differences', ({ skip }) => {
    if (!present) skip('tfjs-node: not run');
    const worst = operators.map((one) => ({
      name: one.name,
      error: Math.max(...finiteDifferenceErrors(one, STEP)),
    }));
    expect(worst.filter(({ error }) => !(error < DIFFERENCE_TOLERANCE))).toEqual([]);
  });
});

test("the student's second convolution of pictures at full size equals TensorFlow.js' own kernels", async () => {
  const full: OperatorCase = {
    name: 'conv2d 8x32x32x32, 3x3 to 64',
    shapes: [
      [8, 32, 32, 32],
      [3, 3, 32, 64],
    ],
    run: (x, filter) => tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, 'same'),
  };
  await openBackend('wasm', { kernels: 'composed' });
  const own = evaluate(full);
  await openBackend('wasm');
  const errors = evaluate(full).map((got, i) => relativeError(got, own[i]!));
  expect(Math.max(...errors)).toBeLessThan(TOLERANCE);
});

/** What models call on `tf` that is no operator on tensors. */
const housekeeping =
  /^(tidy|keep|dispose|memory|variable|variableGrads|grads?|customGrad|tensor\d?d?|zeros|ones|fill|scalar|engine|train)$/;

test('no operator of the models is missing from the contract', () => {
  const covered = new Set([...operators, ...valuesOnly].map(({ name }) => name.split(/[ ,]/)[0]));
  const folder = new URL('../../../models/', import.meta.url);
  const used = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('engine'))
    .flatMap((path) => [...readFileSync(new URL(path, folder), 'utf8').matchAll(/\btf\.(\w+)\(/g)])
    .map(([, name]) => name!)
    .filter((name) => !housekeeping.test(name));
  expect(used.length).toBeGreaterThan(50);
  expect([...new Set(used)].filter((name) => !covered.has(name))).toEqual([]);
});
