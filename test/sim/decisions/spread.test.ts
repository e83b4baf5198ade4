import { expect, test } from 'vitest';
import { routingProgram } from '../../../sim/decisions/routing-plan.ts';
import { fitRemainingLife, type LifeExample } from '../../../sim/decisions/upkeep/remaining-life.ts';

/** Life goes down by the hour; one inspection in ten is 300 s off, by turns above and below. */
const examples: LifeExample[] = Array.from({ length: 300 }, (_, i) => {
  const ageS = 100 * i;
  const off = i % 10 === 5 ? (i % 20 === 5 ? 300 : -300) : 0;
  const flat = [40, 40, 40];
  const series = { timeS: [0, 1, 2], hotSpotK: flat, vibrationMmPerS: flat, currentA: flat };
  return { series, ageS, leftS: 40_000 - ageS + off };
});

test('the spread of a prediction is that of the third of all examples nearest to it', () => {
  const model = fitRemainingLife(examples, 1e-6);
  for (const at of [60, 120, 150, 183, 240]) {
    const { meanS, sdS } = model.predict(examples[at]!.series, examples[at]!.ageS);
    expect(Math.abs(meanS - (40_000 - 100 * at))).toBeLessThan(20);
    expect(sdS).toBeGreaterThan(300 * Math.sqrt(1 / 10) * 0.95);
    expect(sdS).toBeLessThan(300 * Math.sqrt(1 / 10) * 1.05);
  }
});

test('a plan may send what lies there and what comes in until the end of each month', () => {
  const option = { to: 'buyer', km: 10, transportEurPerKg: 0.01, priceEurPerKg: 0.2, roomKg: 1e6 };
  const { rowUpper } = routingProgram({
    flows: [{ from: 'site', output: 'pet', stockKg: 100, inflowKgPerDay: 5, options: [option] }],
    capacityKgPerDay: { buyer: 20 },
    daysPerMonth: 30,
  });
  expect([...rowUpper]).toEqual([100 + 5 * 30, 100 + 5 * 60, 20 * 30, 20 * 30]);
});
