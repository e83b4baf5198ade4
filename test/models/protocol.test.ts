import { describe, expect, test } from 'vitest';
import { rowsOf } from '../../models/data/dataset.ts';
import { permutedSensors } from '../../models/data/permute.ts';
import { relabel } from '../../models/data/relabel.ts';
import { ARM_NAMES, armOf, teacherOf } from '../../models/training/arms.ts';
import { pendingUnits, unitKey } from '../../models/training/protocol/protocol.ts';
import { choose, unitCount } from '../../models/training/protocol/rates.ts';
import { pendingTests } from '../../models/training/protocol/testing.ts';
import type { Protocol, Unit, UnitResult } from '../../models/training/protocol/types.ts';
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
  },
  training: {
    teacherSteps: 10,
    studentSteps: 10,
    batch: 32,
    validateEvery: 5,
    learningRates: [0.001, 0.003, 0.01],
    temperature: 3,
  },
  tuningSeeds: 2,
  primary: {
    ...{ labelledPerMaterial: 20, worlds: 2, draws: 2, seeds: 2 },
    arms: ['labels-only', 'multi-sensor-teacher', 'oracle'],
  },
  regimes: [
    { labelledPerMaterial: 5, worlds: 2, draws: 1, seeds: 1, arms: ['labels-only', 'multi-sensor-teacher'] },
  ],
  exploratory: { labelledPerMaterial: 20, worlds: 1, draws: 1, seeds: 1, arms: ['paper'] },
};

/** Pretends to train: best at 0.01. */
function played(
  results: UnitResult[] = [],
  atMost = Number.POSITIVE_INFINITY,
  plan: Protocol = protocol,
): UnitResult[] {
  for (;;) {
    const units = pendingUnits(plan, results).slice(0, atMost - results.length);
    if (units.length === 0) return results;
    for (const unit of units) {
      results.push({ unit, validationAccuracy: 0.5 - Math.abs(Math.log10(unit.learningRate) + 2) });
    }
  }
}

describe('the plan', () => {
  test('arms run beside differ from the multi-sensor teacher by one thing: they take its rate and temperature', () => {
    const plan = {
      ...protocol,
      exploratory: { ...protocol.exploratory, arms: ['single-task-material', 'feature'] as const },
    };
    const results = played([], Number.POSITIVE_INFINITY, plan);
    const unitOf = (name: string) =>
      results.find(({ unit }) => unit.arm === name && unit.stage === 'final')!.unit;
    const { learningRate, temperature } = unitOf('multi-sensor-teacher');
    expect(temperature).toBe(3);
    expect(unitOf('single-task-material')).toMatchObject({ learningRate, temperature });
    // The method has a temperature of its own.
    expect(unitOf('feature')).toMatchObject({ learningRate, temperature: 1 });
  });

  test('a search goes on beyond an edge that is best, in each regime by itself', () => {
    const better = (unit: Unit) =>
      unit.labelledPerMaterial === 5 ? 1 / unit.learningRate : unit.learningRate;
    const results: UnitResult[] = [];
    for (
      let units = pendingUnits(protocol, results);
      units.length > 0;
      units = pendingUnits(protocol, results)
    )
      for (const unit of units) results.push({ unit, validationAccuracy: 0.1 * Math.log10(better(unit)) });
    const rates = (labels: number) =>
      new Set(
        results
          .filter(
            ({ unit }) =>
              unit.stage === 'tune' && unit.labelledPerMaterial === labels && unit.arm === 'labels-only',
          )
          .map(({ unit }) => unit.learningRate),
      );
    expect([...rates(20)].sort()).toEqual([0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1].sort());
    expect([...rates(5)].sort()).toEqual([0.00001, 0.00003, 0.0001, 0.0003, 0.001, 0.003, 0.01].sort());
    expect(choose(protocol, results, 'labels-only', 20)).toBe(1);
    expect(choose(protocol, results, 'labels-only', 5)).toBe(0.00001);
    const { teachers, students } = unitCount(protocol, results);
    expect(results.length).toBe(teachers + students);
  });

  test('counts beforehand what it will have trained in the end', () => {
    const results = played();
    const { teachers, students } = unitCount(protocol, results);
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
          u.world === (unit.stage === 'tune' ? 1 : unit.world) &&
          u.draw === (unit.stage === 'tune' ? 1 : unit.draw) &&
          u.labelledPerMaterial === unit.labelledPerMaterial,
      );
      expect(at, unitKey(unit)).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThan(i);
    });
  });

  test('takes the choices of validation into every final training', () => {
    const results = played();
    expect(choose(protocol, results, 'multi-sensor-teacher', 20)).toBe(0.01);
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

  test('gives paired arms equal worlds, draws and seeds', () => {
    const finals = played().filter(({ unit }) => unit.stage === 'final' && unit.labelledPerMaterial === 20);
    for (const arm of protocol.primary.arms) {
      const places = finals
        .filter(({ unit }) => unit.arm === arm)
        .map(({ unit }) => `${unit.world}${unit.draw}${unit.seed}`);
      expect(places.sort()).toEqual(['111', '112', '121', '122', '211', '212', '221', '222']);
    }
  });

  test('refuses to choose for an arm that was not tuned', () => {
    expect(() => choose(protocol, [], 'hybrid', 20)).toThrow(/"hybrid" has not been tuned/);
  });

  test('every arm names terms that exist and a teacher that can be trained', () => {
    for (const name of ARM_NAMES) {
      const arm = armOf(name);
      if (arm.kind === 'student') expect(Object.keys(arm.terms)).toContain('hard');
    }
  });
});

describe('tests', () => {
  const known = (results: readonly UnitResult[], tested = new Set<string>()) =>
    results.map(({ unit }) => ({
      ...{ unit, model: `m ${unitKey(unit)}` },
      tested: tested.has(unitKey(unit)),
    }));

  test('no test item of a world exists before the last of its networks is trained', () => {
    const results = played();
    const world1 = results.filter(({ unit }) => unit.world === 1 && unit.labelledPerMaterial === 20);
    const primary = world1.filter(({ unit }) => unit.arm !== 'paper');
    expect(pendingTests(protocol, known(primary.slice(0, -1)))).toEqual([]);
    const tests = pendingTests(protocol, known(primary));
    // Two draws of two seeds, of three students and the teacher.
    expect(tests.length).toBe(16);
    expect(new Set(tests.map(({ seed }) => seed)).size).toBe(1);
  });

  test('every world and regime has items of its own, and they follow from the weights', () => {
    const results = played();
    const tests = pendingTests(protocol, known(results));
    expect(tests.length).toBe(results.filter(({ unit }) => unit.stage === 'final').length);
    const seeds = new Map(
      tests.map(({ unit, seed }) => [`${unit.labelledPerMaterial}/${unit.world}`, seed] as const),
    );
    expect(new Set(seeds.values()).size).toBe(4);
    const others = known(results).map((one) => ({ ...one, model: `${one.model}!` }));
    for (const { unit, seed } of pendingTests(protocol, others))
      expect(seed).not.toBe(seeds.get(`${unit.labelledPerMaterial}/${unit.world}`));
  });

  test('an arm that is run beside sees the items of those it is compared with', () => {
    const tests = pendingTests(protocol, known(played()));
    const paper = tests.find(({ unit }) => unit.arm === 'paper');
    const plain = tests.find(({ unit }) => unit.arm === 'labels-only' && unit.world === 1);
    expect(paper?.seed).toBe(plain?.seed);
  });

  test('what was tested is not tested again', () => {
    const results = played();
    const all = new Set(results.map(({ unit }) => unitKey(unit)));
    expect(pendingTests(protocol, known(results, all))).toEqual([]);
  });
});

describe('labels taken away', () => {
  test('each draw labels other items, and a small set of a draw is part of its larger one', () => {
    const data = toyDataset({ labelled: 20, unlabelled: 0 });
    const labelled = (draw: number, many: number) => new Set(rowsOf(relabel(data, many, draw), 'labelled'));
    const [first, second] = [labelled(1, 8), labelled(2, 8)];
    expect([...second].filter((row) => !first.has(row)).length).toBeGreaterThan(8);
    for (const row of labelled(2, 3)) expect(second.has(row)).toBe(true);
    expect([...labelled(2, 8)]).toEqual([...second]);
  });

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
