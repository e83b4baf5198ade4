import { beforeAll, describe, expect, test } from 'vitest';
import type { Dataset } from '../../models/data/dataset.ts';
import { permutedSensors } from '../../models/data/permute.ts';
import { type Engine, openBackend } from '../../models/engine/backend.ts';
import { modelId } from '../../models/export/export.ts';
import type { Model } from '../../models/nets/model.ts';
import { type ArmName, armOf } from '../../models/training/arms.ts';
import { carryOut } from '../../models/training/carry-out.ts';
import type { Protocol, Unit } from '../../models/training/protocol/types.ts';
import { recipeOf, teachersOf, teacherUnit } from '../../models/training/protocol/unit.ts';
import { TRAINING } from '../../models/training/recipe.ts';
import { poolRows, teacherTargets } from '../../models/training/targets.ts';
import { trainTeacher } from '../../models/training/train.ts';
import { type Sense, sizeOf } from '../../sim/record/frames.ts';
import { TOY_MATERIALS, toyDataset } from './toy.ts';

const protocol: Protocol = {
  data: {
    materials: TOY_MATERIALS,
    imagePx: 32,
    seed: 1,
    poolPerMaterial: 24,
    validationPerMaterial: 8,
    calibrationPerMaterial: 0,
    testPerMaterial: 8,
  },
  training: {
    teacherSteps: 2,
    studentSteps: 2,
    batch: 32,
    validateEvery: 2,
    learningRates: [0.003],
    temperature: 1,
  },
  tuningSeeds: 1,
  primary: { labelledPerMaterial: 8, worlds: 1, draws: 1, seeds: 1, arms: ['labels-only'] },
  regimes: [],
  exploratory: { labelledPerMaterial: 8, worlds: 1, draws: 1, seeds: 1, arms: [] },
};
const unitOf = (arm: ArmName): Unit => ({
  stage: 'final',
  arm,
  labelledPerMaterial: 8,
  world: 1,
  draw: 1,
  seed: 1,
  learningRate: 0.003,
  temperature: 1,
  teacherLearningRate: 0.003,
});

let data: Dataset;
let teacher: Model;
let engine: Engine;

beforeAll(async () => {
  engine = await openBackend();
  data = toyDataset({ labelled: 24, unlabelled: 0, validation: 8, test: 8 });
  const spec = { ...TRAINING, name: 'teacher', steps: 8, validateEvery: 8 };
  teacher = (await trainTeacher(engine, data, { ...spec, senses: ['visual', 'thermal', 'spectral'] })).model;
}, 60_000);

/** Trains what a unit names, all its teachers being the one of this file. */
function trainUnit(unit: Unit) {
  const teachers = teachersOf(unit).map(() => teacher);
  return carryOut(engine, data, recipeOf(unit, protocol), teachers);
}

/** The data set in which each row really has the thermal picture and the spectrum of another. */
function exchanged(rowOf: (row: number, sense: Sense) => number): Dataset {
  const streams = Object.entries(data.streams).map(([sense, stream]) => {
    const values = stream.values.slice();
    const size = sizeOf(stream.shape);
    for (let row = 0; row < data.count; row++) {
      const from = rowOf(row, sense) * size;
      values.set(stream.values.subarray(from, from + size), row * size);
    }
    return [sense, { ...stream, values }];
  });
  return { ...data, streams: Object.fromEntries(streams) };
}

describe('who teaches an arm', () => {
  test.each([
    ['visual-teacher', 'teacher-visual'],
    ['visual-attention', 'teacher'],
    ['multi-sensor-teacher', 'teacher'],
    ['permuted-within', 'teacher'],
    ['permuted-across', 'teacher'],
    ['teacher-ensemble-3', 'teacher'],
    ['labels-only', null],
    ['oracle', null],
    ['thermal-hint', null],
  ] as const)('%s listens to %s', (arm, expected) => {
    expect(teacherUnit(unitOf(arm))?.arm ?? null).toBe(expected);
  });

  test('the colour-only teacher is told apart by what it sees, and a training asks for it', async () => {
    const { model } = await trainUnit(unitOf('teacher-visual'));
    expect(model.senses).toEqual(['visual']);
    expect(armOf('teacher')).toMatchObject({ senses: ['visual', 'thermal', 'spectral'] });
    const asked = (['visual-teacher', 'multi-sensor-teacher', 'teacher-ensemble-3'] as const).flatMap((arm) =>
      teachersOf(unitOf(arm)).map(({ arm: name, seed }) => `${name}/${seed}`),
    );
    expect(asked).toEqual(['teacher-visual/1', 'teacher/1', 'teacher/1', 'teacher/1001', 'teacher/2001']);
    const untaught = carryOut(engine, data, recipeOf(unitOf('visual-teacher'), protocol), []);
    await expect(untaught).rejects.toThrow(/the lesson visual has no teacher/);
  });
});

describe('permuted sensors reach the teacher', () => {
  test.each(['within', 'across'] as const)(
    '%s: its answers are those on a data set whose sensors were exchanged',
    async (how) => {
      const rowOf = permutedSensors(data, poolRows(data), how, 1);
      const told = await teacherTargets(teacher, data, { rowOf });
      const moved = await teacherTargets(teacher, exchanged(rowOf));
      expect(told.material).toEqual(moved.material);
      expect(told.maps.thermal).toEqual(moved.maps.thermal);
      expect(told.material).not.toEqual((await teacherTargets(teacher, data)).material);
    },
  );

  test('and the students of the three arms learn different things from equal starts', async () => {
    const arms = ['multi-sensor-teacher', 'permuted-within', 'permuted-across'] as const;
    const weights: unknown[] = [];
    for (const arm of arms) {
      const { model } = await trainUnit(unitOf(arm));
      weights.push(Object.values(model.weights).map(({ values }) => Array.from(values)));
    }
    const [paired, within, across] = weights;
    expect(within).not.toEqual(paired);
    expect(across).not.toEqual(paired);
    expect(across).not.toEqual(within);
  });
});

describe('the recipe of a unit', () => {
  // As they were when protocols and days trained by code of their own.
  test.each([
    ['teacher-visual', '7f807e112cfe85dd'],
    ['labels-only', 'dc89de534e396003'],
    ['oracle', '36b4c303baff01e8'],
    ['hybrid', '00794525ee81e7d9'],
    ['thermal-hint', '14b1a38df183a161'],
    ['hint-and-soft', 'b33e8ced89380643'],
    ['permuted-within', '853014624e252fc9'],
    ['teacher-ensemble-3', 'ebb6c26986baf083'],
    ['decoupled', '84f5dcb02d46f371'],
    ['paper', '3d76165991a3376a'],
  ] as const)('%s gives the same model, head of its file included', async (arm, hash) => {
    expect(modelId((await trainUnit(unitOf(arm))).model)).toBe(`${arm}-${hash}`);
  });
});
