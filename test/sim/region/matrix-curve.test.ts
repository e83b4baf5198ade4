import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MatrixCurve } from '../../../sim/region/spec/matrix-curve.ts';
import { transferMatrix } from '../../../sim/region/spec/transfer-matrix.ts';

const load = (loadKgPerH: number, pet: number, pp = 0) => ({
  loadKgPerH,
  matrix: transferMatrix(['PET', 'PP'], { bale: { PET: pet, PP: pp }, film: { PET: pp, PP: pet } }),
});
/** Kilograms of PET baled in an hour in which one kilogram of every ten at this load is PET. */
const kgAt = (curve: MatrixCurve, loadKgPerH: number) => curve.at(loadKgPerH).share[0]! * loadKgPerH;

describe('a measured site between its loads', () => {
  it('is as measured at the loads themselves, and constant beyond the ends', () => {
    const curve = new MatrixCurve([load(10, 0.9), load(20, 0.8), load(40, 0.5)]);
    for (const [kgPerH, share] of [
      [10, 0.9],
      [20, 0.8],
      [40, 0.5],
      [3, 0.9],
      [90, 0.5],
    ])
      expect(curve.at(kgPerH!).share[0]).toBeCloseTo(share!, 12);
    expect(new MatrixCurve([load(10, 0.9)]).at(25).share[0]).toBe(0.9);
    expect(() => new MatrixCurve([])).toThrow('needs at least one load');
  });

  it('between two loads is a straight line in kilograms an hour', () => {
    const curve = new MatrixCurve([load(10, 0.9), load(30, 0.5)]);
    expect(kgAt(curve, 15)).toBeCloseTo(9 + (15 - 9) / 4, 12);
  });

  it('follows robots that take a share of what passes, and robots that are busy all the time, exactly', () => {
    const share = new MatrixCurve([load(10, 0.6), load(20, 0.6), load(35, 0.6)]);
    const busy = new MatrixCurve([load(10, 0.6), load(20, 0.3), load(40, 0.15)]);
    for (const kgPerH of [11, 17, 26, 33]) {
      expect(share.at(kgPerH).share[0]).toBeCloseTo(0.6, 12);
      expect(kgAt(busy, kgPerH)).toBeCloseTo(6, 12);
    }
  });

  it('follows a bend better than a straight line does', () => {
    // A queue that loses what it has no time for: kilograms picked an hour are 12 (1 - exp(-load / 12)).
    const picked = (kgPerH: number) => 12 * (1 - Math.exp(-kgPerH / 12));
    const loads = [5, 10, 20, 40];
    const curve = new MatrixCurve(loads.map((kgPerH) => load(kgPerH, picked(kgPerH) / kgPerH)));
    for (const [low, kgPerH, high] of [
      [5, 7, 10],
      [10, 15, 20],
      [20, 30, 40],
    ] as const) {
      const straight = picked(low) + ((picked(high) - picked(low)) * (kgPerH - low)) / (high - low);
      const off = Math.abs(kgAt(curve, kgPerH) - picked(kgPerH));
      expect(off).toBeLessThan(0.5 * Math.abs(straight - picked(kgPerH)));
    }
  });

  it('whatever was measured, shares are shares, columns sum to 1, and kilograms lie between their neighbours', () => {
    const tables = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.nat(1000), fc.nat(1000)), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(tables, fc.double({ min: 0.5, max: 130, noNaN: true }), (steps, kgPerH) => {
        let top = 0;
        const loads = steps.map(([step, a, b]) => {
          top += step;
          const most = Math.max(1000, a + b);
          return load(top, a / most, b / most);
        });
        const { share, inputs } = new MatrixCurve(loads).at(kgPerH);
        for (const value of share) expect(value).toBeGreaterThanOrEqual(0);
        for (const column of inputs.keys()) {
          const sum = [0, 2, 4].reduce((total, row) => total + share[row + column]!, 0);
          expect(sum).toBeCloseTo(1, 9);
        }
        const above = loads.findIndex(({ loadKgPerH }) => loadKgPerH >= kgPerH);
        if (above <= 0) return;
        const ends = [loads[above - 1]!, loads[above]!].map((one) => one.matrix.share[0]! * one.loadKgPerH);
        expect(share[0]! * kgPerH).toBeLessThanOrEqual(Math.max(...ends) + 1e-9);
      }),
    );
  });
});
