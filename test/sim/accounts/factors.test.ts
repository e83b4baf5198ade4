import { describe, expect, test } from 'vitest';
import { againstLandfill, hubFactor, warmFactor } from '../../../sim/accounts/carbon.ts';

/** EPA tables, tCO2e per US short ton: recycled, landfilled, combusted (null = no factor). */
const WARM = [
  ['aluminium-cans', -9.13, 0.02, 0.03],
  ['steel-cans', -1.83, 0.02, -1.59],
  ['glass', -0.28, 0.02, 0.03],
  ['corrugated', -3.14, 0.18, -0.49],
  ['newspaper', -2.71, -0.85, -0.56],
  ['mixed-paper', -3.55, 0.07, -0.49],
  ['HDPE', -0.76, 0.02, 1.29],
  ['PET', -1.04, 0.02, 1.24],
  ['PP', -0.79, 0.02, 1.29],
] as const;
const HUB = [
  ['aluminium-cans', 0.06, 0.02],
  ['steel-cans', 0.32, 0.02],
  ['glass', 0.05, 0.02],
  ['newspaper', 0.02, 0.35],
  ['HDPE', 0.21, 0.02],
  ['PET', 0.23, 0.02],
] as const;
const TONNES_PER_SHORT_TON = 0.907185;

describe('factors are those of the tables, by the tonne', () => {
  test.each(WARM)('WARM: %s', (material, recycled, landfilled, combusted) => {
    const of = (fate: 'recycled' | 'landfilled' | 'combusted') =>
      warmFactor(material, fate).kgCo2ePerKg * TONNES_PER_SHORT_TON;
    expect(of('recycled')).toBeCloseTo(recycled, 6);
    expect(of('landfilled')).toBeCloseTo(landfilled, 6);
    expect(of('combusted')).toBeCloseTo(combusted, 6);
    const saved = againstLandfill(material, 'recycled').kgCo2ePerKg * TONNES_PER_SHORT_TON;
    expect(saved).toBeCloseTo(recycled - landfilled, 6);
  });

  test.each(HUB)('Emission Factors Hub: %s', (material, recycled, landfilled) => {
    expect(hubFactor(material, 'recycled').kgCo2ePerKg * TONNES_PER_SHORT_TON).toBeCloseTo(recycled, 6);
    expect(hubFactor(material, 'landfilled').kgCo2ePerKg * TONNES_PER_SHORT_TON).toBeCloseTo(landfilled, 6);
  });
});
