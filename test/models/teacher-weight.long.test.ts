import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildDataset } from '../../models/data/build-dataset.ts';
import { rowsOf } from '../../models/data/dataset.ts';
import { openBackend } from '../../models/engine/backend.ts';
import { evaluate } from '../../models/evaluation/evaluate.ts';
import { ALL_HEADS } from '../../models/nets/model.ts';
import { distilStudent } from '../../models/training/distil.ts';
import { METHODS } from '../../models/training/methods.ts';
import { TRAINING } from '../../models/training/recipe.ts';
import { teacherTargets } from '../../models/training/targets.ts';
import { trainTeacher } from '../../models/training/train.ts';
import { loadProtocol } from '../../scenarios/schema/protocol/load.ts';

const file = new URL('./results/teacher-weight.json', import.meta.url);
/** A data seed that no result comes from: what is chosen on it does not favour the protocol's own items. */
const SEED = 77;

/** How loud a teacher shall speak beside labels; `LOOPTWIN_UPDATE=1` rewrites the result. */
test('weight of the soft targets, chosen on another data seed', async () => {
  const engine = await openBackend();
  const { data: plan, training, primary } = loadProtocol('distillation').protocol;
  const labelled = primary.labelledPerMaterial;
  const data = await buildDataset({
    materials: plan.materials,
    perMaterial: {
      labelled,
      unlabelled: plan.poolPerMaterial - labelled,
      validation: plan.validationPerMaterial,
      calibration: 0,
      test: 60,
    },
    imagePx: plan.imagePx,
    seed: SEED,
    testDraw: 0,
  });
  const common = {
    ...TRAINING,
    batch: training.batch,
    validateEvery: training.validateEvery,
    heads: ALL_HEADS,
  };
  const senses = ['visual', 'thermal', 'spectral'] as const;
  const teacher = await trainTeacher(engine, data, {
    ...common,
    name: 'teacher',
    steps: training.teacherSteps,
    senses,
  });
  const lessons = { teacher: await teacherTargets(teacher.model, data) };
  const accuracy: Record<string, number> = {};
  for (const temperature of [1, 3]) {
    for (const soft of [1, METHODS.soft.soft, 10]) {
      const { model } = await distilStudent(engine, data, lessons, {
        ...common,
        name: `weight ${soft}, temperature ${temperature}`,
        steps: training.studentSteps,
        learningRate: 0.01,
        patience: training.studentSteps,
        smoothing: 0,
        terms: { ...METHODS.soft, soft },
        temperature,
      });
      accuracy[`weight ${soft}, temperature ${temperature}`] = evaluate(
        model,
        data,
        rowsOf(data, 'test'),
      ).accuracy.material;
    }
  }
  const text = `${JSON.stringify({ dataSeed: SEED, items: rowsOf(data, 'test').length, accuracy }, null, 2)}\n`;
  console.log(text);
  if (process.env.LOOPTWIN_UPDATE === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}, 900_000);
