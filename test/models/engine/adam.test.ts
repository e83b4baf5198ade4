import { afterAll, beforeAll, expect, test } from 'vitest';
import { Adam } from '../../../models/engine/adam.ts';
import { openBackend, tf } from '../../../models/engine/backend.ts';

beforeAll(async () => {
  await openBackend('cpu');
});

const gradients = [0.5, -0.2, 0.1];
const rate = 0.01;
const optimiser = new Adam(rate);
afterAll(() => optimiser.dispose());

test('three steps follow the formulas of Kingma and Ba', () => {
  const variable = tf.variable(tf.tensor1d([1]), true, 'adam-test');
  let [value, m, v, power1, power2] = [1, 0, 0, 1, 1];
  for (const g of gradients) {
    m = 0.9 * m + 0.1 * g;
    v = 0.999 * v + 0.001 * g * g;
    power1 *= 0.9;
    power2 *= 0.999;
    value -= (rate * (m / (1 - power1))) / (Math.sqrt(v / (1 - power2)) + 1e-7);
    const gradient = tf.tensor1d([g]);
    optimiser.applyGradients({ 'adam-test': gradient });
    gradient.dispose();
    expect(variable.dataSync()[0]).toBeCloseTo(value, 5);
  }
  variable.dispose();
});
