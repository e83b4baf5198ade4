import { expect, test } from 'vitest';
import { armOf } from '../../models/training/arms.ts';
import { dialPoints, isReady } from '../../models/training/protocol/dial.ts';
import { pendingUnits } from '../../models/training/protocol/protocol.ts';
import { plannedUnits } from '../../models/training/protocol/rates.ts';
import type { Protocol, UnitResult } from '../../models/training/protocol/types.ts';

const protocol: Protocol = {
  data: {
    ...{ materials: ['cardboard', 'pet-bottle-clear'], imagePx: 32, seed: 1, poolPerMaterial: 40 },
    ...{ validationPerMaterial: 5, calibrationPerMaterial: 5, testPerMaterial: 5 },
  },
  training: {
    ...{ teacherSteps: 10, studentSteps: 10, batch: 32, validateEvery: 5 },
    ...{ learningRates: [0.001, 0.003, 0.01], temperature: 3 },
  },
  tuningSeeds: 1,
  primary: {
    ...{ labelledPerMaterial: 20, worlds: 2, draws: 1, seeds: 1 },
    arms: ['labels-only', 'multi-sensor-teacher', 'permuted-within', 'oracle'],
    tuned: ['labels-only', 'multi-sensor-teacher', 'oracle'],
  },
  regimes: [],
  beside: [
    {
      ...{ labelledPerMaterial: 20, worlds: 1, draws: 1, seeds: 1 },
      arms: ['deep-distilled', 'deep-oracle'],
      ...{ tuned: ['deep-oracle'], rateOf: 'deep-oracle' },
    },
  ],
  dial: {
    ...{ couplings: [0, 0.5, 1], labelledPerMaterial: 20, worlds: 2, draws: 1, seeds: 1 },
    arms: ['labels-only', 'multi-sensor-teacher', 'permuted-within', 'oracle'],
  },
  exploratory: { labelledPerMaterial: 20, worlds: 1, draws: 1, seeds: 1, arms: [] },
};

/** Pretends to train: best at .001 for students that are deep, at .003 for others. */
function played(plan: Protocol): UnitResult[] {
  const results: UnitResult[] = [];
  for (let units = pendingUnits(plan, results); units.length > 0; units = pendingUnits(plan, results))
    for (const unit of units) {
      const arm = armOf(unit.arm);
      const best = arm.kind === 'student' && arm.deep ? -2 : -2.5;
      results.push({ unit, validationAccuracy: 0.5 - Math.abs(Math.log10(unit.learningRate) - best) });
    }
  return results;
}

test('points of the dial wait for the rates of the main question, take them, and search for none', () => {
  const before = dialPoints(protocol, [], 1);
  expect(before.map(({ coupling, protocol: own }) => [coupling, own === null])).toEqual([
    [0, false],
    [0.5, false],
    [1, true],
  ]);
  expect(before.map(isReady)).toEqual([false, false, true]);
  const results = played(protocol);
  const [zero] = dialPoints(protocol, results, 1);
  expect(isReady(zero!)).toBe(true);
  expect(zero!.protocol!.data).toEqual({ ...protocol.data, lookCoupling: 0 });
  const own = played(zero!.protocol!);
  expect(own.every(({ unit }) => unit.stage === 'final' && unit.learningRate === 0.003)).toBe(true);
  // Two worlds of four students and their teacher.
  expect(own.length).toBe(10);
  expect(plannedUnits(zero!.protocol!, []).size).toBe(10);
});

test('arms without a search take the rate of the arm that they lean on', () => {
  const finals = played(protocol).filter(({ unit }) => unit.stage === 'final');
  const rateOf = (arm: string) => finals.find(({ unit }) => unit.arm === arm)?.unit.learningRate;
  expect(rateOf('deep-distilled')).toBe(0.01);
  expect(rateOf('deep-oracle')).toBe(0.01);
  expect(rateOf('permuted-within')).toBe(rateOf('multi-sensor-teacher'));
  const searched = new Set(played(protocol).flatMap(({ unit }) => (unit.stage === 'tune' ? [unit.arm] : [])));
  expect([...searched].sort()).toEqual([
    'deep-oracle',
    'labels-only',
    'multi-sensor-teacher',
    'oracle',
    'teacher',
  ]);
});
