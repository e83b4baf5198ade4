import { describe, expect, test } from 'vitest';
import { pieceBooks, pieceEur } from '../../../sim/accounts/bench.ts';
import { grades } from '../../../sim/record/item-state.ts';
import { must } from '../../../sim/record/must.ts';
import { type Thing, Worth } from '../../../sim/site/flow/worth.ts';
import { shelf, workshop } from '../run/returns.ts';

const thing = (materialId: string, grade: Thing['grade'], massKg = 0.5): Thing => ({
  ...{ item: { materialId, massKg }, grade },
  state: grade === 'reuse' ? 0 : 3,
});

const bench = must(workshop.bench, 'bench');
const terms = must(bench.pieces[0], 'terms');

describe('what a thing is worth to an output', () => {
  test('a repair pays its minutes and parts, whether it passes its test or not', () => {
    const of = (passes: number, returns: number) =>
      pieceEur(pieceBooks(bench, terms, 0.5, { passes, returns }));
    const spent = (5 / 60) * 22 + 0.5;
    expect(of(1, 0)).toBeCloseTo(6 - spent, 12);
    expect(of(0, 0)).toBeCloseTo(-0.05 - spent, 12);
    // Paid back, and the way back paid as well: worse than never sold.
    expect(of(1, 1)).toBeCloseTo(-0.05 - 2 - spent, 12);
  });

  test('is the mean over what may become of it', () => {
    const of = (passes: number, returns: number) =>
      pieceEur(pieceBooks(bench, terms, 0.5, { passes, returns }));
    const mean =
      0.64 * 0.9 * of(1, 0) + 0.64 * 0.1 * of(1, 1) + 0.36 * 0.9 * of(0, 0) + 0.36 * 0.1 * of(0, 1);
    expect(new Worth(workshop).eur(thing('wood-pine', 'repair'))).toBeCloseTo(mean, 12);
  });

  test('a thing of another grade or material costs the time to find it out, its charge, and that some are sold and come back', () => {
    const worth = new Worth(shelf);
    const wrong = -(1 / 60) * 22 - 0.2 * 0.5 - 0.2 * 5;
    expect(worth.eur(thing('wood-pine', 'recycle-low'))).toBeCloseTo(wrong, 12);
    expect(worth.eur(thing('glass-bottle-clear', 'reuse'))).toBeCloseTo(wrong, 12);
    expect(worth.accepts(thing('wood-pine', 'reuse'))).toBe(true);
  });

  test('only what stays sold in place of a new one makes that unnecessary', () => {
    const co2 = (passes: number, returns: number) =>
      pieceBooks(bench, terms, 0.5, { passes, returns }).newCo2eKg;
    expect(co2(1, 0)).toBeCloseTo(-2 * 0.5 * 0.5, 12);
    expect(co2(0, 0)).toBeCloseTo(0, 12);
    expect(co2(1, 1)).toBeCloseTo(0, 12);
  });

  test('an output without grades takes every one of them', () => {
    const { grades: _, bench: _b, ...plain } = { ...shelf, tiers: [{ minPurity: 0, priceEurPerKg: 1 }] };
    const worth = new Worth(plain);
    for (const grade of grades) expect(worth.eur(thing('wood-pine', grade))).toBe(0.5);
  });
});
