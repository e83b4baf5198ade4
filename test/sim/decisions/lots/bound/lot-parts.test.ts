import { expect, test } from 'vitest';
import { lotSteps } from '../../../../../sim/decisions/lots/bound/lot-loss.ts';
import { LotParts } from '../../../../../sim/decisions/lots/bound/lot-parts.ts';
import { type LotSums, mapped, sumsOf } from '../../../../../sim/decisions/lots/bound/lot-sums.ts';
import { SightedDay } from '../../../../../sim/decisions/lots/bound/sighted-day.ts';
import { LotDual } from '../../../../../sim/decisions/lots/lot-dual.ts';
import { stepLines } from '../../../../../sim/decisions/lots/lot-lines.ts';
import { bestStep } from '../../../../../sim/decisions/lots/lot-plan.ts';
import { blocksPerStretch, type SeenDay } from '../../../../../sim/decisions/lots/seen-day.ts';
import { stream } from '../../../../../sim/kernel/random/random.ts';
import { madeUpDay } from './made-up-day.ts';

const random = stream({ seed: 8, replication: 0, path: 'test', purpose: 'parts of days' });
const between = (from: number, to: number) => from + (to - from) * random.next();

/** What all lots pay beyond their best prices: so much for each kg of purity. */
const purityOf = (prices: readonly number[]) => prices.map((eur): LotSums => [0, eur, 0, 0]);

/** What a day is worth where lots pay some slopes, worked out for each thing at its own mass and joules. */
function worthOf(day: SeenDay, eurPerJ: number, slopes: readonly LotSums[]): number {
  const items = [...day.massKg.keys()];
  const alike = Array.from({ length: day.labels }, (_, k) => items.filter((i) => day.truth[i] === k));
  const belief = (rung: number, j: number, k: number) => day.rungs[rung]!.belief[j * day.labels + k]!;
  /** What item i is worth if it looks like item j. */
  const seen = (rung: number, j: number, i: number): number => {
    const picks = day.outputs.map((output, o) => {
      const [kg, over, kg2, kg3] = slopes[o]!;
      const [{ priceEurPerKg, minPurity }] = lotSteps(output);
      const q = output.accepts.reduce((sum, accepts, k) => sum + accepts * belief(rung, j, k), 0);
      const adds = sumsOf(day.massKg[i]!, q, minPurity);
      const sold = priceEurPerKg * q - output.contaminantEurPerKg * (1 - q) + day.residueEurPerKg;
      return (
        day.massKg[i]! * sold +
        kg * adds[0] +
        over * adds[1] +
        kg2 * adds[2] +
        kg3 * adds[3] -
        eurPerJ * day.pickJ[i]!
      );
    });
    const next = day.rungs[rung + 1];
    if (next === undefined) return Math.max(0, ...picks);
    const found = alike.map((some, k) => {
      const sum = some.reduce((eur, other) => eur + seen(rung + 1, other, i), 0);
      return some.length > 0 ? (belief(rung, j, k) * sum) / some.length : 0;
    });
    return Math.max(0, ...picks, found.reduce((a, b) => a + b, 0) - eurPerJ * next.energyJ);
  };
  const blocks = Array.from(day.awakeJ, (awakeJ, b) => {
    const come = items.filter((i) => day.block[i] === b);
    const eur = come.reduce((sum, i) => sum + (day.holds[i] === 1 ? seen(0, i, i) : 0), 0);
    return {
      eur: Math.max(0, eur - eurPerJ * awakeJ),
      lookEur: come.length * eurPerJ * day.rungs[0]!.energyJ,
    };
  });
  const stretches = [0, 1].map((s) => {
    const some = blocks.slice(s * blocksPerStretch, (s + 1) * blocksPerStretch);
    return Math.max(
      0,
      some.reduce((sum, { eur, lookEur }) => sum + eur - lookEur, 0),
    );
  });
  return stretches.reduce((a, b) => a + b, eurPerJ * day.joules);
}

for (const looks of [1, 2, 3]) {
  test(`with ${looks} looks, parts and the rest are what the day is worth where lots pay as rents were made`, () => {
    for (let n = 0; n < 10; n++) {
      const day = madeUpDay(looks, random);
      const eurPerJ = between(0, 1e-3);
      const made = day.outputs.map(() => between(0, 2));
      const multipliers = { eurPerJ, purityEurPerKg: Float64Array.from(made) };
      const lines = stepLines(day.outputs, day.outputs.map(bestStep), multipliers);
      const parts = new LotParts(new SightedDay(day, eurPerJ), purityOf(made));
      const added = purityOf(made).reduce((sum, slopes, o) => sum + parts.part(o, slopes).eur, parts.restEur);
      expect(added).toBeCloseTo(new LotDual(day).value(lines, eurPerJ).eur, 9);
    }
  });

  test(`with ${looks} looks, they are no less than that where lots pay anything for their sums`, () => {
    for (let n = 0; n < (looks === 3 ? 3 : 10); n++) {
      const day = madeUpDay(looks, random);
      const eurPerJ = between(0, 1e-3);
      const any = () =>
        day.outputs.map(
          (): LotSums => [between(-0.3, 0.3), between(-0.5, 2), between(-20, 20), between(-300, 300)],
        );
      const parts = new LotParts(new SightedDay(day, eurPerJ), any());
      for (let m = 0; m < 3; m++) {
        const paid = any();
        const added = paid.reduce((sum, slopes, o) => sum + parts.part(o, slopes).eur, parts.restEur);
        const worth = worthOf(day, eurPerJ, paid);
        expect(added).toBeGreaterThanOrEqual(worth - 1e-9);
        expect(added).toBeLessThan(2 * worth + 1);
      }
    }
  });
}

test('what a lot takes is by how much its part grows with what it pays', () => {
  const day = madeUpDay(3, random);
  const parts = new LotParts(new SightedDay(day, 2e-4), purityOf([0.5, 1, 0.2]));
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
