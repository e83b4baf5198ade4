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
      'f276b66e49139d82',
      'e29d62e85bc2d7fe',
      '2aec59ad68c33704',
    ]);
    const { senses, qualityMean, qualitySd } = measureNormaliser(data, SENSES);
    const { thermal, spectral } = senses;
    const measured = [thermal!.mean, thermal!.sd, spectral!.mean, spectral!.sd];
    expect([...measured, Float64Array.of(qualityMean, qualitySd)].map(hex)).toEqual([
      '41b01e70ea9d2c7f',
      '8be2c50506ab88b0',
      '2c02963db6b2245b',
      '7136ec577cf3b4e5',
      '81b646fb36e17407',
    ]);
  });

  test('a teacher, its answers, and the student that listens to it', async () => {
    const long = { ...BRIEF, steps: 12, validateEvery: 6, senses: SENSES };
    const { model } = await trainTeacher(engine, data, long);
    expect(hashOf(model.weights)).toBe('5f0f15a01d624b8a');
    expect(hex(model.qualityErrorByState)).toBe('6e8ae98f8cc27e36');
    const { material, state, quality } = predict(model, data, rowsOf(data, 'test'));
    const masked = predict(model, data, rowsOf(data, 'test'), { visible: ['visual', 'thermal'] });
    expect([material, state, quality, masked.material].map(hex)).toEqual([
      '6950fe1f4c076691',
      'ad2b6c2e691a24f5',
      '7d1667772d75b0cb',
      'fe22d594f623952d',
    ]);
    const lessons = { teacher: await teacherTargets(model, data), hint: hintTargets(data) };
    const terms = { ...METHODS.hybrid, hint: { share: 0.2 }, visualAttention: { share: 0.1 } };
    const taught = await distilStudent(engine, data, lessons, { ...BRIEF, terms, temperature: 2 });
    expect(hashOf({ ...taught.model.weights, ...taught.auxiliary })).toBe('4c2c3ca26b913dc4');
  }, 60_000);

  test('teachers of fewer senses and a student on labels', async () => {
    const teacherOf = async (senses: string[]) =>
      hashOf((await trainTeacher(engine, data, { ...BRIEF, senses })).model.weights);
    expect(await teacherOf(['visual', 'spectral'])).toBe('b8799dc0b802f77d');
    expect(await teacherOf(['thermal'])).toBe('b969213bd142f65a');
    expect(hashOf((await trainStudent(engine, data, BRIEF)).model.weights)).toBe('87211fe1e8669777');
  }, 60_000);
});
