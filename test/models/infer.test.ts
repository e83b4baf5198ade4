import { expect, test } from 'vitest';
import { openBackend, tf } from '../../models/engine/backend.ts';
import { predictInBatches } from '../../models/evaluation/infer.ts';

test('answers of every batch come back in their rows: probabilities, and qualities in their own unit', async () => {
  await openBackend();
  const rows = Int32Array.from({ length: 300 }, (_, i) => i);
  const model = { labels: ['a', 'b'], normaliser: { qualityMean: 0.6, qualitySd: 0.2 } };
  const scoreOf = (row: number) => row / 100 - 1;
  const { material, state, quality } = predictInBatches(model, rows, (batch) => {
    const scores = Array.from(batch, scoreOf);
    return { material: tf.tensor2d(scores.map((z) => [z, 0])), state: null, quality: tf.tensor1d(scores) };
  });
  for (const row of rows) {
    expect(quality[row]).toBeCloseTo(0.6 + 0.2 * scoreOf(row), 5);
    expect(material[2 * row]).toBeCloseTo(1 / (1 + Math.exp(-scoreOf(row))), 5);
    expect(material[2 * row]! + material[2 * row + 1]!).toBeCloseTo(1, 5);
  }
  expect(state.every((p) => p === 0)).toBe(true);
});
