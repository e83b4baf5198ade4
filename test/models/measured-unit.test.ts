import { beforeAll, describe, expect, test } from 'vitest';
import type { Dataset } from '../../models/data/dataset.ts';
import { openBackend } from '../../models/engine/backend.ts';
import { modelCard } from '../../models/export/card.ts';
import { measure } from '../../models/training/measure.ts';
import type { Unit } from '../../models/training/protocol/types.ts';
import { teacherUnit } from '../../models/training/protocol/unit.ts';
import { TRAINING } from '../../models/training/recipe.ts';
import { type Trained, trainStudent } from '../../models/training/train.ts';
import { toyDataset } from './toy.ts';

let data: Dataset;
let trained: Trained;
beforeAll(async () => {
  data = toyDataset({ labelled: 4, unlabelled: 4, validation: 4, test: 8 });
  const spec = { ...TRAINING, name: 'toy', steps: 5, validateEvery: 2, smoothing: 0 };
  trained = await trainStudent(await openBackend(), data, spec);
});

test('a training takes its steps, validates at its intervals and once at its end', () => {
  expect(trained.curve.map(({ step }) => step)).toEqual([2, 4, 5]);
});

describe('one test of a network', () => {
  test('gives what it scored, to a millionth, and nothing where there is no number', () => {
    const { numbers, evaluation } = measure(trained.model, data, null);
    expect(numbers.items).toBe(4 * 8);
    for (const name of ['material', 'class', 'family'] as const)
      expect(numbers[name]).toBeCloseTo(evaluation.accuracy[name], 6);
    expect(numbers.ece).toBeCloseTo(evaluation.ece, 6);
    expect([numbers.agreement, numbers.meanKl]).toEqual([null, null]);
  });

  test('a network agrees with itself', () => {
    const { numbers } = measure(trained.model, data, trained.model);
    expect(numbers).toMatchObject({ agreement: 1, meanKl: 0 });
  });
});

test('a model card tells the figures it was given', () => {
  const limits = { mean: 0.4812, lo: 0.4711, hi: 0.4913 };
  const card = modelCard(trained.model, null, {
    ...{ modelId: 'abc', origin: 'a test', dataHash: 'def' },
    measured: {
      ...{ testItems: 32, stateMae: 1.234, qualityMae: 0.1234, ece: 0.0567 },
      ...{ floatAccuracy: limits, int8Accuracy: limits, lossPoints: { mean: 0.5, lo: 0.1, hi: 0.9 } },
    },
  });
  expect(card).toContain(
    '| material accuracy, float | 48.12 % (95 % over items 47.11 to 49.13) on 32 test items |',
  );
  expect(card).toContain('| loss by int8 | 0.50 points (95 % 0.10 to 0.90; wanted: at most 1.00, met) |');
  expect(card).toContain('| state, mean absolute error | 1.23 of 10 states |');
  expect(card).toContain('| quality, mean absolute error | 0.123 |');
  expect(card).toContain('| calibration error (ECE) | 0.057 |');
});

test('the teacher of a unit is trained as teachers are: its own rate, at temperature 1, on the same seed and labels', () => {
  const unit: Unit = {
    ...{ stage: 'tune', arm: 'multi-sensor-teacher', labelledPerMaterial: 20, seed: 7 },
    ...{ learningRate: 0.01, temperature: 3, teacherLearningRate: 0.003 },
  } as Unit;
  const first = teacherUnit(unit);
  expect(first).toEqual({
    ...{ stage: 'final', arm: 'teacher', labelledPerMaterial: 20, seed: 7 },
    ...{ learningRate: 0.003, temperature: 1, teacherLearningRate: null },
  });
  expect(teacherUnit(unit, 2)).toEqual({ ...first, seed: 2007 });
  expect(teacherUnit({ ...unit, arm: 'labels-only' })).toBeNull();
});
