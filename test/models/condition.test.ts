import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../models/data/dataset.ts';
import { judgeCondition } from '../../models/evaluation/condition.ts';
import type { Predictions } from '../../models/evaluation/infer.ts';
import type { Head } from '../../models/nets/model.ts';
import { materialById } from '../../sim/materials/catalogue.ts';
import { gradeBelieved, gradeOf, qualityOf, stateOf } from '../../sim/materials/damage.ts';
import { makeItem } from '../../sim/materials/item.ts';
import { grades } from '../../sim/record/item-state.ts';

const labels = ['glass-bottle-clear', 'pet-bottle-clear'];
const items = Array.from({ length: 40 }, (_, i) =>
  makeItem({ seed: 1, itemId: i, materialId: labels[i % 2]!, state: Math.floor(i / 4) }),
);
const data = {
  labels,
  count: items.length,
  material: Uint8Array.from(items, (_, i) => i % 2),
  state: Uint8Array.from(items, stateOf),
  quality: Float32Array.from(items, qualityOf),
  grade: Uint8Array.from(items, (item) => grades.indexOf(gradeOf(item))),
} as unknown as Dataset; // Only what is judged is read.
const rows = Int32Array.from(items, (_, i) => i);

/** Answers that name every state `off` beside the true one, with that confidence. */
function answers(off: number, confidence: number): Predictions {
  const state = new Float32Array(items.length * 10).fill((1 - confidence) / 9);
  items.forEach((item, i) => {
    state[i * 10 + Math.min(9, stateOf(item) + off)] = confidence;
  });
  const material = Float32Array.from({ length: 2 * items.length }, (_, k) =>
    k % 2 === (k >> 1) % 2 ? 1 : 0,
  );
  return { material, state, quality: data.quality };
}
const model = (heads: readonly Head[]) => ({
  labels,
  heads,
  qualityErrorByState: new Float32Array(10).fill(0.1),
});
const all = ['material', 'state', 'quality'] as const;

describe('what is known of condition', () => {
  test('of all items, by material and by state, against the constant of each material', () => {
    const judged = judgeCondition(answers(0, 0.95), model(all), data, rows);
    expect(judged.map(({ by }) => by)).toEqual(['all', 'material', 'material', ...Array(10).fill('state')]);
    const [whole] = judged;
    expect(whole!.items).toBe(40);
    expect(whole!.stateError).toBe(0);
    expect(whole!.stateConstant).toBeCloseTo(2.5, 9);
    expect(whole!.stateRight).toBe(1);
    expect(whole!.stateConfidence).toBeCloseTo(0.95, 5);
    expect(whole!.qualityError).toBe(0);
    expect(whole!.qualityWithin).toBe(1);
    expect(whole!.gradeRight).toBeGreaterThan(0.9);
    expect(whole!.gradeConstant).toBeLessThan(whole!.gradeRight!);
  });

  test('an answer that is one state off has an error of one, and its confidence shows', () => {
    const [whole] = judgeCondition(answers(1, 0.95), model(all), data, rows);
    expect(whole!.stateError).toBeCloseTo(0.9, 9);
    expect(whole!.stateRight).toBeLessThan(0.2);
    expect(whole!.stateConfidence).toBeGreaterThan(0.9);
  });

  test('a head that is missing is not judged', () => {
    const [whole] = judgeCondition(answers(0, 0.9), model(['material']), data, rows);
    expect([whole!.stateError, whole!.qualityError, whole!.gradeRight]).toEqual([null, null, null]);
    expect(whole!.stateConstant).toBeGreaterThan(0);
  });

  test('the best next use follows from state and quality alone, for nearly every piece', () => {
    const same = items.filter(
      (item) =>
        gradeBelieved(materialById(item.materialId), stateOf(item), qualityOf(item)) === gradeOf(item),
    );
    expect(same.length / items.length).toBeGreaterThan(0.85);
  });
});
