import { expect, test } from 'vitest';
import type { MaterialFlow } from '../../../sim/region/stock/tally.ts';
import { regionCircularity } from '../../../sim/score/region-circularity.ts';

test('circularity is a ratio: grams of a rare material count as tonnes would', () => {
  const flow = { newKg: 90, recycledKg: 30, reusedKg: 10, givenUpKg: 80, reprocessedKg: 40, feedKg: 32 };
  const scaled = (factor: number) =>
    Object.fromEntries(
      Object.entries(flow).map(([name, kg]) => [name, kg * factor]),
    ) as unknown as MaterialFlow;
  const whole = regionCircularity({ cotton: flow });
  for (const factor of [1e-4, 1e-2, 1e4]) {
    const { overall, byMaterial } = regionCircularity({ cotton: scaled(factor) });
    expect(overall).toBeCloseTo(whole.overall, 9);
    expect(byMaterial.cotton).toBeCloseTo(whole.byMaterial.cotton!, 9);
  }
});
