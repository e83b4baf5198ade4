import { describe, expect, test } from 'vitest';
import {
  addFactors,
  againstLandfill,
  carbonMaterials,
  hubFactor,
  warmFactor,
} from '../../../sim/accounts/carbon.ts';
import { tierPrice, topPrice } from '../../../sim/accounts/prices.ts';

describe('carbon factors', () => {
  test.each([
    ['aluminium-cans', -10.064],
    ['steel-cans', -2.017],
    ['glass', -0.309],
    ['corrugated', -3.461],
    ['newspaper', -2.987],
    ['mixed-paper', -3.913],
    ['HDPE', -0.838],
    ['PET', -1.146],
    ['PP', -0.871],
  ] as const)('recycled %s is %f tCO2e/t (WARM v16)', (material, expected) => {
    expect(warmFactor(material, 'recycled').kgCo2ePerKg).toBeCloseTo(expected, 3);
  });

  test('every material has a landfill factor; LDPE film has none for recycling', () => {
    for (const m of carbonMaterials) expect(warmFactor(m, 'landfilled').boundary).toMatch(/WARM/);
    expect(() => warmFactor('LDPE-film', 'recycled')).toThrow(/no factor for LDPE-film recycled/);
  });

  test('the same can is -9.13 or +0.06 per short ton: adding the two boundaries is refused', () => {
    const warm = warmFactor('aluminium-cans', 'recycled');
    const hub = hubFactor('aluminium-cans', 'recycled');
    expect(warm.kgCo2ePerKg - hub.kgCo2ePerKg).toBeCloseTo(-10.13, 2);
    expect(() => addFactors(warm, hub)).toThrow(/different boundaries cannot be added/);
  });

  test('a factor names the year of its table: the hub is called by it, WARM v16 is of 2023, v15 of 2020', () => {
    const hub = hubFactor('PET', 'recycled');
    expect(`${hub.year}`).toBe(hub.version);
    expect(warmFactor('PET', 'recycled')).toMatchObject({ version: 'v16', year: 2023 });
    expect(warmFactor('PET', 'landfilled')).toMatchObject({ version: 'v15', year: 2020 });
    expect(addFactors(warmFactor('PET', 'landfilled'), warmFactor('PET', 'recycled')).year).toBe(2023);
  });

  test('WARM is read as a difference of two fates', () => {
    expect(againstLandfill('PET', 'recycled').kgCo2ePerKg).toBeCloseTo((-1.04 - 0.02) * 1.10231, 4);
    expect(againstLandfill('PET', 'landfilled').kgCo2ePerKg).toBe(0);
  });
});

describe('prices', () => {
  test('price is a step function of purity, in whatever order the tiers stand', () => {
    const tiers = [
      { minPurity: 0, priceEurPerKg: -0.05 },
      { minPurity: 0.94, priceEurPerKg: 0.4 },
      { minPurity: 0.8, priceEurPerKg: 0.16 },
    ];
    expect([0.5, 0.8, 0.9399, 0.94, 1].map((p) => tierPrice(tiers, p))).toEqual([
      -0.05, 0.16, 0.16, 0.4, 0.4,
    ]);
    expect(topPrice(tiers)).toBe(0.4);
  });
});
