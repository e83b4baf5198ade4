import { describe, expect, test } from 'vitest';
import { buildDataset } from '../../models/data/build-dataset.ts';
import { type DatasetSpec, decodeDataset, encodeDataset, rowsOf, SPLITS } from '../../models/data/dataset.ts';
import { shrinkImage } from '../../models/data/image.ts';
import { VIEWS, viewIndex } from '../../models/data/views.ts';
import { openBackend, tf } from '../../models/engine/backend.ts';
import { argmax, fidelity, medianState, score } from '../../models/evaluation/evaluate.ts';
import { predict } from '../../models/evaluation/infer.ts';
import { loadModel, saveModel } from '../../models/export/export.ts';
import { TRAINING } from '../../models/training/recipe.ts';
import { ensembleTargets, type TeacherTargets } from '../../models/training/targets.ts';
import { trainTeacher } from '../../models/training/train.ts';
import { toyDataset } from './toy.ts';

const spec: DatasetSpec = {
  materials: ['pet-bottle-clear', 'cardboard', 'aluminium-can'],
  perMaterial: { labelled: 2, unlabelled: 3, validation: 1, calibration: 1, test: 2 },
  imagePx: 32,
  seed: 3,
  testDraw: 0,
};

describe('a rendered data set', () => {
  test('is the same twice, survives its file, and has sorted labels', async () => {
    const [first, again] = [await buildDataset(spec), await buildDataset(spec)];
    const bytes = encodeDataset(first);
    expect(Buffer.compare(encodeDataset(again), bytes)).toBe(0);
    const opened = decodeDataset(bytes);
    expect(opened.labels).toEqual(['aluminium-can', 'cardboard', 'pet-bottle-clear']);
    expect(Buffer.compare(encodeDataset(opened), bytes)).toBe(0);
    expect(() => decodeDataset(bytes.subarray(0, 500), 'pool.bin')).toThrow(
      /pool\.bin: truncated or altered/,
    );
  });

  test('shares no object between its parts, and a new test draw has new items only', async () => {
    const [first, second] = [await buildDataset(spec), await buildDataset({ ...spec, testDraw: 1 })];
    expect(new Set(first.itemId).size).toBe(first.count);
    const testIds = (data: typeof first) =>
      new Set(Array.from(rowsOf(data, 'test'), (row) => data.itemId[row]));
    for (const id of testIds(second)) expect(testIds(first).has(id)).toBe(false);
    expect(second.streams.visual!.values.slice(0, 3000)).toEqual(first.streams.visual!.values.slice(0, 3000));
    expect(SPLITS.map((split) => rowsOf(first, split).length)).toEqual([6, 9, 3, 3, 6]);
  });

  test('adding items of one part changes nothing in the others', async () => {
    const wider = { ...spec, perMaterial: { ...spec.perMaterial, unlabelled: 4 } };
    const [first, more] = [await buildDataset(spec), await buildDataset(wider)];
    const lastOf = (data: typeof first) => data.itemId[rowsOf(data, 'test')[5]!];
    expect(lastOf(more)).toBe(lastOf(first));
  });

  test('a camera alone sees the same pictures, and a network can be trained on them', async () => {
    const [all, seen] = [await buildDataset(spec), await buildDataset({ ...spec, senses: ['visual'] })];
    expect(seen.streams.visual).toEqual(all.streams.visual);
    expect(Object.keys(seen.streams)).toEqual(['visual']);
    const training = { ...TRAINING, name: 'camera alone', steps: 2, validateEvery: 2 };
    const engine = await openBackend('wasm');
    const { model } = await trainTeacher(engine, seen, { ...training, senses: ['visual'] });
    const answers = predict(loadModel(saveModel(model)), all, rowsOf(all, 'test'));
    expect(answers.material.every(Number.isFinite)).toBe(true);
  });

  test('names what it cannot make', async () => {
    await expect(buildDataset({ ...spec, materials: ['pet-bottle-clear', 'pet-botle'] })).rejects.toThrow(
      /pet-botle/,
    );
    await expect(buildDataset({ ...spec, materials: ['cardboard'] })).rejects.toThrow(
      /2 to 128 different materials, got 1/,
    );
    const negative = { ...spec, perMaterial: { ...spec.perMaterial, test: -1 } };
    await expect(buildDataset(negative)).rejects.toThrow(
      /perMaterial\.test must be an integer in 0\.\.65536, got -1/,
    );
  });

  test('stops between items when told to', async () => {
    const controller = new AbortController();
    controller.abort(new Error('enough'));
    await expect(buildDataset(spec, { signal: controller.signal })).rejects.toThrow('enough');
  });
});

describe('pictures', () => {
  test('shrink by averaging, rounding half up', () => {
    const rgb = new Uint8Array(4 * 4 * 3).fill(10);
    rgb[0] = 12;
    const out = new Uint8Array(12);
    shrinkImage(rgb, 2, out, 0);
    expect([...out]).toEqual([11, ...new Array<number>(11).fill(10)]);
    expect(() => shrinkImage(rgb, 3, out, 0)).toThrow(/cannot be averaged to 3 px/);
  });

  test('the eight views are eight different permutations of the pixels', () => {
    const views = Array.from({ length: VIEWS }, (_, view) => viewIndex(4, view));
    expect(new Set(views.map((index) => index.join(','))).size).toBe(VIEWS);
    for (const index of views) expect(new Set(index).size).toBe(16);
  });
});

describe('scores', () => {
  test('count what they should on answers made by hand', () => {
    const data = toyDataset({ test: 1 });
    const rows = rowsOf(data, 'test');
    // True materials 0, 1, 2, 3; answered 0, 1, 2, 2 with confidence 1.
    const material = new Float32Array(16);
    [0, 1, 2, 2].forEach((answer, i) => {
      material[i * 4 + answer] = 1;
    });
    const state = new Float32Array(40);
    rows.forEach((row, i) => {
      state[i * 10 + Math.min(9, data.state[row]! + 1)] = 1;
    });
    const quality = Float32Array.from(rows, (row) => data.quality[row]! + 0.1);
    const result = score(
      { material, state, quality },
      { labels: data.labels, heads: ['material', 'state', 'quality'] },
      data,
      rows,
    );
    expect(result.accuracy.material).toBe(0.75);
    expect([...result.correct]).toEqual([1, 1, 1, 0]);
    expect(result.macroF1).toBeCloseTo((1 + 1 + 2 / 3 + 0) / 4, 6);
    expect(result.ece).toBeCloseTo(0.25, 6);
    expect(result.qualityMae).toBeCloseTo(0.1, 5);
    expect(result.stateMae).toBeLessThanOrEqual(1);
    expect(result.confusion[3 * 4 + 2]).toBe(1);
  });

  test('argmax takes the first of equals, the median the least absolute error', () => {
    expect(argmax([0, 5, 5, 1], 0, 4)).toBe(1);
    expect(medianState([0.3, 0, 0.1, 0.1, 0, 0, 0, 0, 0, 0.5], 0)).toBe(3);
  });

  test('fidelity is full and free of divergence with oneself; of two items with one turned round it is half of each', () => {
    const p = {
      material: Float32Array.of(0.7, 0.3, 0.2, 0.8),
      state: new Float32Array(0),
      quality: new Float32Array(0),
    };
    expect(fidelity(p, p, 2)).toEqual({ agreement: 1, meanKl: 0 });
    const q = { ...p, material: Float32Array.of(0.7, 0.3, 0.8, 0.2) };
    const { agreement, meanKl } = fidelity(p, q, 2);
    expect(agreement).toBe(0.5);
    expect(meanKl).toBeCloseTo((0.2 * Math.log(0.2 / 0.8) + 0.8 * Math.log(0.8 / 0.2)) / 2, 6);
  });
});

test('an ensemble of teachers answers with their mean probability', async () => {
  await openBackend();
  const one = (logits: number[]): TeacherTargets => ({
    position: Int32Array.of(0),
    material: Float32Array.from(logits),
    state: new Float32Array(10),
    quality: Float32Array.of(logits[0]!),
    fused: new Float32Array(512),
    maps: {},
  });
  const mean = ensembleTargets([one([Math.log(0.9), Math.log(0.1)]), one([Math.log(0.3), Math.log(0.7)])], 2);
  const p = tf.tidy(() => Array.from(tf.softmax(tf.tensor2d(mean.material, [1, 2])).dataSync()));
  expect(p[0]).toBeCloseTo(0.6, 5);
  expect(p[1]).toBeCloseTo(0.4, 5);
});
