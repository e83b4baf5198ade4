import { describe, expect, test } from 'vitest';
import { ABSORBERS } from '../../../sim/materials/data/optics-bands.ts';

const BROAD = ['carbon'];
/** Written by hand from anchor tables, not fitted to a measured spectrum. */
const BY_HAND = ['acrylonitrile', 'butadiene', 'pla', 'pom', 'pur', 'epoxy', 'keratin', 'ptfe', 'talc'];

describe('bands of a solid: overtones and combinations of CH, OH and NH', () => {
  test.each(Object.entries(ABSORBERS))('%s', (id, { bands }) => {
    for (const [centreNm, heightPerCm, sigmaNm] of bands) {
      expect(centreNm).toBeGreaterThan(900);
      expect(centreNm).toBeLessThan(2500);
      expect(heightPerCm).toBeGreaterThan(0);
      expect(heightPerCm).toBeLessThan(BROAD.includes(id) ? 50_000 : 150);
      expect(sigmaNm).toBeGreaterThan(1.5);
      expect(sigmaNm).toBeLessThan(BROAD.includes(id) ? 5000 : 300);
    }
  });

  test.each(BY_HAND)('%s: in order, narrow, none towering above the rest', (id) => {
    const { bands } = ABSORBERS[id]!;
    const centres = bands.map(([centreNm]) => centreNm);
    expect(centres).toEqual([...new Set(centres)].sort((a, b) => a - b));
    for (const [, heightPerCm, sigmaNm] of bands) {
      expect(heightPerCm).toBeLessThanOrEqual(20);
      expect(sigmaNm).toBeLessThanOrEqual(25);
    }
  });
});
