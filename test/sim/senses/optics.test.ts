import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { materialById } from '../../../sim/materials/catalogue.ts';
import { type Slab, slab } from '../../../sim/senses/optics/kubelka-munk.ts';
import { substanceTerms } from '../../../sim/senses/optics/layer.ts';
import { soilCover } from '../../../sim/senses/optics/soil.ts';
import { fresnelNormal, internalReflection, throughSurface } from '../../../sim/senses/optics/surface.ts';
import { absorptionTable } from '../../../sim/senses/optics/tables.ts';
import { underWater, waterAbsorption, wetCover } from '../../../sim/senses/optics/water.ts';
import { over, semiInfinite } from '../../oracles/kubelka-munk.ts';
import { cleanItem } from './pieces.ts';

const at = (k: number, s: number, d: number): Slab => slab(k, s, d, { r: 0, t: 0 });
const coefficient = fc.double({ min: 0, max: 500, noNaN: true });
const thickness = fc.double({ min: 0, max: 5, noNaN: true });

describe('Kubelka-Munk slab', () => {
  it('thick slabs reach a - sqrt(a^2 - 1)', () => {
    for (const [k, s] of [
      [1, 10],
      [0.2, 60],
      [30, 5],
    ] as const) {
      expect(at(k, s, 1e4).r).toBeCloseTo(semiInfinite(k, s), 9);
      expect(at(k, s, 1e4).t).toBe(0);
      const a = 1 + k / s;
      expect(semiInfinite(k, s)).toBeCloseTo(a - Math.sqrt(a * a - 1), 12);
    }
  });
  it('without absorption everything is reflected or transmitted', () => {
    fc.assert(
      fc.property(coefficient, thickness, (s, d) => Math.abs(at(0, s, d).r + at(0, s, d).t - 1) < 1e-6),
    );
    expect(at(0, 10, 0.3).r).toBeCloseTo(3 / 4, 9);
  });
  it('without scattering it is Beer-Lambert', () => {
    expect(at(2, 0, 0.7).r).toBe(0);
    expect(at(2, 0, 0.7).t).toBeCloseTo(Math.exp(-1.4), 12);
  });
  it('without thickness the backing is seen', () => {
    const { r, t } = at(3, 20, 0);
    expect(over(r, t, 0.37)).toBeCloseTo(0.37, 9);
  });
  it('agrees with the hyperbolic form of the textbook', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 50, noNaN: true }),
        fc.double({ min: 0.1, max: 100, noNaN: true }),
        fc.double({ min: 0.001, max: 0.2, noNaN: true }),
        (k, s, d) => {
          const a = 1 + k / s;
          const b = Math.sqrt(a * a - 1);
          const x = b * s * d;
          if (x > 19 || x < 1e-3) return true;
          const textbook = 1 / (a + b / Math.tanh(x));
          return Math.abs(at(k, s, d).r - textbook) < 1e-9 * Math.max(1, 1 / textbook);
        },
      ),
    );
  });
  it('never makes light, and is continuous where the branches meet', () => {
    fc.assert(
      fc.property(coefficient, coefficient, thickness, (k, s, d) => {
        const { r, t } = at(k, s, d);
        return r >= 0 && t >= 0 && r + t <= 1 + 1e-9;
      }),
    );
    for (const k of [1e-14, 1e-12, 1e-10]) {
      expect(Math.abs(at(k, 50, 0.1).r - at(0, 50, 0.1).r)).toBeLessThan(1e-5);
    }
  });
  it('two half slabs on each other are the whole slab', () => {
    fc.assert(
      fc.property(coefficient, coefficient, fc.double({ min: 0, max: 1, noNaN: true }), (k, s, d) => {
        const whole = at(k, s, d);
        const half = at(k, s, d / 2);
        return Math.abs(over(half.r, half.t, half.r) - whole.r) < 1e-6;
      }),
    );
  });
});

describe('surface, water and soil', () => {
  it('glass and plastic reflect 4 % at n = 1.5, half-angle diffuse light 60 % from inside', () => {
    expect(fresnelNormal(1.5)).toBeCloseTo(0.04, 6);
    expect(internalReflection(1.5, 1)).toBeCloseTo(0.6, 6);
    expect(internalReflection(1.5, 0)).toBeCloseTo(0.04, 6);
  });
  it('a white body stays white under its surface, a black one black', () => {
    expect(throughSurface(1, 0.04, 0.6)).toBeCloseTo(0.96, 9);
    expect(throughSurface(0, 0.04, 0.6)).toBe(0);
  });
  it('water darkens as total internal reflection says: B = 0.490/(1 - 0.475 R)', () => {
    for (const [dry, b] of [
      [0.1, 0.51],
      [0.3, 0.57],
      [0.5, 0.64],
      [0.7, 0.73],
      [0.9, 0.86],
    ] as const) {
      expect(underWater(dry, 0, 100) / dry).toBeCloseTo(b, 2);
    }
  });
  it('light passes the water film twice', () => {
    const alphaPerCm = 30;
    const dark = 1e-3;
    const ratio = underWater(dark, alphaPerCm, 100) / underWater(dark, 0, 100);
    expect(ratio).toBeCloseTo(Math.exp(-2 * alphaPerCm * 0.01), 3);
  });
  it('water absorbs as Segelstein has it', () => {
    const table = waterAbsorption;
    for (const [nm, alpha] of [
      [970, 0.453],
      [1440, 31.7],
      [1930, 124.8],
    ] as const) {
      expect(table[nm - 400]! / alpha).toBeCloseTo(1, 1);
    }
  });
  it('cover grows from nothing to everything', () => {
    expect(soilCover(0)).toBe(0);
    expect(soilCover(17)).toBeCloseTo(1 - Math.exp(-1), 9);
    expect(wetCover(0)).toBe(0);
    expect(wetCover(200)).toBeGreaterThan(0.999);
  });
});

describe('talc in a body', () => {
  const talcOf = (talcPct: number, relativeDensity = 1) => {
    const item = { ...cleanItem('pp-cup-white', 1), talcPct, relativeDensity };
    const terms = substanceTerms(item, materialById(item.materialId));
    return terms.find(({ table }) => table === absorptionTable('talc'))?.weight ?? 0;
  };

  it('absorbs by its share of the volume: density 2.7 in a body of 1, within a tenth up to 20 wt%', () => {
    expect(talcOf(0)).toBe(0);
    for (const pct of [1, 5, 10, 20]) {
      const volume = pct / 2.7 / (pct / 2.7 + (100 - pct) / 1);
      expect(Math.abs(talcOf(pct) / volume - 1), `${pct} wt%`).toBeLessThan(0.1);
    }
    expect(talcOf(20, 0.5)).toBeCloseTo(talcOf(20) / 2, 12);
  });
});
