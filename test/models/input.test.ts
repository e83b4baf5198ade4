import { expect, test } from 'vitest';
import { buildDataset } from '../../models/data/build-dataset.ts';
import { SPLITS } from '../../models/data/dataset.ts';
import { beltCentikelvin, inputRow } from '../../models/data/input.ts';
import { standardInputs } from './standard-inputs.ts';

const BANDS = 8;
const [FRAMES, PX] = [8, 32];
const FILM_VALUES = FRAMES * PX * PX;
const taken = standardInputs(32, BANDS, [FRAMES, PX, PX]);
const values = Float32Array.from({ length: BANDS }, (_, band) => 0.3 + 0.05 * band * band);
const moments = { mean: new Float32Array(BANDS).fill(0.5), sd: new Float32Array(BANDS).fill(0.25) };

test('a spectrum goes in twice: against the training set, and with mean 0 and spread 1 of its own', () => {
  const out = new Float32Array(4 * BANDS);
  inputRow(taken.spectral, out, 1, values, 0, moments);
  expect([...out.subarray(0, 2 * BANDS)].every((value) => value === 0)).toBe(true);
  const [absolute, own] = [out.subarray(2 * BANDS, 3 * BANDS), out.subarray(3 * BANDS)];
  absolute.forEach((value, band) => {
    expect(value).toBeCloseTo((values[band]! - 0.5) / 0.25, 5);
  });
  const mean = own.reduce((a, b) => a + b, 0) / BANDS;
  const square = own.reduce((a, b) => a + b * b, 0) / BANDS;
  expect(mean).toBeCloseTo(0, 5);
  expect(square).toBeCloseTo(1, 4);
  expect([...own].sort((a, b) => a - b)).toEqual([...own]);
});

test('every part of a data set holds as many items of each material as it should', async () => {
  const perMaterial = { labelled: 2, unlabelled: 3, validation: 1, calibration: 1, test: 2 };
  const materials = ['aluminium-can', 'cardboard', 'pet-bottle-clear'];
  const data = await buildDataset({ materials, perMaterial, imagePx: 32, seed: 3, testDraw: 0, senses: [] });
  SPLITS.forEach((split, code) => {
    const counts = materials.map((_, label) => {
      const here = (_: number, row: number) => data.split[row] === code && data.material[row] === label;
      return data.itemId.filter(here).length;
    });
    expect(counts, split).toEqual(materials.map(() => perMaterial[split]));
  });
});

test('thermal frames go in as kelvin above the belt, standardised frame by frame', () => {
  const pixels = PX * PX;
  const belt = 2100;
  const frames = new Int16Array(FILM_VALUES).fill(belt);
  // An item in the middle of every frame, frame + 1 kelvin above the belt.
  const middle = 16 * PX + 16;
  for (let frame = 0; frame < FRAMES; frame++) frames[frame * pixels + middle] = belt + 100 * (frame + 1);
  expect(beltCentikelvin(frames, 0, [FRAMES, PX, PX])).toBe(belt);
  const out = new Float32Array(2 * FILM_VALUES);
  const own = {
    mean: new Float32Array(FRAMES).fill(0.5),
    sd: new Float32Array(FRAMES).fill(2),
  };
  inputRow(taken.thermal, out, 1, frames, 0, own);
  for (let frame = 0; frame < FRAMES; frame++) {
    const at = (pixel: number) => out[FILM_VALUES + pixel * FRAMES + frame]!;
    expect(at(0)).toBeCloseTo(-0.25, 5);
    expect(at(pixels - 1)).toBeCloseTo(-0.25, 5);
    expect(at(middle)).toBeCloseTo((frame + 0.5) / 2, 5);
  }
});
