import { beforeAll, describe, expect, test } from 'vitest';
import { classifierOf } from '../../models/classifier.ts';
import { type Dataset, rowsOf } from '../../models/data/dataset.ts';
import { type Engine, openBackend, tf } from '../../models/engine/backend.ts';
import { predict } from '../../models/evaluation/infer.ts';
import type { Model } from '../../models/nets/model.ts';
import { TRAINING } from '../../models/training/recipe.ts';
import { trainStudent, trainTeacher } from '../../models/training/train.ts';
import { type Frames, sizeOf } from '../../sim/record/frames.ts';
import { toyDataset } from './toy.ts';

let engine: Engine;
let data: Dataset;
let models: Record<'student' | 'teacher', Model>;

beforeAll(async () => {
  engine = await openBackend();
  data = toyDataset();
  const spec = { ...TRAINING, steps: 6, validateEvery: 6 };
  models = {
    student: (await trainStudent(engine, data, { ...spec, name: 'student', smoothing: 0 })).model,
    teacher: (
      await trainTeacher(engine, data, {
        ...spec,
        name: 'teacher',
        senses: ['visual', 'thermal', 'spectral'],
      })
    ).model,
  };
}, 60_000);

function framesOf(row: number): Frames {
  const streams = Object.entries(data.streams).map(([sense, { shape, values }]) => {
    const size = sizeOf(shape);
    const own = values.slice(row * size, (row + 1) * size);
    const frame = own instanceof Int16Array ? Float32Array.from(own, (c) => 273.15 + c / 100) : own;
    return [sense, { shape, values: frame }];
  });
  return { itemId: row, sensorKey: 'toy', streams: Object.fromEntries(streams), cost: {} };
}

describe.each(['student', 'teacher'] as const)('%s as a classifier', (kind) => {
  test('gives the same belief bit for bit in batches of 1, 7 and 32', () => {
    const classifier = classifierOf(models[kind], engine);
    const frames = Array.from(rowsOf(data, 'test').subarray(0, 32), framesOf);
    const inBatchesOf = (size: number) => {
      const beliefs = [];
      for (let i = 0; i < 32; i += size) beliefs.push(...classifier.classify(frames.slice(i, i + size)));
      return beliefs;
    };
    const whole = inBatchesOf(32);
    expect(inBatchesOf(7)).toEqual(whole);
    expect(inBatchesOf(1)).toEqual(whole);
    classifier.dispose();
  });

  test('answers as evaluation does on the same items', () => {
    const classifier = classifierOf(models[kind], engine);
    const rows = rowsOf(data, 'test').subarray(0, 40);
    const expected = predict(models[kind], data, rows);
    classifier.classify(Array.from(rows, framesOf)).forEach((belief, i) => {
      for (let k = 0; k < 4; k++) expect(belief.material[k]).toBeCloseTo(expected.material[i * 4 + k]!, 4);
      expect(belief.quality.sd).toBeGreaterThan(0);
    });
    classifier.dispose();
  });

  test('holds no tensor after it is disposed of', () => {
    const before = tf.memory().numTensors;
    const classifier = classifierOf(models[kind], engine);
    classifier.classify([framesOf(0)]);
    classifier.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});

test('a teacher may be asked with fewer senses and then does not look at the rest', () => {
  const visual = classifierOf(models.teacher, engine, { senses: ['visual'] });
  const [seen] = visual.classify([framesOf(3)]);
  const [blind] = visual.classify([{ ...framesOf(3), streams: { visual: framesOf(3).streams.visual! } }]);
  expect(blind).toEqual(seen);
  visual.dispose();
});

test('a missing stream and a missing branch are named', () => {
  const student = classifierOf(models.student, engine);
  expect(() => student.classify([{ ...framesOf(3), streams: {} }])).toThrow(
    /item 3 came without its visual stream/,
  );
  student.dispose();
  expect(() => classifierOf(models.student, engine, { senses: ['spectral'] })).toThrow(
    /has no spectral branch/,
  );
});
