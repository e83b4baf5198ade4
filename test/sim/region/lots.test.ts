import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lots } from '../../../sim/region/stock/lots.ts';
import { sumOf } from '../../../sim/region/stock/stock.ts';

const quiet = () => {};

describe('lots', () => {
  it('are closed when full, in the order of their inflow, whatever happens to them later', () => {
    const lots = new Lots(2, quiet);
    lots.add(0, Float64Array.of(6, 0), 10);
    lots.add(1, Float64Array.of(0, 8), 10);
    expect(lots.waiting.map(({ kg, closedDay }) => [[...kg], closedDay])).toEqual([[[6, 4], 1]]);
    expect([...lots.open]).toEqual([0, 4]);
    lots.add(2, Float64Array.of(20, 0), 10);
    expect(lots.waiting.map(({ kg }) => [...kg])).toEqual([
      [6, 4],
      [6, 4],
      [10, 0],
    ]);
    expect([...lots.open]).toEqual([4, 0]);
  });

  it('are closed part-loaded after a month', () => {
    const lots = new Lots(1, quiet);
    lots.add(5, Float64Array.of(3), 10);
    lots.age(34);
    expect(lots.waiting).toHaveLength(0);
    lots.age(35);
    expect(lots.waiting.map(({ kg }) => sumOf(kg))).toEqual([3]);
    lots.age(99);
    expect(lots.waiting).toHaveLength(1);
  });

  it('hold every kilogram that came in, each at most a load', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { minLength: 3, maxLength: 3 })),
        fc.double({ min: 0.5, max: 40, noNaN: true }),
        (days, payloadKg) => {
          let told = 0;
          const lots = new Lots(3, (_, kg) => {
            told += kg;
          });
          for (const [index, day] of days.entries()) lots.add(index, Float64Array.from(day), payloadKg);
          const closed = lots.waiting.map(({ kg }) => sumOf(kg));
          const total = days.flat().reduce((sum, kg) => sum + kg, 0);
          const held = closed.reduce((sum, kg) => sum + kg, 0);
          expect(Math.abs(held + sumOf(lots.open) - total)).toBeLessThan(1e-9 * (1 + total));
          expect(Math.abs(told - held)).toBeLessThan(1e-9 * (1 + total));
          for (const kg of closed) expect(kg).toBeLessThanOrEqual(payloadKg * (1 + 1e-9));
        },
      ),
    ));
});
