import { expect, test } from 'vitest';
import { loadProtocol } from '../../../../scenarios/schema/protocol/load.ts';
import { protocolOf } from '../../../../scenarios/schema/protocol/schema.ts';
import { estimateOf, estimateText } from '../../../../scenarios/studies/protocol/estimate.ts';
import { exactDial } from '../../../../scenarios/studies/protocol/exact.ts';
import { partsOf } from '../../../../scenarios/studies/protocol/parts.ts';
import { settingsHash, testStepOf, unitStep } from '../../../../scenarios/studies/protocol/plan.ts';
import { Slice } from '../../../../scenarios/studies/protocol/slice.ts';

const protocol = protocolOf(loadProtocol('distillation'), false);

test('points of the dial are protocols of their own: results of one count for no other', () => {
  const parts = partsOf(protocol, []);
  expect(parts.map(({ name }) => name)).toEqual(['main', 'dial 0', 'dial 0.25', 'dial 0.5', 'dial 0.75']);
  expect(new Set(parts.map((part) => settingsHash(part.protocol))).size).toBe(parts.length);
  expect(parts.map(({ ready }) => ready)).toEqual([true, false, false, false, false]);
});

test('the estimate counts every training of every part, and keeps to the budget of 8 core-hours', () => {
  const rows = estimateOf(protocol, []);
  const hours = rows.reduce((sum, { coreHours }) => sum + coreHours, 0);
  expect(hours).toBeGreaterThan(1);
  expect(hours).toBeLessThan(8);
  expect(estimateText(rows, 2)).toMatch(/^\d+ trainings, 0 done; about \d\.\d\d core-hours to go/);
  // Items in the cache cost nothing.
  const cached = estimateOf(protocol, [], { has: () => true });
  expect(
    cached.filter(({ network }) => network === 'items of a world').every(({ coreHours }) => coreHours === 0),
  ).toBe(true);
});

test('a deeper student takes larger pictures of the same items, and its teacher looks at the ones it knows', () => {
  const unit = {
    ...({
      stage: 'final',
      arm: 'deep-distilled',
      labelledPerMaterial: 20,
      world: 2,
      draw: 1,
      seed: 1,
    } as const),
    ...{ learningRate: 0.01, temperature: 3, teacherLearningRate: 0.003 },
  };
  const step = unitStep(unit, protocol);
  expect(step.dataset.spec).toMatchObject({ imagePx: 64, senses: ['visual'] });
  expect(step.lessons?.spec).toMatchObject({ imagePx: 32, seed: step.dataset.spec.seed });
  expect(step.lessons?.address).toBe(step.teachers[0]?.dataset.address);
  expect(testStepOf(protocol.data, 'clean', 7, 'deep-distilled').spec).toMatchObject({
    imagePx: 64,
    seed: 7,
  });
  expect(testStepOf(protocol.data, 'clean', 7, 'oracle').spec).toMatchObject({ imagePx: 32, seed: 7 });
});

test('a slice begins nothing that would end after it', async () => {
  const slice = new Slice(1);
  expect([slice.isOver(), slice.hasRoomFor('student')]).toEqual([false, true]);
  expect(new Slice(0).isOver()).toBe(true);
  const short = new Slice(0.05 / 3600);
  await short.timed('student', () => new Promise((resolve) => setTimeout(resolve, 30)));
  expect(short.hasRoomFor('student')).toBe(false);
});

test('in the small world nothing item-wise is gained at 0, and the teacher brings students to the ceiling at 1', () => {
  const world = { materials: 3, cues: 2, apart: 1, teacherApart: 3, pool: 200, labelled: 12, tests: 600 };
  const [none, full] = exactDial([0, 1], world, 3);
  expect(none?.recovered).toBeNull();
  expect(Math.abs(none?.pairing.mean ?? 99)).toBeLessThan(5);
  expect(full?.distilled).toBeGreaterThan((full?.ceiling ?? 1) - 0.05);
  expect(full?.gain.mean).toBeGreaterThan(0);
});
