import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandMinima } from '../../../scenarios/spectra/chemometrics/bands.ts';
import { medianOf } from '../../../scenarios/spectra/validate/grid.ts';
import { materials } from '../../../sim/materials/catalogue.ts';
import { makeItem } from '../../../sim/materials/item.ts';
import { ItemOptics } from '../../../sim/senses/optics/reflectance.ts';
import { Spectrometer } from '../../../sim/senses/spectral/spectrometer.ts';
import { defaultSpectrometer } from '../../../sim/senses/spectral/state.ts';
import { cleanItem, gridNm } from './pieces.ts';

const probe = new Spectrometer(1);
const itemOptics = new ItemOptics();
const NIR = gridNm(900, 2450, 1);

describe('reflectance of an item', () => {
  it('never makes light: R + T + k1 + absorbed = 1 with absorbed >= 0 (test 12), without NaN over the state space', () => {
    const nm = gridNm(400, 2500, 50);
    const r = new Float64Array(nm.length);
    const t = new Float64Array(nm.length);
    fc.assert(
      fc.property(fc.nat(materials.length - 1), fc.nat(9), fc.nat(1e6), (m, state, itemId) => {
        const item = makeItem({ seed: 2, itemId, materialId: materials[m]!.id, state });
        itemOptics.layer(item, nm, r, t);
        const whole = itemOptics.reflectance(item, nm, 0.5, new Float64Array(nm.length));
        return (
          r.every((value, i) => value >= 0 && t[i]! >= 0 && value + t[i]! <= 1 + 1e-6) &&
          whole.every((v) => v >= 0 && v <= 1)
        );
      }),
      { numRuns: 700, seed: 7 },
    );
  });

  it('every material in every state gives a finite spectrum of its own', () => {
    const seen = new Set<string>();
    let count = 0;
    const spectrometer = defaultSpectrometer();
    for (const { id } of materials) {
      for (let state = 0; state < 10; state++) {
        const spectrum = probe.render(
          makeItem({ seed: 1, itemId: count, materialId: id, state }),
          spectrometer,
        );
        expect(spectrum.every((r) => r >= 0 && r <= 1)).toBe(true);
        seen.add(spectrum.join());
        count++;
      }
    }
    console.log(`${count} combinations of material and state, ${seen.size} different spectra`);
    expect(count).toBeGreaterThan(500);
    expect(seen.size).toBe(count);
  });

  it('a deeper piece has deeper bands, a blacker one has none', () => {
    const item = cleanItem('hdpe-bottle-natural', 4);
    const depth = (change: Partial<typeof item>) => {
      const r = itemOptics.reflectance({ ...item, ...change }, NIR, 0.5, new Float64Array(NIR.length));
      return bandMinima(r, 900).find((band) => Math.abs(band.nm - 1730) < 15)?.depth ?? 0;
    };
    expect(depth({ thicknessM: 2e-3 })).toBeGreaterThan(depth({ thicknessM: 2e-4 }));
    expect(depth({ carbonBlackPct: 2 })).toBeLessThan(0.12);
  });

  it('wet against dry lies where real tank pairs lie (test 7)', () => {
    const nm = [1000, 1300, 1450, 1600, 1930];
    const [least, most] = [
      [0.7, 0.62, 0.21, 0.4, 0.04],
      [0.97, 0.89, 0.71, 0.82, 0.72],
    ];
    const ids = [
      'pp-crate-coloured',
      'hdpe-crate-coloured',
      'ldpe-cap-coloured',
      'pp-cap-coloured',
      'hdpe-bag-coloured',
    ];
    const ratios: number[][] = nm.map(() => []);
    for (let i = 0; i < 200; i++) {
      const dry = cleanItem(ids[i % ids.length]!, i);
      const wet = { ...dry, waterFilmUm: 20 * Math.exp((i / 199) * Math.log(220 / 20)) };
      const [a, b] = [dry, wet].map((item) => itemOptics.reflectance(item, nm, 0.4, new Float64Array(5)));
      for (let k = 0; k < nm.length; k++) ratios[k]!.push(b![k]! / a![k]!);
    }
    ratios.forEach((own, k) => {
      const median = medianOf(own);
      console.log(`test 7  ${nm[k]} nm: wet/dry ${median.toFixed(2)}, real pairs ${least![k]}-${most![k]}`);
      expect(median).toBeGreaterThan(least![k]!);
      expect(median).toBeLessThan(most![k]!);
    });
  });

  it('soil lies under the water, not on it', () => {
    const item = {
      ...cleanItem('hdpe-bottle-white', 3),
      soilGPerM2: 400,
      soilType: 'dust' as const,
      waterFilmUm: 200,
    };
    const nm = [1450, 1930];
    const wet = itemOptics.reflectance(item, nm, 0.4, new Float64Array(2));
    const dry = itemOptics.reflectance({ ...item, waterFilmUm: 0 }, nm, 0.4, new Float64Array(2));
    console.log(
      `soiled and wet over soiled: ${(wet[0]! / dry[0]!).toFixed(2)} at 1450, ${(wet[1]! / dry[1]!).toFixed(2)} at 1930 nm`,
    );
    expect(wet[0]! / dry[0]!).toBeLessThan(0.25);
    expect(wet[1]! / dry[1]!).toBeLessThan(0.05);
  });

  it('cedar greys as the measured series does (test 8)', () => {
    const nm = [450, 850];
    const rows = Array.from({ length: 21 }, (_, i) => {
      const item = { ...cleanItem('wood-cedar', 5), lignin: 1 - i / 20, moistureKgPerKg: 0.09 };
      const [blue, red] = itemOptics.reflectance(item, nm, 0.3, new Float64Array(2));
      const bands = bandMinima(itemOptics.reflectance(item, NIR, 0.3, new Float64Array(NIR.length)), 900);
      const depth = (at: number) =>
        Math.max(0, ...bands.filter((b) => Math.abs(b.nm - at) < 30).map((b) => b.depth));
      return { ratio: red! / blue!, water: depth(1465), cellulose: depth(2098), lignin: depth(1674) };
    });
    const [fresh, grey] = [rows[0]!, rows.at(-1)!];
    console.log(
      `test 8  R850/R450 ${fresh.ratio.toFixed(1)} -> ${grey.ratio.toFixed(1)} (measured 11.7 -> 2.2); depth 1453-1480 ${fresh.water.toFixed(2)} -> ${grey.water.toFixed(2)} (0.38 -> 0.12); 2096 ${fresh.cellulose.toFixed(2)} -> ${grey.cellulose.toFixed(2)} (0.33 -> 0.11); 1674 ${fresh.lignin.toFixed(2)} -> ${grey.lignin.toFixed(2)} (0.16 -> none)`,
    );
    expect(fresh.ratio / 11.7).toBeGreaterThan(0.8);
    expect(fresh.ratio / 11.7).toBeLessThan(1.2);
    expect(grey.ratio / 2.2).toBeGreaterThan(0.8);
    expect(grey.ratio / 2.2).toBeLessThan(1.2);
    for (let i = 1; i < rows.length; i++) {
      expect(rows[i]!.ratio).toBeLessThan(rows[i - 1]!.ratio);
      expect(rows[i]!.water).toBeLessThanOrEqual(rows[i - 1]!.water + 1e-3);
      expect(rows[i]!.cellulose).toBeLessThanOrEqual(rows[i - 1]!.cellulose + 1e-3);
    }
  });

  it('below 780 nm the substance tells as much as the dial lets it: at 0 look-alikes are equal', () => {
    const visible = gridNm(400, 775, 15);
    const newItem = (materialId: string, lookCoupling: number) =>
      makeItem({ seed: 1, itemId: 6, materialId, history: [], lookCoupling });
    const seen = (dial: number) =>
      ['pet-bottle-clear', 'pvc-bottle-clear'].map((id) =>
        itemOptics.reflectance(newItem(id, dial), visible, 0.3, new Float64Array(visible.length)),
      );
    const [pet, pvc] = seen(0);
    expect(pet).toEqual(pvc);
    const [own, other] = seen(1);
    expect(own).not.toEqual(other);
  });

  it('a rusted can is as dark as the measured one, bare metals show their dips', () => {
    const nm = [550, 650, 850, 1300];
    const can = { ...cleanItem('steel-can-bare', 1), corrosionUm: 100, corrosionKind: 'rust' as const };
    const rust = itemOptics.reflectance(can, nm, 0.3, new Float64Array(4));
    console.log(`rusted can ${[...rust].map((r) => r.toFixed(3)).join(' ')} (measured .081 .144 .165 .214)`);
    [0.081, 0.144, 0.165, 0.214].forEach((r, i) => {
      expect(Math.abs(rust[i]! - r)).toBeLessThan(0.01);
    });
    const zinc = { ...cleanItem('zinc-casting', 1), corrosionUm: 0 };
    const [dip, high] = itemOptics.reflectance(zinc, [1010, 1300], 0.3, new Float64Array(2));
    expect(dip! / high!).toBeCloseTo(0.56 / 0.86, 1);
    const aluminium = { ...cleanItem('aluminium-sheet', 1), corrosionUm: 0 };
    const [low, side] = itemOptics.reflectance(aluminium, [830, 1060], 0.3, new Float64Array(2));
    expect(low! / side!).toBeCloseTo(0.865 / 0.955, 1);
  });
});
