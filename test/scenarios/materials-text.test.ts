import { describe, expect, it } from 'vitest';
import { materialText } from '../../scenarios/cli/verbs/materials.ts';
import { materialById, materials } from '../../sim/materials/catalogue.ts';
import { lawsOf } from '../../sim/materials/kinetics.ts';

/** The row of a law in the page of a material, cells separated by two blanks or more. */
function lawRow(materialId: string, lawId: string): string[] {
  const line = materialText(materialById(materialId))
    .split('\n')
    .find((text) => text.startsWith(lawId));
  return line!.split(/ {2,}/);
}

describe('looptwin materials ID', () => {
  it('shows the numbers of the laws of ageing with their units', () => {
    expect(lawRow('pet-bottle-clear', 'photo-packaging').slice(2, 6)).toEqual([
      'linear',
      '0.8 1/yr',
      '27',
      '1',
    ]);
    expect(lawRow('pet-bottle-clear', 'abrasion-plastic').slice(3, 6)).toEqual([
      '0.0025 1/cycle',
      '-',
      '0.95',
    ]);
    expect(lawRow('pet-bottle-clear', 'pet-hydrolysis')[4]).toBe('31, 134 above 348.15 K');
    expect(lawRow('copper-pipe', 'corrosion-copper').slice(2, 6)).toEqual([
      'power t^0.667',
      '0.05 0.24 0.88 1.9 4 7.5 um',
      '-',
      '12 um',
    ]);
  });

  it('has a row for every law of every material', () => {
    for (const material of materials) {
      for (const law of lawsOf(material)) {
        expect(lawRow(material.id, `${law.id} `)[3], law.id).toMatch(/^[\d. ]+ (1\/yr|1\/cycle|um)$/);
      }
    }
  });
});
