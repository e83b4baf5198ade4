import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { materialById, materials } from '../../../sim/materials/catalogue.ts';
import { damageOf, dosesAfter, drives, lawsOf, perDrive } from '../../../sim/materials/kinetics.ts';
import {
  advance,
  arrhenius,
  doseRate,
  firstYearUm,
  type Law,
  lawById,
  laws,
  lifeUsed,
  stateAt,
} from '../../../sim/materials/laws.ts';
import { environments, type Stay, stayAt, YEAR_S } from '../../../sim/materials/stay.ts';
import { soilAfter } from '../../../sim/materials/wear-out.ts';

const even = perDrive(() => 1);
const R = 8.314462618;

/** Slope of y against x by least squares. */
function slope(xs: readonly number[], ys: readonly number[]): number {
  const mean = (v: readonly number[]) => v.reduce((a, b) => a + b, 0) / v.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const top = xs.reduce((sum, x, i) => sum + (x - mx) * (ys[i]! - my), 0);
  return top / xs.reduce((sum, x) => sum + (x - mx) * (x - mx), 0);
}

describe('laws of ageing', () => {
  test('ln k against 1/T has the stated activation energy within 1 %', () => {
    for (const law of laws.filter((l) => l.activationKJPerMol > 0 && l.driver !== 'corrosion')) {
      const temps = [278, 285, 292, 300, 308, 316];
      const rates = temps.map((tempK) => doseRate(law, { ...stayAt('outdoor', 1), tempK, rh: 0.5 }));
      const energy =
        (-R *
          slope(
            temps.map((t) => 1 / t),
            rates.map((k) => Math.log(k)),
          )) /
        1000;
      expect(Math.abs(energy / law.activationKJPerMol - 1), law.id).toBeLessThan(0.01);
    }
  });

  test('PET hydrolysis turns steeper above its glass transition, without a jump', () => {
    const law = lawById('pet-hydrolysis');
    const below = arrhenius(law, law.kinkTempK - 1e-6);
    const above = arrhenius(law, law.kinkTempK + 1e-6);
    expect(above / below).toBeCloseTo(1, 4);
    const energy = (from: number, to: number) =>
      (R * Math.log(arrhenius(law, to) / arrhenius(law, from))) / (1 / from - 1 / to) / 1000;
    expect(energy(300, 340)).toBeCloseTo(31, 1);
    expect(energy(350, 370)).toBeCloseTo(134, 1);
  });

  test('photo-oxidation answers to the root of the light', () => {
    const law = lawById('photo-packaging');
    const at = (uvWPerM2: number) => doseRate(law, { ...stayAt('outdoor', 1), uvWPerM2 });
    expect(at(8) / at(2)).toBeCloseTo(2, 9);
    expect(at(0)).toBe(0);
  });

  test('corrosion: log-log slope is the exponent of ISO 9224 and the tangent rules after 20 years', () => {
    for (const [id, b] of [
      ['corrosion-steel', 0.523],
      ['corrosion-zinc', 0.813],
      ['corrosion-copper', 0.667],
      ['corrosion-aluminium', 0.728],
    ] as const) {
      const law = lawById(id);
      const years = [0.25, 0.5, 1, 2, 5, 10, 20];
      const depths = years.map((t) => advance(law, 0, 35, t));
      expect(
        Math.abs(
          slope(
            years.map((t) => Math.log(t)),
            depths.map((d) => Math.log(d)),
          ) - b,
        ),
        id,
      ).toBeLessThan(0.005);
      const tangent = (advance(law, 0, 35, 20) * b) / 20;
      expect(advance(law, 0, 35, 30) - advance(law, 0, 35, 25)).toBeCloseTo(5 * tangent, 6);
    }
    expect(advance(lawById('corrosion-steel'), 0, 35, 5)).toBeCloseTo(81, 0);
  });

  test('first-year loss lies inside the ISO 9223 class bounds', () => {
    const steel = lawById('corrosion-steel');
    const bounds = [
      [0, 1.3],
      [1.3, 25],
      [25, 50],
      [50, 80],
      [80, 200],
      [200, 700],
    ];
    bounds.forEach(([low, high], i) => {
      const r1 = firstYearUm(steel, i + 1);
      expect(r1).toBeGreaterThanOrEqual(low!);
      expect(r1).toBeLessThanOrEqual(high!);
    });
  });

  test('integration is exact: any split of a stay gives the same dose', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...laws),
        fc.double({ min: 0.01, max: 30, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(...Object.keys(environments)),
        (law, years, share, place) => {
          const rate = doseRate(law, stayAt(place, YEAR_S));
          const whole = advance(law, 0, rate, years);
          const split = advance(law, advance(law, 0, rate, years * share), rate, years * (1 - share));
          return Math.abs(split - whole) <= 1e-9 * Math.max(1e-12, whole);
        },
      ),
      { numRuns: 400, seed: 1 },
    );
  });

  test('closed forms meet their differential equations (Runge-Kutta)', () => {
    // first order: z' = k (1 - z); inverse: (1/r)' = k; autocatalytic: c' = k (c + c0) with r = 1 / (1 + c).
    const integrate = (f: (z: number) => number, z0: number, years: number) => {
      let z = z0;
      const h = years / 2000;
      for (let i = 0; i < 2000; i++) {
        const a = f(z);
        const b = f(z + (h / 2) * a);
        const c = f(z + (h / 2) * b);
        const d = f(z + h * c);
        z += (h / 6) * (a + 2 * b + 2 * c + d);
      }
      return z;
    };
    const grey = lawById('wood-greying');
    expect(stateAt(grey, advance(grey, 0, 0.7, 2))).toBeCloseTo(
      integrate((z) => 0.7 * (1 - z), 0, 2),
      9,
    );
    const pet = lawById('pet-hydrolysis');
    expect(stateAt(pet, advance(pet, 0, 0.3, 4))).toBeCloseTo(1 / integrate(() => 0.3, 1, 4), 9);
    const pla = lawById('pla-hydrolysis');
    expect(stateAt(pla, advance(pla, 0, 0.9, 5))).toBeCloseTo(
      1 / (1 + integrate((c) => 0.9 * (c + 0.01), 0, 5)),
      7,
    );
  });
});

describe('damage', () => {
  const anyStay = fc.record({
    place: fc.constantFrom(...Object.keys(environments)),
    years: fc.double({ min: 0, max: 5, noNaN: true }),
    tempK: fc.double({ min: 255, max: 330, noNaN: true }),
    rh: fc.double({ min: 0.05, max: 0.98, noNaN: true }),
  });
  const stayFrom = (s: { place: string; years: number; tempK: number; rh: number }): Stay => ({
    ...stayAt(s.place, s.years * YEAR_S),
    tempK: s.tempK,
    rh: s.rh,
  });

  test('never falls, whatever an item lives through, and stays within 0..1', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...materials),
        fc.array(anyStay, { minLength: 1, maxLength: 8 }),
        (material, stays) => {
          const ls = lawsOf(material);
          let doses = dosesAfter(material, [], even);
          let last = 0;
          for (const stay of stays) {
            doses = dosesAfter(material, [stayFrom(stay)], even, doses);
            const damage = damageOf(ls, doses);
            if (!(damage >= last && damage <= 1)) return false;
            last = damage;
          }
          return true;
        },
      ),
      { numRuns: 500, seed: 2 },
    );
  });

  test('a moment of corrosion takes nothing back, where the way to the years and back rounds', () => {
    const zinc = lawById('corrosion-zinc');
    for (let rate = 0.1; rate < 5; rate += 0.1)
      for (let years = 0.5; years < 30; years += 0.5) {
        const depth = advance(zinc, 0, rate, years);
        expect(advance(zinc, depth, rate, 1e-300), `${rate} um, ${years} years`).toBeGreaterThanOrEqual(
          depth,
        );
      }
  });

  test('every mechanism moves one way in 100 steps of dose', () => {
    for (const law of laws) {
      const sign = law.drives === 'chain' ? -1 : 1;
      let last = stateAt(law, 0);
      for (let i = 1; i <= 100; i++) {
        const state = stateAt(law, 0.05 * i);
        expect(sign * (state - last), law.id).toBeGreaterThanOrEqual(0);
        last = state;
      }
      expect(lifeUsed(law, 0)).toBe(0);
      expect(lifeUsed(law, 1e6)).toBeCloseTo(1, 2);
    }
  });

  test('polypropylene outdoors is used up within a few years, glass in a kitchen lasts decades', () => {
    const damageAfter = (id: string, place: string, years: number) => {
      const material = materialById(id);
      return damageOf(lawsOf(material), dosesAfter(material, [stayAt(place, years * YEAR_S)], even));
    };
    expect(damageAfter('pp-cup-white', 'outdoor', 3)).toBeGreaterThan(0.95);
    expect(damageAfter('pp-cup-white', 'warehouse', 3)).toBeLessThan(0.3);
    expect(damageAfter('glass-bottle-clear', 'kitchen', 10)).toBeLessThan(0.5);
    expect(damageAfter('steel-can-bare', 'outdoor', 5)).toBeGreaterThan(0.7);
  });

  test('soil: exact decay to the balance of fall-out and washing', () => {
    const stay = stayAt('kitchen', YEAR_S);
    const level = stay.soilGPerM2PerYear / stay.washPerYear;
    expect(soilAfter(50, stay)).toBeCloseTo(level, 6);
    const half = { ...stay, durationS: YEAR_S / 200 };
    expect(soilAfter(soilAfter(5, half), half)).toBeCloseTo(
      soilAfter(5, { ...stay, durationS: YEAR_S / 100 }),
      10,
    );
  });
});

/** Guards the list of drives that every material's laws must fit. */
test('each law drives a known part of the state', () => {
  const known: readonly Law['drives'][] = drives;
  for (const law of laws) expect(known).toContain(law.drives);
});
