import { describe, expect, test } from 'vitest';
import {
  buildCatalogue,
  catalogueSources,
  lookGroups,
  materialById,
  materials,
  visualCeiling,
} from '../../../sim/materials/catalogue.ts';
import {
  type CatalogueData,
  lookBounds,
  problemsOfCatalogue,
  substanceBounds,
} from '../../../sim/materials/check.ts';
import raw from '../../../sim/materials/data/catalogue.json' with { type: 'json' };
import { ABSORBERS } from '../../../sim/materials/data/optics-bands.ts';
import { lawsOf } from '../../../sim/materials/kinetics.ts';
import { laws } from '../../../sim/materials/laws.ts';
import { equilibriumMoisture } from '../../../sim/materials/moisture.ts';
import { environments } from '../../../sim/materials/stay.ts';

type Editable = Record<string, Record<string, Record<string, unknown>>>;
const data = raw as unknown as CatalogueData;
const copy = () => structuredClone(raw) as unknown as Editable;

describe('the catalogue', () => {
  test('holds at least 50 materials of all families, sorted, with unique ids', () => {
    const ids = materials.map((m) => m.id);
    console.log(`catalogue: ${ids.length} materials, ${new Set(materials.map((m) => m.class)).size} classes`);
    expect(ids.length).toBeGreaterThanOrEqual(50);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...new Set(materials.map((m) => m.family))].sort()).toEqual([
      'composite',
      'elastomer',
      'fibre',
      'metal',
      'mineral',
      'polymer',
      'textile',
      'wood',
    ]);
  });

  test('each of the nine household polymers comes in at least four materials, one of them black with carbon', () => {
    for (const code of ['PET', 'HDPE', 'LDPE', 'PP', 'PS', 'PVC', 'ABS', 'PC', 'PMMA']) {
      const found = materials.filter((m) => m.class === code);
      expect(found.length, code).toBeGreaterThanOrEqual(4);
      expect(
        found.some((m) => m.look.colours.some((c) => c.name === 'carbon-black')),
        code,
      ).toBe(true);
    }
  });

  test('every number has a unit, a doubt mark and a source that is written out', () => {
    let count = 0;
    for (const material of materials) {
      for (const cell of Object.values(material.cells)) {
        count++;
        expect(catalogueSources[cell.source]!.length).toBeGreaterThan(10);
      }
      expect(Object.keys(material.cells).length).toBe(
        Object.keys(substanceBounds).length + Object.keys(lookBounds).length,
      );
    }
    console.log(`catalogue: ${count} numbers with unit, source and doubt`);
    for (const law of laws) {
      expect(law.source.length, law.id).toBeGreaterThan(5);
      expect(['measured', 'table', 'derived', 'memory', 'estimate'], law.id).toContain(law.doubt);
    }
  });

  test('what a material points to exists: absorbers, laws, isotherms, places', () => {
    const absorbers = new Set(Object.keys(ABSORBERS));
    for (const material of materials) {
      for (const band of material.optics.bands)
        expect(absorbers.has(band.id), `${material.id}: ${band.id}`).toBe(true);
      expect(() => lawsOf(material)).not.toThrow();
      expect(equilibriumMoisture(material.isotherm, 293, 0.5)).toBeGreaterThanOrEqual(0);
      expect(environments[material.look.use]).toBeDefined();
      expect(material.optics.kind === 'metal').toBe(material.optics.metal !== null);
    }
  });

  test('an unknown material is answered with the nearest names', () => {
    expect(() => materialById('pet-botle-clear')).toThrow(
      /unknown material "pet-botle-clear".*pet-bottle-clear/,
    );
  });

  test('a material is added by data alone', () => {
    const more = copy();
    more.materials!['pet-toy'] = { name: 'PET toy', substance: 'pet', look: 'toy' };
    const built = buildCatalogue(more as unknown as CatalogueData);
    expect(built.length).toBe(materials.length + 1);
    expect(built.find((m) => m.id === 'pet-toy')!.look.shape).toBe('part');
  });
});

describe('a catalogue with a missing or impossible number is rejected', () => {
  const cases: readonly [string, (d: Editable) => void, RegExp][] = [
    [
      'missing',
      (d) => {
        delete d.substances!.pet!.densityKgPerM3;
      },
      /substances\.pet\.densityKgPerM3 is missing.*kg\/m3/,
    ],
    [
      'negative',
      (d) => {
        d.substances!.pet!.densityKgPerM3 = [-1, 'kg/m3', 'design', 'estimate'];
      },
      /must lie in 10\.\.23000/,
    ],
    [
      'wrong unit',
      (d) => {
        d.substances!.pet!.densityKgPerM3 = [1.36, 'g/cm3', 'design', 'estimate'];
      },
      /must lie in/,
    ],
    [
      'unit name',
      (d) => {
        d.substances!.pet!.emissivity = [0.9, '%', 'design', 'estimate'];
      },
      /unit must be "1", got "%"/,
    ],
    [
      'no source',
      (d) => {
        d.substances!.pet!.emissivity = [0.9, '1', 'hearsay', 'estimate'];
      },
      /source "hearsay" is not in "sources"/,
    ],
    [
      'no doubt',
      (d) => {
        d.substances!.pet!.emissivity = [0.9, '1', 'design', 'sure'];
      },
      /doubt must be one of/,
    ],
    [
      'text',
      (d) => {
        d.substances!.pet!.emissivity = ['high', '1', 'design', 'estimate'];
      },
      /must be a number or \[low, high\], got "high"/,
    ],
    [
      'reversed range',
      (d) => {
        d.looks!.toy!.thicknessM = [[0.003, 0.001], 'm', 'design', 'estimate'];
      },
      /range must ascend/,
    ],
    [
      'unknown colour',
      (d) => {
        d.looks!.toy!.colours = ['ultraviolet'];
      },
      /"ultraviolet" is not in "colours"/,
    ],
    [
      'unknown look',
      (d) => {
        d.materials!['pet-toy'] = { name: 'x', substance: 'pet', look: 'nowhere' };
      },
      /look: "nowhere" is not in "looks"/,
    ],
  ];
  test.each(cases)('%s', (_, spoil, message) => {
    const spoilt = copy();
    spoil(spoilt);
    expect(problemsOfCatalogue(spoilt as unknown as CatalogueData).join('\n')).toMatch(message);
    expect(() => buildCatalogue(spoilt as unknown as CatalogueData)).toThrow(/catalogue/);
  });

  test('the catalogue itself has no problem', () => {
    expect(problemsOfCatalogue(data)).toEqual([]);
  });
});

test('look-alikes are listed and cap what a camera can reach', () => {
  const groups = lookGroups();
  console.log(`look-alikes: ${groups.length} groups: ${groups.map((g) => g.join(' = ')).join('; ')}`);
  for (const pair of [
    ['pp-cup-white', 'ps-cup-white'],
    ['pet-cup-clear', 'pla-cup-clear'],
    ['aluminium-can', 'steel-can'],
    ['cotton', 'viscose'],
    ['polyester', 'nylon'],
    ['pp-tray-black', 'ps-tray-black'],
  ]) {
    expect(
      groups.some((group) => pair.every((id) => group.includes(id))),
      pair.join(),
    ).toBe(true);
  }
  // Accuracy <= 1 - sum_g q_g (1 - 1 / |g|): here one pair and one single, equally frequent.
  expect(visualCeiling(['cotton', 'viscose', 'cardboard'], 0)).toBeCloseTo(2 / 3, 12);
  expect(visualCeiling(['cotton', 'viscose', 'cardboard'], 1)).toBe(1);
  console.log(
    `visual ceiling over all materials, equally frequent: ${(
      100 *
        visualCeiling(
          materials.map((m) => m.id),
          0,
        )
    ).toFixed(1)} %`,
  );
});
