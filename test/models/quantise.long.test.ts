import { expect, test } from 'vitest';
import { buildDataset } from '../../models/data/build-dataset.ts';
import { rowsOf } from '../../models/data/dataset.ts';
import { openBackend } from '../../models/engine/backend.ts';
import { TRAINING } from '../../models/training/recipe.ts';
import { trainStudent } from '../../models/training/train.ts';
import { loadProtocol } from '../../scenarios/schema/protocol/load.ts';
import { exportStudent } from '../../scenarios/studies/export/student.ts';

/** int8 must cost at most one point: the upper 95 % limit of the paired loss on 5,000 items of 50 materials. */
test('post-training quantisation loses at most one point', async () => {
  const engine = await openBackend();
  const { materials } = loadProtocol('distillation').protocol.data;
  const perMaterial = { labelled: 40, unlabelled: 0, validation: 5, calibration: 10, test: 100 };
  const data = await buildDataset({ materials, perMaterial, imagePx: 32, seed: 2, testDraw: 0 });
  const spec = { ...TRAINING, name: 'student', steps: 600, validateEvery: 300, smoothing: 0 };
  const { model } = await trainStudent(engine, data, spec);
  const facts = { teacher: null, dataHash: 'test', origin: 'labels-only' };
  const { cost, card, files } = exportStudent(model, data, data, facts);
  console.log(card);
  expect(rowsOf(data, 'test').length).toBeGreaterThanOrEqual(5000);
  expect(cost!.lossPoints.hi).toBeLessThanOrEqual(1);
  expect(Object.keys(files).sort()).toEqual([
    'model-card.md',
    'student-int8.onnx',
    'student.bin',
    'student.h',
    'student.onnx',
  ]);
}, 600_000);
