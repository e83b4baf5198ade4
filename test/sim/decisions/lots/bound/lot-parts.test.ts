import { expect, test } from 'vitest';
import { LotParts } from '../../../../../sim/decisions/lots/bound/lot-parts.ts';
import { type LotSums, mapped } from '../../../../../sim/decisions/lots/bound/lot-sums.ts';
import { LotDual } from '../../../../../sim/decisions/lots/lot-dual.ts';
import { stepLines } from '../../../../../sim/decisions/lots/lot-lines.ts';
import { bestStep } from '../../../../../sim/decisions/lots/lot-plan.ts';
import type { SeenDay } from '../../../../../sim/decisions/lots/seen-day.ts';
import { stream } from '../../../../../sim/kernel/random/random.ts';

const random = stream({ seed: 8, replication: 0, path: 'test', purpose: 'parts of days' });
const between = (from: number, to: number) => from + (to - from) * random.next();

/** A day of three outputs and four labels, the last of which nobody wants, seen more and more surely by each look. */
function madeUpDay(looks: number): SeenDay {
  const items = 60;
  const labels = 4;
  const truth = Int32Array.from({ length: items }, () => Math.floor(between(0, labels)));
  const look = (sure: number) =>
    Float64Array.from(
      Array.from(truth).flatMap((k) => {
        const row = Array.from({ length: labels }, (_, l) => (l === k ? sure : 0) + random.next());
        const sum = row.reduce((a, b) => a + b, 0);
        return row.map((x) => x / sum);
      }),
    );
  return {
    labels,
    outputs: [0, 1, 2].map((o) => ({
      tiers: [
        { minPurity: between(0.7, 0.95), priceEurPerKg: between(0.5, 1) },
        { minPurity: 0, priceEurPerKg: between(0, 0.4) },
      ],
      contaminantEurPerKg: 0.2,
      accepts: Uint8Array.from({ length: labels }, (_, k) => (k === o ? 1 : 0)),
    })),
    rungs: Array.from({ length: looks }, (_, rung) => ({
      belief: look(1 + 4 * rung),
      energyJ: 1 + 3 * rung,
    })),
    massKg: Float64Array.from({ length: items }, () => between(0.01, 0.1)),
    truth,
    block: Int32Array.from({ length: items }, (_, i) => Math.floor(i / 15)),
    holds: Uint8Array.from({ length: items }, () => (random.next() < 0.9 ? 1 : 0)),
    residueEurPerKg: 0.15,
    pickJ: Float64Array.from({ length: items }, () => between(8, 12)),
    joules: 500,
    awakeJ: Float64Array.from({ length: 4 }, () => between(0, 40)),
  };
}

/** What all lots pay beyond their best prices: so much for each kg of purity. */
const purityOf = (prices: readonly number[]) => prices.map((eur): LotSums => [0, eur, 0, 0]);

for (const looks of [1, 2, 3]) {
  test(`with ${looks} looks, parts and the rest are what the day is worth where lots pay as rents were made, and no less where they pay otherwise`, () => {
    for (let n = 0; n < 10; n++) {
      const day = madeUpDay(looks);
      const eurPerJ = between(0, 1e-3);
      const prices = () => day.outputs.map(() => between(0, 2));
      const worth = (purityEurPerKg: readonly number[]) => {
        const multipliers = { eurPerJ, purityEurPerKg: Float64Array.from(purityEurPerKg) };
        return new LotDual(day).value(stepLines(day.outputs, day.outputs.map(bestStep), multipliers), eurPerJ)
          .eur;
      };
      const made = prices();
      const parts = new LotParts(day, eurPerJ, purityOf(made));
      const added = (paid: readonly number[]) =>
        purityOf(paid).reduce((sum, slopes, o) => sum + parts.part(o, slopes).eur, parts.restEur);
      expect(added(made)).toBeCloseTo(worth(made), 9);
      for (let m = 0; m < 5; m++) {
        const others = prices();
        expect(added(others)).toBeGreaterThanOrEqual(worth(others) - 1e-9);
      }
    }
  });
}

test('what a lot takes is by how much its part grows with what it pays', () => {
  const day = madeUpDay(3);
  const parts = new LotParts(day, 2e-4, purityOf([0.5, 1, 0.2]));
  const paid: LotSums = [0.02, 0.8, -3, 10];
  const little = 1e-7;
  mapped(parts.part(1, paid).sums, (sum, side) => {
    const more = mapped(paid, (eur, other) => (other === side ? eur + little : eur));
    const slope = (parts.part(1, more).eur - parts.part(1, paid).eur) / little;
    // What is charged for squares and cubes between masses is a little less than for the masses themselves.
    expect(Math.abs(slope - sum)).toBeLessThan(side < 2 ? 1e-5 : 0.05 * sum);
    return slope;
  });
});
