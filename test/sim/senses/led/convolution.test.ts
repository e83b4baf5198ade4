import { describe, expect, it } from 'vitest';
import { materials } from '../../../../sim/materials/catalogue.ts';
import { makeItem } from '../../../../sim/materials/item.ts';
import { answerGrid, answerTo, emissionOf } from '../../../../sim/senses/led/bands.ts';
import { responsivityAt } from '../../../../sim/senses/led/photodiode.ts';
import { LedReflectometer } from '../../../../sim/senses/led/reflectometer.ts';
import { defaultLedBoard, type LedState } from '../../../../sim/senses/led/state.ts';
import { ItemOptics } from '../../../../sim/senses/optics/reflectance.ts';
import { idealBoard, ledLight } from './ideal.ts';

/** Mid-point sums by a twentieth of a nanometre: nothing in a board or an item is finer than the tables of 1 nm. */
const FINE_NM = 0.05;

/** Integral R L S over integral L S of each LED, by sums of its own over what the photodiode answers. */
function referenceOf(state: LedState) {
  const [from, to] = [state.responsivityNm[0]!, state.responsivityNm.at(-1)!];
  const nm = Float64Array.from({ length: (to - from) / FINE_NM }, (_, i) => from + (i + 0.5) * FINE_NM);
  const s = responsivityAt(state, nm);
  const weights = state.centresNm.map((peakNm, k) =>
    nm.map((x, i) => s[i]! * ledLight(x, peakNm, state.widthsNm[k]!, state.shortSideShare)),
  );
  const totals = weights.map((weight) => weight.reduce((sum, w) => sum + w, 0));
  return (reflectance: (nm: Float64Array) => ArrayLike<number>): number[] => {
    const r = reflectance(nm);
    return weights.map((weight, k) => weight.reduce((sum, w, i) => sum + w * r[i]!, 0) / totals[k]!);
  };
}

/** The same by the grid of the product code. */
function byGrid(state: LedState, reflectance: (nm: Float64Array) => ArrayLike<number>): number[] {
  const grid = answerGrid(state);
  const r = reflectance(grid.wavelengthsNm);
  const answers = grid.responsivity.map((s, i) => s * r[i]!);
  return state.centresNm.map((peakNm, k) => {
    const emission = emissionOf(peakNm, state.widthsNm[k]!, state.shortSideShare);
    return answerTo(emission, grid, answers) / answerTo(emission, grid, grid.responsivity);
  });
}

const worst = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);

const board = defaultLedBoard();
/** Answers the same at all wavelengths that count, so that the means of a Gaussian hold as they are in books. */
const flat = { responsivityNm: [600, 610, 2090, 2100], responsivityAPerW: [0, 1, 1, 0] };

describe('a reading without noise and geometry', () => {
  it('is the mean of the reflectance, weighed by LED and photodiode, over every material of the catalogue', () => {
    const state = idealBoard();
    const optics = new ItemOptics();
    const sensor = new LedReflectometer(1);
    const reference = referenceOf(state);
    let most = 0;
    materials.forEach(({ id }, i) => {
      const item = makeItem({ seed: 3, itemId: i, materialId: id, state: i % 10 });
      const exact = reference((nm) => optics.reflectance(item, nm, 0.3, new Float64Array(nm.length)));
      most = Math.max(most, worst(sensor.render(item, state, false), exact));
    });
    expect(most).toBeLessThan(1e-6);
  });

  it.each<[string, (nm: number) => number]>([
    ['constant', () => 0.37],
    ['a slope', (nm) => 0.2 + (nm - 800) * 6e-4],
    ['a band of 8 nm at 1210 nm', (nm) => 0.8 - 0.6 * Math.exp(-0.5 * ((nm - 1210) / 8) ** 2)],
    ['a band of 12 nm at 1660 nm', (nm) => 0.8 - 0.6 * Math.exp(-0.5 * ((nm - 1660) / 12) ** 2)],
    ['waves of 60 nm', (nm) => 0.5 + 0.4 * Math.sin(nm / 9.55)],
  ])('is that mean of %s', (_, at) => {
    const all = (nm: Float64Array) => nm.map(at);
    for (const state of [board, { ...board, ...flat }, { ...board, shortSideShare: 0.3 }])
      expect(worst(byGrid(state, all), referenceOf(state)(all))).toBeLessThan(1e-6);
  });

  it('follows the books where the photodiode answers evenly', () => {
    const state = { ...board, ...flat, shortSideShare: 0.5 };
    const sigmas = state.widthsNm.map((width) => width / (2 * Math.sqrt(2 * Math.LN2)));
    const slope = byGrid(state, (nm) => nm.map((x) => x / 2000));
    expect(
      worst(
        slope,
        state.centresNm.map((nm) => nm / 2000),
      ),
    ).toBeLessThan(1e-9);
    // A Gaussian band seen by a Gaussian LED: depth s / S at distance d, S^2 = s^2 + sigma^2.
    const band = byGrid(state, (nm) => nm.map((x) => 1 - 0.7 * Math.exp(-0.5 * ((x - 1220) / 9) ** 2)));
    const book = state.centresNm.map((nm, k) => {
      const wide = Math.hypot(9, sigmas[k]!);
      return 1 - ((0.7 * 9) / wide) * Math.exp(-0.5 * ((nm - 1220) / wide) ** 2);
    });
    expect(worst(band, book)).toBeLessThan(1e-7);
    // Two half Gaussians: their mean lies off the peak by (long - short) sqrt(2 / pi).
    const skewed = byGrid({ ...state, shortSideShare: 0.6 }, (nm) => nm.map((x) => x / 2000));
    const off = state.centresNm.map(
      (nm, k) => (nm + 2 * sigmas[k]! * (0.4 - 0.6) * Math.sqrt(2 / Math.PI)) / 2000,
    );
    expect(worst(skewed, off)).toBeLessThan(1e-6);
  });

  it('holds for narrow LEDs and for a photodiode of silicon', () => {
    const narrow = idealBoard({ widthsNm: board.centresNm.map(() => 12) });
    const silicon = idealBoard({
      centresNm: [860, 940, 1010],
      widthsNm: [25, 30, 30],
      powersMw: [5, 5, 5],
      currentsMa: [20, 20, 20],
      responsivityNm: [780, 900, 960, 1020, 1060, 1100, 1150],
      responsivityAPerW: [0, 0.6, 0.65, 0.5, 0.2, 0.05, 0],
    });
    const optics = new ItemOptics();
    const sensor = new LedReflectometer(1);
    for (const state of [narrow, silicon]) {
      const reference = referenceOf(state);
      for (const [i, materialId] of ['pet-cup-clear', 'hdpe-part-natural', 'silicone-mat'].entries()) {
        const item = makeItem({ seed: 3, itemId: i, materialId, state: 1 });
        const exact = reference((nm) => optics.reflectance(item, nm, 0.3, new Float64Array(nm.length)));
        expect(worst(sensor.render(item, state, false), exact)).toBeLessThan(1e-6);
      }
    }
  });
});

it('meets the table of the photodiode at its places and never leaves it between two of them', () => {
  const { responsivityNm, responsivityAPerW } = board;
  expect(worst(responsivityAt(board, responsivityNm), responsivityAPerW)).toBeLessThan(1e-12);
  const nm = Float64Array.from({ length: 3000 }, (_, i) => 770 + i / 3);
  let outside = 0;
  responsivityAt(board, nm).forEach((aPerW, i) => {
    const above = responsivityNm.findIndex((place) => place > nm[i]!);
    const ends = above <= 0 ? [0, 0] : [responsivityAPerW[above - 1]!, responsivityAPerW[above]!];
    outside = Math.max(outside, aPerW - Math.max(...ends), Math.min(...ends) - aPerW);
  });
  expect(outside).toBeLessThan(1e-12);
});
