import { beforeAll, describe, expect, test } from 'vitest';
import { buildDataset } from '../../models/data/build-dataset.ts';
import { type Dataset, rowsOf } from '../../models/data/dataset.ts';
import { measureNormaliser } from '../../models/data/normaliser.ts';
import { type Engine, openBackend } from '../../models/engine/backend.ts';
import { predict } from '../../models/evaluation/infer.ts';
import type { Weights } from '../../models/nets/weights.ts';
import { distilStudent } from '../../models/training/distil.ts';
import { hintTargets } from '../../models/training/hint.ts';
import { METHODS } from '../../models/training/methods.ts';
import { TRAINING } from '../../models/training/recipe.ts';
import { teacherTargets } from '../../models/training/targets.ts';
import { trainStudent, trainTeacher } from '../../models/training/train.ts';
import { sha256Hex } from '../../sim/record/canonical.ts';

/** Data and weights of the standard senses as they were when these were the only ones: adding a sense changes none. */
const SENSES = ['visual', 'thermal', 'spectral'];
const BRIEF = { ...TRAINING, name: 'brief', steps: 6, validateEvery: 3, smoothing: 0.1 };

const hex = (a: ArrayBufferView) =>
  sha256Hex(new Uint8Array(a.buffer, a.byteOffset, a.byteLength)).slice(0, 16);

const hashOf = (weights: Weights) => {
  const names = Object.keys(weights).sort();
  return sha256Hex(JSON.stringify(names.map((name) => [name, hex(weights[name]!.values)]))).slice(0, 16);
};

let engine: Engine;
let data: Dataset;

beforeAll(async () => {
  engine = await openBackend();
  const perMaterial = { labelled: 16, unlabelled: 16, validation: 8, calibration: 0, test: 8 };
  const materials = ['pet-bottle-clear', 'cardboard', 'steel-can'];
  data = await buildDataset({ materials, perMaterial, imagePx: 32, seed: 1, testDraw: 0 });
}, 60_000);

describe('to the bit', () => {
  test('streams and what they are normalised by', () => {
    expect(SENSES.map((sense) => hex(data.streams[sense]!.values))).toEqual([
      'b1cb37d2ff7e9807',
      '594e0ccee5aa89f0',
      '2aec59ad68c33704',
    ]);
    const { senses, qualityMean, qualitySd } = measureNormaliser(data, SENSES);
    const { thermal, spectral } = senses;
    const measured = [thermal!.mean, thermal!.sd, spectral!.mean, spectral!.sd];
    expect([...measured, Float64Array.of(qualityMean, qualitySd)].map(hex)).toEqual([
      'fbd283b94cbcca61',
      '26883c581293278b',
      '2c02963db6b2245b',
      '7136ec577cf3b4e5',
      '81b646fb36e17407',
    ]);
  });

  test('a teacher, its answers, and the student that listens to it', async () => {
    const long = { ...BRIEF, steps: 12, validateEvery: 6, senses: SENSES };
    const { model } = await trainTeacher(engine, data, long);
    expect(hashOf(model.weights)).toBe('9e387882414043f0');
    expect(hex(model.qualityErrorByState)).toBe('47560f6c5de8615e');
    const { material, state, quality } = predict(model, data, rowsOf(data, 'test'));
    const masked = predict(model, data, rowsOf(data, 'test'), { visible: ['visual', 'thermal'] });
    expect([material, state, quality, masked.material].map(hex)).toEqual([
      '799ff488d96eccf4',
      '0a00ff256417d151',
      '8bb736a2f2d51afb',
      'bd0810fbf1ea4092',
    ]);
    const lessons = { teacher: await teacherTargets(model, data), hint: hintTargets(data) };
    const terms = { ...METHODS.hybrid, hint: { share: 0.2 }, visualAttention: { share: 0.1 } };
    const taught = await distilStudent(engine, data, lessons, { ...BRIEF, terms, temperature: 2 });
    expect(hashOf({ ...taught.model.weights, ...taught.auxiliary })).toBe('ebe2f9f4b9f9fc37');
  }, 60_000);

  test('teachers of fewer senses and a student on labels', async () => {
    const teacherOf = async (senses: string[]) =>
      hashOf((await trainTeacher(engine, data, { ...BRIEF, senses })).model.weights);
    expect(await teacherOf(['visual', 'spectral'])).toBe('c6dc0ee5e0be321a');
    expect(await teacherOf(['thermal'])).toBe('2735ae50684cdd36');
    expect(hashOf((await trainStudent(engine, data, BRIEF)).model.weights)).toBe('da3be2fcad04ae36');
  }, 60_000);
});
