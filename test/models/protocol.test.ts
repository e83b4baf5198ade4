import { describe, expect, test } from 'vitest';
import { rowsOf } from '../../models/data/dataset.ts';
import { permutedSensors } from '../../models/data/permute.ts';
import { relabel } from '../../models/data/relabel.ts';
import { ARM_NAMES, armOf, teacherOf } from '../../models/training/arms.ts';
import {
  choose,
  type Protocol,
  pendingUnits,
  type UnitResult,
  unitCount,
  unitKey,
} from '../../models/training/protocol.ts';
import { poolRows } from '../../models/training/targets.ts';
import { toyDataset } from './toy.ts';

const protocol: Protocol = {
  data: {
    materials: ['cardboard', 'pet-bottle-clear'],
    imagePx: 32,
    seed: 1,
    poolPerMaterial: 40,
    validationPerMaterial: 5,
    calibrationPerMaterial: 5,
    testPerMaterial: 5,
    testDraw: 0,
  },
  training: {
    teacherSteps: 10,
    studentSteps: 10,
    batch: 32,
    validateEvery: 5,
    learningRates: [0.001, 0.003, 0.01],
    middleLearningRate: 0.003,
  },
  tuningSeeds: 2,
  primary: { labelledPerMaterial: 20, seeds: 4, arms: ['labels-only', 'multi-sensor-teacher', 'oracle'] },
  regimes: [{ labelledPerMaterial: 5, seeds: 2, arms: ['labels-only', 'multi-sensor-teacher'] }],
  exploratory: { labelledPerMaterial: 20, seeds: 1, arms: ['paper'] },
};

/** Pretends to train: better at 0.01, and worse at a temperature of 3. */
function played(results: UnitResult[] = [], atMost = Number.POSITIVE_INFINITY): UnitResult[] {
  for (;;) {
    const units = pendingUnits(protocol, results).slice(0, atMost - results.length);
    if (units.length === 0) return results;
    for (const unit of units) {
      results.push({ unit, validationAccuracy: 0.5 + 10 * unit.learningRate - 0.1 * (unit.temperature - 1) });
    }
  }
}

describe('the plan', () => {
  test('arms run once differ from the multi-sensor teacher by one thing: they take its rate and temperature', () => {
    const warm: UnitResult[] = [];
    const plan = {
      ...protocol,
      exploratory: { ...protocol.exploratory, arms: ['single-task-material', 'feature'] as const },
    };
    for (let units = pendingUnits(plan, warm); units.length > 0; units = pendingUnits(plan, warm)) {
      for (const unit of units)
        warm.push({ unit, validationAccuracy: 0.5 + unit.learningRate + 0.1 * unit.temperature });
    }
    const unitOf = (name: string) =>
      warm.find(({ unit }) => unit.arm === name && unit.stage === 'final')!.unit;
    const { learningRate, temperature } = unitOf('multi-sensor-teacher');
    expect(temperature).toBe(3);
    expect(unitOf('single-task-material')).toMatchObject({ learningRate, temperature });
    // The method has a temperature of its own.
    expect(unitOf('feature')).toMatchObject({ learningRate, temperature: 1 });
  });

  test('counts beforehand what it will have trained in the end', () => {
    const results = played();
    const { teachers, students } = unitCount(protocol);
    expect(results.length).toBe(teachers + students);
    expect(results.filter(({ unit }) => armOf(unit.arm).kind === 'teacher').length).toBe(teachers);
    expect(new Set(results.map(({ unit }) => unitKey(unit))).size).toBe(results.length);
  });

  test('trains nothing before the teacher it listens to', () => {
    const results = played();
    results.forEach(({ unit }, i) => {
      const teacher = teacherOf(armOf(unit.arm));
      if (!teacher) return;
      const at = results.findIndex(
        ({ unit: u }) =>
          u.stage === 'final' &&
          u.arm === teacher &&
          u.seed === unit.seed &&
          u.labelledPerMaterial === unit.labelledPerMaterial,
      );
      expect(at, unitKey(unit)).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThan(i);
    });
  });

  test('takes the choices of validation into every final training', () => {
    const results = played();
    expect(choose(protocol, results, 'multi-sensor-teacher')).toEqual({ learningRate: 0.01, temperature: 1 });
    const finals = results.filter(({ unit }) => unit.stage === 'final');
    expect(finals.every(({ unit }) => unit.learningRate === 0.01)).toBe(true);
    const paper = finals.find(({ unit }) => unit.arm === 'paper')!;
    expect(paper.unit.temperature).toBe(3);
  });

  test('goes on from any prefix of its results to the same end', () => {
    const whole = played();
    const keys = (results: readonly UnitResult[]) => results.map(({ unit }) => unitKey(unit)).sort();
    for (const cut of [1, 7, 20, whole.length - 1]) {
      expect(keys(played(played([], cut)))).toEqual(keys(whole));
    }
  });

  test('gives paired arms equal seeds', () => {
    const finals = played().filter(({ unit }) => unit.stage === 'final' && unit.labelledPerMaterial === 20);
    for (const arm of protocol.primary.arms) {
      const seeds = finals.filter(({ unit }) => unit.arm === arm).map(({ unit }) => unit.seed);
      expect(seeds.sort()).toEqual([1, 2, 3, 4]);
    }
  });

  test('refuses to choose for an arm that was not tuned', () => {
    expect(() => choose(protocol, [], 'hybrid')).toThrow(/"hybrid" has not been tuned/);
  });

  test('every arm names terms that exist and a teacher that can be trained', () => {
    for (const name of ARM_NAMES) {
      const arm = armOf(name);
      if (arm.kind === 'student') expect(Object.keys(arm.terms)).toContain('hard');
    }
  });
});

describe('labels taken away', () => {
  test('a small regime is part of a larger one, and streams stay what they are', () => {
    const data = toyDataset({ labelled: 20, unlabelled: 0 });
    const [few, more] = [relabel(data, 3), relabel(data, 8)];
    const labelled = (d: typeof data) => new Set(rowsOf(d, 'labelled'));
    expect(labelled(few).size).toBe(12);
    for (const row of labelled(few)) expect(labelled(more).has(row)).toBe(true);
    expect(few.streams).toBe(data.streams);
    expect(poolRows(few)).toEqual(poolRows(data));
    expect(() => relabel(data, 21)).toThrow(/wants 21 labels per material, the pool has 20/);
  });
});

describe('permuted sensors', () => {
  test.each(['within', 'across'] as const)('%s: every row is used once, nobody keeps their own', (how) => {
    const data = toyDataset();
    const rows = poolRows(data);
    const rowOf = permutedSensors(data, rows, how, 3);
    const sources = Array.from(rows, (row) => rowOf(row, 'spectral'));
    expect([...sources].sort((a, b) => a - b)).toEqual([...rows]);
    rows.forEach((row, i) => {
      expect(sources[i]).not.toBe(row);
      expect(rowOf(row, 'visual')).toBe(row);
      expect(rowOf(row, 'thermal')).toBe(sources[i]);
      if (how === 'within') expect(data.material[sources[i]!]).toBe(data.material[row]);
    });
    const foreign = sources.filter((source, i) => data.material[source] !== data.material[rows[i]!]).length;
    if (how === 'across') expect(foreign / rows.length).toBeGreaterThan(0.5);
  });
});
