import { expect, test } from 'vitest';
import { LotLoss, lotSteps } from '../../../../../sim/decisions/lots/bound/lot-loss.ts';
import { type LotSums, mapped } from '../../../../../sim/decisions/lots/bound/lot-sums.ts';
import { TailTable } from '../../../../../sim/decisions/lots/bound/tail-table.ts';
import { stream } from '../../../../../sim/kernel/random/random.ts';

const random = stream({ seed: 4, replication: 0, path: 'test', purpose: 'losses of lots' });
const between = (from: number, to: number) => from + (to - from) * random.next();
const output = {
  tiers: [
    { minPurity: 0.95, priceEurPerKg: 1 },
    { minPurity: 0.8, priceEurPerKg: 0.6 },
    { minPurity: 0, priceEurPerKg: 0.1 },
    { minPurity: 0.5, priceEurPerKg: 0.05 },
  ],
  contaminantEurPerKg: 0.2,
  accepts: Uint8Array.of(1),
};

test('steps that are paid no better than a lower one are left out', () => {
  expect(
    lotSteps(output).map(({ minPurity, dropEur }) => [minPurity, Math.round(100 * dropEur) / 100]),
  ).toEqual([
    [0.95, 0.4],
    [0.8, 0.5],
    [0, 0],
  ]);
});

test('what is lost between two lots is no more than what any lot between them loses', () => {
  const loss = new LotLoss(lotSteps(output), new TailTable());
  for (let n = 0; n < 5000; n++) {
    const from: LotSums = [between(0, 5), between(-1, 0.5), between(0, 0.05), between(0, 0.005)];
    const to = mapped(from, (sum, side) => sum + between(0, [1, 0.3, 0.02, 0.002][side]!));
    const sums = mapped(from, (sum, side) => between(sum, to[side]));
    const { eurPerRightKg, freeEur } = loss.between(from, to);
    const least = eurPerRightKg * (sums[1] + 0.95 * sums[0]) - freeEur;
    expect(least).toBeLessThanOrEqual(Math.max(0, loss.at(sums)) + 1e-12);
  }
});

test('a lot far below its steps loses the drop of each, one far above nothing', () => {
  const loss = new LotLoss(lotSteps(output), new TailTable());
  const [kg, kg2, kg3] = [100, 0.1, 0.01];
  const rightKg = 20;
  expect(loss.at([kg, rightKg - 0.95 * kg, kg2, kg3])).toBeCloseTo(0.9 * rightKg, 1);
  expect(loss.at([kg, 0.04 * kg, kg2, kg3])).toBeCloseTo(0, 3);
});
