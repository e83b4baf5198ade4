import { describe, expect, it } from 'vitest';
import { discriminantAnalysis } from '../../../scenarios/spectra/chemometrics/linear.ts';
import { matrixOf } from '../../../scenarios/spectra/chemometrics/preprocess.ts';
import { pieceAt } from '../../../scenarios/spectra/synth/household.ts';
import { materialById } from '../../../sim/materials/catalogue.ts';
import { ItemOptics } from '../../../sim/senses/optics/reflectance.ts';
import { Spectrometer } from '../../../sim/senses/spectral/spectrometer.ts';
import {
  defaultSpectrometer,
  type SpectrometerState,
  spectralCost,
  spectrometerOf,
  wavelengthsOf,
} from '../../../sim/senses/spectral/state.ts';
import { unitOf } from '../../../sim/senses/spectral/units.ts';
import { cleanItem } from './pieces.ts';

const probe1 = new Spectrometer(1);
const probe3 = new Spectrometer(3);
const probe9 = new Spectrometer(9);
const probe10 = new Spectrometer(10);
const itemOptics = new ItemOptics();
const still: Partial<SpectrometerState> = {
  axisJitterNm: 0,
  gainSpread: 0,
  specularMax: 0,
  strayShare: 0,
  backing: [0.4, 0.4],
};

describe('spectrometer', () => {
  it('has 128 bands from 900 to 1700 nm by default and says what a look costs', () => {
    const nm = wavelengthsOf(defaultSpectrometer());
    expect(nm.length).toBe(128);
    expect([nm[0], nm[127]]).toEqual([900, 1700]);
    // What its halogen lamp draws between two looks is part of a look.
    expect(spectralCost(defaultSpectrometer())).toEqual({ energyJ: 172, timeUs: 50_000 });
  });

  it('refuses what the instrument cannot measure, with a cure', () => {
    expect(() => spectrometerOf('ingaas-1.7', { toNm: 1900 })).toThrow(
      /900-1700 nm, got 900-1900 nm.*extended/,
    );
    expect(() => spectrometerOf('extended', { toNm: 2600 })).toThrow(/400-2500/);
    expect(() => spectrometerOf('extended', { fromNm: 1900, toNm: 1000 })).toThrow(/ascend/);
    expect(() => spectrometerOf('extended', { bands: 1.5 })).toThrow(/whole number/);
    expect(() => spectrometerOf('fx17')).toThrow(/must be one of ingaas-1.7, extended; got 'fx17'/);
  });

  it('gives the same bytes for the same seed, whatever was rendered before (test 24)', () => {
    const items = [3, 4, 5].map((id) => cleanItem('pp-cup-white', id));
    const spectrometer = defaultSpectrometer();
    const first = items.map((item) => probe9.render(item, spectrometer));
    const again = [...items]
      .reverse()
      .map((item) => probe9.render(item, spectrometer))
      .reverse();
    probe9.render(items[0]!, spectrometerOf('extended'));
    expect(probe9.render(items[0]!, spectrometer)).toEqual(first[0]);
    expect(again).toEqual(first);
    expect(probe10.render(items[0]!, spectrometer)).not.toEqual(first[0]);
    expect(first[1]).not.toEqual(first[0]);
  });

  it('a tilted or distant item sends less light than the flat white reference, never more', () => {
    const flat = spectrometerOf('ingaas-1.7', still);
    const tilted = spectrometerOf('ingaas-1.7', { ...still, gainSpread: 0.15 });
    const count = 2_000;
    let sum = 0;
    for (let itemId = 0; itemId < count; itemId++) {
      const item = { ...cleanItem('pp-cup-white', 1), itemId };
      const shown = probe1.render(item, tilted, undefined, false);
      const level = probe1.render(item, flat, undefined, false);
      expect(shown[64]).toBeLessThanOrEqual(level[64]!);
      sum += Math.log(shown[64]! / level[64]!);
    }
    // ln of the gain is -spread |z| with z standard normal: its mean is -spread sqrt(2 / pi), within four standard errors.
    const error = 0.15 * Math.sqrt((1 - 2 / Math.PI) / count);
    expect(Math.abs(sum / count + 0.15 * Math.sqrt(2 / Math.PI))).toBeLessThan(4 * error);
  });

  it('has the noise it claims (test 19): white plate, sigma of R against sqrt(floor^2 + shot^2 R)', () => {
    const spectrometer = spectrometerOf('ingaas-1.7', { ...still, saturation: 2 });
    const item = cleanItem('ptfe-sheet', 1);
    const clean = probe1.render(item, spectrometer, undefined, false);
    const band = 64;
    let sum = 0;
    const looks = 6_000;
    for (let seed = 0; seed < looks; seed++) {
      const d = new Spectrometer(seed).render(item, spectrometer)[band]! - clean[band]!;
      sum += d * d;
    }
    const { noiseFloor, noiseShot } = spectrometer;
    const nominal = Math.sqrt(noiseFloor * noiseFloor + noiseShot * noiseShot * clean[band]!);
    console.log(
      `test 19  sigma ${Math.sqrt(sum / looks).toExponential(3)} against ${nominal.toExponential(3)}`,
    );
    expect(Math.sqrt(sum / looks) / nominal).toBeGreaterThan(0.95);
    expect(Math.sqrt(sum / looks) / nominal).toBeLessThan(1.05);
  });

  it('a slit takes depth as a Gaussian does: a band of sigma s keeps s / sqrt(s^2 + slit^2)', () => {
    // Thin PET around 1660 nm: two Gaussians of sigma 7-9 nm on a skirt; 10 nm FWHM has sigma 4.2 nm.
    const item = { ...cleanItem('pet-film-clear', 2), thicknessM: 2e-5 };
    const grid = { fromNm: 1600, toNm: 1720, bands: 241 };
    const bottom = (slitFwhmNm: number) => {
      const spectrometer = spectrometerOf('extended', { ...still, ...grid, slitFwhmNm });
      const s = probe1.render(item, spectrometer, undefined, false);
      return Math.max(...s) - Math.min(...s);
    };
    const [open, ten, twenty] = [0.5, 10, 20].map(bottom);
    console.log(
      `slit: keeps ${(ten! / open!).toFixed(3)} of the depth at 10 nm, ${(twenty! / open!).toFixed(3)} at 20 nm`,
    );
    expect(ten! / open!).toBeGreaterThan(0.85);
    expect(ten! / open!).toBeLessThan(0.98);
    expect(twenty! / open!).toBeLessThan(ten! / open! - 0.05);
  });

  it('moves bands by its axis error', () => {
    const item = cleanItem('pet-bottle-clear', 2);
    const minimum = (axisOffsetNm: number) => {
      const spectrometer = spectrometerOf('extended', {
        ...still,
        fromNm: 1630,
        toNm: 1690,
        bands: 121,
        axisOffsetNm,
      });
      const s = probe1.render(item, spectrometer, undefined, false);
      return wavelengthsOf(spectrometer)[s.indexOf(Math.min(...s))]!;
    };
    expect(minimum(5) - minimum(0)).toBeCloseTo(5, 0);
    expect(minimum(-5) - minimum(0)).toBeCloseTo(-5, 0);
  });

  it('faults can be switched on: dead bands, saturation, dirt, a stale white reference, spill', () => {
    const item = cleanItem('hdpe-bottle-white', 5);
    const look = (fault: Partial<SpectrometerState>) =>
      probe1.render(item, spectrometerOf('ingaas-1.7', { ...still, ...fault }), undefined, false);
    const good = look({});
    expect(look({ deadBands: [7] })[7]).toBe(0);
    expect(Math.max(...look({ saturation: 0.5 }))).toBe(0.5);
    expect(look({ windowDirt: 0.5 })[20]).toBeCloseTo(0.5 * good[20]! + 0.025, 3);
    const stale = look({ lampSlope: 0.1 });
    expect(stale[127]! / good[127]!).toBeCloseTo(0.9, 3);
    expect(stale[0]).toBeCloseTo(good[0]!, 6);
    expect(look({ spillMax: 1 })[60]).toBeLessThan(good[60]!);
    // Fringes go up and down around the spectrum as strongly as they are asked to, on average over looks.
    const shares = Array.from({ length: 40 }, (_, i) => {
      const piece = cleanItem('hdpe-bottle-white', i);
      const at = (rippleShare: number) =>
        probe1.render(piece, spectrometerOf('ingaas-1.7', { ...still, rippleShare }), undefined, false);
      const [without, fringed] = [at(0), at(0.01)];
      return Math.sqrt(without.reduce((sum, r, k) => sum + (fringed[k]! / r - 1) ** 2, 0) / 128);
    });
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    expect(mean).toBeGreaterThan(0.007);
    expect(mean).toBeLessThan(0.013);
  });

  it('units differ, one unit is always the same', () => {
    const base = spectrometerOf('extended');
    expect(unitOf(base, 1, 7)).toEqual(unitOf(base, 1, 7));
    const offsets = Array.from({ length: 4000 }, (_, id) => unitOf(base, 1, id).axisOffsetNm);
    const sd = Math.sqrt(offsets.reduce((sum, o) => sum + o * o, 0) / offsets.length);
    expect(sd).toBeGreaterThan(2.4);
    expect(sd).toBeLessThan(2.6);
  });

  it('an ideal instrument reads the reflectance of the item', () => {
    const item = cleanItem('pp-cup-white', 8);
    const spectrometer = spectrometerOf('extended', { ...still, slitFwhmNm: 0.01 });
    const seen = probe1.render(item, spectrometer, undefined, false);
    const truth = itemOptics.reflectance(
      item,
      wavelengthsOf(spectrometer),
      0.4,
      new Float64Array(seen.length),
    );
    seen.forEach((r, i) => {
      expect(r).toBeCloseTo(truth[i]!, 6);
    });
  });
});

describe('no label leaks into the noise (test 20)', () => {
  it('a classifier on noise residuals, item ids or row order stays at chance', () => {
    const classes = ['PET', 'HDPE', 'PP', 'PS'];
    const household = { classes, seed: 5, states: null, rinsedShare: 0.5 };
    const spectrometer = defaultSpectrometer();
    const rows = 1600;
    const labels: string[] = [];
    const residuals: Float64Array[] = [];
    const order: number[][] = [];
    const nominal = { ...spectrometer, noiseShot: 0 };
    for (let row = 0; row < rows; row++) {
      const item = pieceAt(household, row);
      labels.push(materialById(item.materialId).class);
      const clean = probe3.render(item, nominal, undefined, false);
      const seen = probe3.render(item, nominal);
      // Dark pieces are cut off at 0: their residual would tell how dark they are.
      residuals.push(
        Float64Array.from(seen, (r, i) => (clean[i]! > 0.01 && clean[i]! < 0.99 ? r - clean[i]! : 0)),
      );
      order.push([
        row / rows,
        item.itemId / rows,
        row % 2,
        row % 4,
        (row % 8) / 8,
        Math.sin(row),
        Math.cos(row * 0.7),
      ]);
    }
    const half = rows / 2;
    for (const [name, features] of [
      ['noise residual', residuals],
      ['row and item id', order],
    ] as const) {
      const classifier = discriminantAnalysis(matrixOf(features.slice(0, half)), labels.slice(0, half));
      const answers = classifier.predict(matrixOf(features.slice(half)));
      const right = answers.filter((answer, i) => answer === labels[half + i]).length / half;
      const sigma = Math.sqrt((0.25 * 0.75) / half);
      console.log(
        `test 20  ${name}: ${(100 * right).toFixed(1)} % right, chance 25 % +- ${(300 * sigma).toFixed(1)}`,
      );
      expect(Math.abs(right - 0.25)).toBeLessThan(3 * sigma);
    }
  });
});
