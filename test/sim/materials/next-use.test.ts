import { describe, expect, test } from 'vitest';
import { materials } from '../../../sim/materials/catalogue.ts';
import { gradeOf, qualityOf, stateOf } from '../../../sim/materials/damage.ts';
import { type ItemState, makeItem } from '../../../sim/materials/item.ts';
import { grades } from '../../../sim/record/item-state.ts';
import { Worth } from '../../../sim/site/flow/worth.ts';
import { returns } from '../run/returns.ts';

const dry = { moistureKgPerKg: 0, soilGPerM2: 0, carbonBlackPct: 0 };
const items = materials.flatMap(({ id }) =>
  [0, 2, 4, 6, 8, 9].map(
    (state): ItemState => ({ ...makeItem({ seed: 3, itemId: state, materialId: id, state }), ...dry }),
  ),
);
const place = (item: ItemState) => grades.indexOf(gradeOf(item));
const outputs = returns().outputs.map((output) => new Worth(output));

/** EUR of the best that a returns centre can make of an item. */
const bestEur = (item: ItemState) =>
  Math.max(
    -0.26 * item.massKg,
    ...outputs.map((one) => one.eur({ item, state: stateOf(item), grade: gradeOf(item) })),
  );

/** Items that come out worse, and those that come out better, by one change. */
function changed(change: Partial<ItemState>) {
  const pairs = items.map((item) => [item, { ...item, ...change }] as const);
  return {
    worse: pairs.filter(([a, b]) => place(b) > place(a)).length,
    better: pairs.filter(([a, b]) => place(b) < place(a)).length,
    dearer: pairs.filter(([a, b]) => bestEur(b) > bestEur(a) + 1e-12).length,
    cheaper: pairs.filter(([a, b]) => bestEur(b) < bestEur(a) - 1e-12).length,
  };
}

describe('what a thing is still good for', () => {
  test.each([
    ['soil', { soilGPerM2: 30 }],
    ['much soil', { soilGPerM2: 90 }],
    ['water', { moistureKgPerKg: 0.3 }],
    ['carbon black', { carbonBlackPct: 2 }],
  ])('%s makes some things worse and cheaper, and none better or dearer', (_, change) => {
    const { worse, better, dearer, cheaper } = changed(change);
    expect(worse).toBeGreaterThan(items.length / 10);
    expect([better, dearer]).toEqual([0, 0]);
    expect(cheaper).toBeGreaterThan(0);
  });

  test('soil and water take quality, and more of them takes more', () => {
    for (const item of items.slice(0, 60)) {
      const soiled = [0, 10, 40].map((soilGPerM2) => qualityOf({ ...item, soilGPerM2 }));
      const wet = [0, 0.1, 0.4].map((moistureKgPerKg) => qualityOf({ ...item, moistureKgPerKg }));
      for (const row of [soiled, wet]) expect([...row].sort((a, b) => b - a)).toEqual(row);
    }
  });

  test('a crate is made to come back, and metal is molten anew however worn it is', () => {
    const of = (materialId: string, state: number) =>
      gradeOf({ ...makeItem({ seed: 3, itemId: 1, materialId, state }), ...dry });
    expect(of('pp-crate-coloured', 0)).toBe('reuse');
    expect(of('pp-cup-white', 0)).toBe('recycle-high');
    expect(of('steel-can', 9)).toBe('recycle-low');
    expect(of('glass-bottle-clear', 9)).toBe('recycle-low');
    expect(of('pp-crate-coloured', 9)).toBe('recover');
  });
});
