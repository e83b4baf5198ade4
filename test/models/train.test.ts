import { beforeAll, describe, expect, test } from 'vitest';
import { type Dataset, rowsOf } from '../../models/data/dataset.ts';
import { type Engine, openBackend, tf } from '../../models/engine/backend.ts';
import { predict } from '../../models/evaluation/infer.ts';
import { saveModel } from '../../models/export/export.ts';
import type { Model } from '../../models/nets/model.ts';
import { teacherParameters } from '../../models/nets/teacher.ts';
import { initialWeights } from '../../models/nets/weights.ts';
import { distilStudent } from '../../models/training/distil.ts';
import { TrainingError } from '../../models/training/fit.ts';
import { hintTargets } from '../../models/training/hint.ts';
import { METHODS, type MethodName } from '../../models/training/methods.ts';
import { TRAINING } from '../../models/training/recipe.ts';
import { type TeacherTargets, teacherTargets } from '../../models/training/targets.ts';
import { type StudentTraining, trainStudent, trainTeacher } from '../../models/training/train.ts';
import { toyDataset } from './toy.ts';

let engine: Engine;
let data: Dataset;
let teacher: Model;
let targets: TeacherTargets;
const brief: StudentTraining = { ...TRAINING, name: 'toy', steps: 6, validateEvery: 3, smoothing: 0 };

beforeAll(async () => {
  engine = await openBackend();
  data = toyDataset();
  const spec = { ...TRAINING, name: 'teacher', steps: 30, validateEvery: 15 };
  teacher = (await trainTeacher(engine, data, { ...spec, senses: ['visual', 'thermal', 'spectral'] })).model;
  targets = await teacherTargets(teacher, data);
}, 60_000);

describe('training', () => {
  test('moves every parameter of the network, and the moving moments of every normalised layer', () => {
    const parameters = teacherParameters(teacher.senses, teacher.inputs, data.labels.length, teacher.heads);
    const start = initialWeights(parameters, TRAINING.seed);
    const unmoved = Object.keys(start).filter((name) =>
      start[name]!.values.every((value, i) => value === teacher.weights[name]!.values[i]),
    );
    expect(unmoved).toEqual([]);
  });

  test('the teacher sees what the image hides', () => {
    const rows = rowsOf(data, 'test');
    const accuracyOf = (senses: Model['senses']) => {
      const { material } = predict(teacher, data, rows, { visible: senses });
      let right = 0;
      rows.forEach((row, i) => {
        const answers = Array.from(material.subarray(i * 4, i * 4 + 4));
        if (answers.indexOf(Math.max(...answers)) === data.material[row]) right++;
      });
      return right / rows.length;
    };
    expect(accuracyOf(teacher.senses)).toBeGreaterThan(accuracyOf(['visual']) + 0.2);
  });

  test('equal seeds give equal bytes, another seed does not', async () => {
    const [first, again, other] = [
      await trainStudent(engine, data, brief),
      await trainStudent(engine, data, brief),
      await trainStudent(engine, data, { ...brief, seed: 2 }),
    ];
    expect(Buffer.compare(saveModel(again.model), saveModel(first.model))).toBe(0);
    expect(Buffer.compare(saveModel(other.model), saveModel(first.model))).not.toBe(0);
  });

  test('leaves no tensor behind', async () => {
    await trainStudent(engine, data, brief);
    const before = tf.memory().numTensors;
    await trainStudent(engine, data, brief);
    await distilStudent(
      engine,
      data,
      { teacher: targets },
      { ...brief, terms: METHODS.hybrid, temperature: 1 },
    );
    await trainTeacher(engine, data, { ...brief, senses: ['visual', 'spectral'] });
    expect(tf.memory().numTensors).toBe(before);
  });

  test('stops when told to, with the reason of the signal', async () => {
    const controller = new AbortController();
    const reason = new Error('stopped by the user');
    const progress = ({ done }: { done: number }) => {
      if (done >= 3) controller.abort(reason);
    };
    const before = tf.memory().numTensors;
    const training = trainStudent(
      engine,
      data,
      { ...brief, steps: 500 },
      { signal: controller.signal, progress },
    );
    await expect(training).rejects.toBe(reason);
    expect(tf.memory().numTensors).toBe(before);
  });

  test('a loss that is not a number stops the training, names step and term, and keeps the last good weights', async () => {
    const broken = { ...data, quality: data.quality.slice() };
    const bad = rowsOf(data, 'labelled')[5]!;
    broken.quality[bad] = Number.NaN;
    // NaN in the labels would also spoil the normaliser; a pool of clean labels and one bad row is what a bad file looks like.
    const failure = await trainStudent(engine, broken, { ...brief, steps: 20 }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(TrainingError);
    expect((failure as TrainingError).message).toMatch(
      /toy: loss term "hard" is NaN at step \d+; the weights of the last good/,
    );
    for (const { values } of Object.values((failure as TrainingError).lastGood)) {
      expect(values.every(Number.isFinite)).toBe(true);
    }
  });

  test('needs labelled and validation items', async () => {
    await expect(trainStudent(engine, toyDataset({ labelled: 0 }), brief)).rejects.toThrow(
      /no labelled items/,
    );
    await expect(trainStudent(engine, toyDataset({ validation: 0 }), brief)).rejects.toThrow(
      /no validation items/,
    );
  });

  test('a single image trains: batch normalisation takes its moments over pixels', async () => {
    const one = { ...brief, batch: 1 };
    const { model } = await trainStudent(engine, data, one);
    const { material } = predict(model, data, rowsOf(data, 'test').subarray(0, 1));
    expect(material.every(Number.isFinite)).toBe(true);
  });
});

describe('distillation', () => {
  test.each(Object.keys(METHODS) as MethodName[])('%s trains, and exports only the student', async (name) => {
    const lessons = { teacher: targets, hint: hintTargets(data) };
    const { model, curve } = await distilStudent(engine, data, lessons, {
      ...brief,
      terms: METHODS[name],
      temperature: 2,
    });
    expect(Object.keys(curve[0]!.terms).sort()).toEqual(Object.keys(METHODS[name]).sort());
    expect(Object.keys(model.weights).filter((w) => w.startsWith('auxiliary/'))).toEqual([]);
    expect(model.senses).toEqual(['visual']);
  });

  test('leaves the teacher bit-identical', async () => {
    const before = saveModel(teacher);
    await distilStudent(
      engine,
      data,
      { teacher: targets },
      { ...brief, terms: METHODS.hybrid, temperature: 1 },
    );
    expect(Buffer.compare(saveModel(teacher), before)).toBe(0);
  });

  test('without a teacher, says which lesson is missing', async () => {
    await expect(
      distilStudent(engine, data, {}, { ...brief, terms: METHODS.soft, temperature: 1 }),
    ).rejects.toThrow(/this term needs a teacher/);
  });

  test('the student of equal seed starts from equal weights whatever the method', async () => {
    const still = { ...brief, steps: 1, learningRate: 0 };
    const plain = (await trainStudent(engine, data, still)).model.weights;
    const taught = await distilStudent(
      engine,
      data,
      { teacher: targets },
      {
        ...still,
        terms: METHODS.hybrid,
        temperature: 1,
      },
    );
    for (const name of Object.keys(plain)) {
      if (!name.endsWith('mean') && !name.endsWith('variance')) {
        expect(taught.model.weights[name]!.values).toEqual(plain[name]!.values);
      }
    }
  });

  test('a teacher of other materials is refused', async () => {
    const strange = { ...teacher, labels: ['acrylic', ...teacher.labels.slice(1)] };
    await expect(teacherTargets(strange, data)).rejects.toThrow(
      /material list differs .*only in the model: acrylic; only in the data: aluminium-sheet/,
    );
  });
});
