import { expect, test } from 'vitest';
import { buildDataset } from '../../../../models/data/build-dataset.ts';
import { type Dataset, rowsOf, type Split } from '../../../../models/data/dataset.ts';
import type { Protocol, Unit } from '../../../../models/training/protocol/types.ts';
import { exportSpec, poolStep, testStep, unitStep } from '../../../../scenarios/studies/protocol/plan.ts';
import { at } from '../../../../sim/record/must.ts';

const protocol: Protocol = {
  data: {
    ...{ materials: ['cardboard', 'steel-can'], imagePx: 32, seed: 1 },
    ...{ poolPerMaterial: 3, validationPerMaterial: 1, calibrationPerMaterial: 2, testPerMaterial: 2 },
  },
  training: {
    ...{ teacherSteps: 2, studentSteps: 3, batch: 32, validateEvery: 2 },
    ...{ learningRates: [0.003], temperature: 1 },
  },
  tuningSeeds: 1,
  primary: { labelledPerMaterial: 2, worlds: 1, draws: 1, seeds: 1, arms: ['labels-only'] },
  regimes: [],
  exploratory: { labelledPerMaterial: 2, worlds: 1, draws: 1, seeds: 1, arms: [] },
};

const unit: Unit = {
  ...{ stage: 'final', arm: 'teacher-ensemble-3', labelledPerMaterial: 2, world: 1, draw: 1, seed: 1 },
  ...{ learningRate: 0.01, temperature: 1, teacherLearningRate: 0.003 },
} as Unit;

/** Ids and pictures of one part. */
const seen = (data: Dataset, split: Split) =>
  [...rowsOf(data, split)].map((row) => {
    const size = data.streams.visual!.values.length / data.count;
    const picture = data.streams.visual!.values.slice(row * size, (row + 1) * size);
    return [at(data.itemId, row), ...picture];
  });

test('a student is exported on the items that the protocol calibrates and tests on', async () => {
  const exported = await buildDataset({ ...exportSpec(protocol.data), senses: ['visual'] });
  const [pool, tests] = await Promise.all(
    [poolStep(protocol.data), testStep(protocol.data, 'clean', protocol.data.seed)].map(({ spec }) =>
      buildDataset(spec),
    ),
  );
  expect(seen(exported, 'calibration')).toEqual(seen(pool!, 'calibration'));
  expect(seen(exported, 'test')).toEqual(seen(tests!, 'test'));
  expect(seen(exported, 'test')).toHaveLength(4);
});

test('a tuned training is the final one of equal choices; teachers come along by their own addresses', () => {
  const final = unitStep(unit, protocol);
  expect(unitStep({ ...unit, stage: 'tune' }, protocol).address).toBe(final.address);
  expect(new Set(final.teachers.map(({ address }) => address)).size).toBe(3);
  const [first] = final.teachers;
  const own = { ...unit, arm: 'teacher', learningRate: 0.003, teacherLearningRate: null } as Unit;
  expect(first!.address).toBe(unitStep(own, protocol).address);
  for (const change of [
    { seed: 2 },
    { learningRate: 0.02 },
    { temperature: 2 },
    { labelledPerMaterial: 1 },
    { world: 2 },
    { draw: 2 },
  ])
    expect(unitStep({ ...unit, ...change }, protocol).address).not.toBe(final.address);
});
