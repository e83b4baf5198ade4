import { expect, test } from 'vitest';
import { materials } from '../../../sim/materials/catalogue.ts';
import { makeItem } from '../../../sim/materials/item.ts';

/**
 * Area of the walls over length x width: a shard fills less than its box, a sheet all of it, a bag has two sides and a
 * bottle goes round (pi, and its bottom).
 */
const RANGE = {
  shard: [0.5, 1],
  sheet: [1, 1],
  block: [1, 1],
  film: [1, 2],
  tray: [1, 2],
  cloth: [1, 2],
  part: [1, 2],
  bag: [2, 3],
  box: [2, 3],
  bottle: [2.7, 3.7],
  cup: [2.7, 3.7],
  can: [3, 5],
  tube: [3, 3.2],
} as const;

test.each(materials)('$id: a fresh item weighs what its walls weigh', (material) => {
  const item = makeItem({ seed: 2, itemId: 11, materialId: material.id, state: 0 });
  const { massKg, lengthM, widthM, thicknessM, relativeDensity, shape } = item;
  const perAreaKg = thicknessM * relativeDensity * material.thermal.densityKgPerM3;
  const area = massKg / perAreaKg / (lengthM * widthM);
  const [least, most] = RANGE[shape];
  expect(area).toBeGreaterThan(least * 0.97);
  expect(area).toBeLessThan(most * 1.03);
});

test.each(materials)('$id: lies nearly flat, as often nose up as down', ({ id }) => {
  const pitches = Array.from(
    { length: 40 },
    (_, itemId) => makeItem({ seed: 2, itemId, materialId: id }).pitchRad,
  );
  for (const pitch of pitches) expect(Math.abs(pitch)).toBeLessThanOrEqual(0.2);
  const mean = pitches.reduce((a, b) => a + b, 0) / pitches.length;
  expect(Math.abs(mean)).toBeLessThan(0.08); // four standard errors of a mean of 40
});
