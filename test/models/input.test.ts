import { expect, test } from 'vitest';
import { buildDataset } from '../../models/data/build-dataset.ts';
import { SPLITS, THERMAL_FRAME_COUNT, THERMAL_PX, THERMAL_VALUES } from '../../models/data/dataset.ts';
import { beltCentikelvin, spectrumRow, thermalRow } from '../../models/data/input.ts';
import type { Normaliser } from '../../models/nets/model.ts';

const BANDS = 8;
const values = Float32Array.from({ length: BANDS }, (_, band) => 0.3 + 0.05 * band * band);
const normaliser = {
  spectrumMean: new Float32Array(BANDS).fill(0.5),
  spectrumSd: new Float32Array(BANDS).fill(0.25),
} as unknown as Normaliser;

test('a spectrum goes in twice: against the training set, and with mean 0 and spread 1 of its own', () => {
  const out = new Float32Array(4 * BANDS);
  spectrumRow(out, 1, values, 0, normaliser);
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
  const data = await buildDataset(
    { materials, perMaterial, imagePx: 32, seed: 3, testDraw: 0 },
    {},
    undefined,
    [],
  );
  SPLITS.forEach((split, code) => {
    const counts = materials.map((_, label) => {
      const here = (_: number, row: number) => data.split[row] === code && data.material[row] === label;
      return data.itemId.filter(here).length;
    });
    expect(counts, split).toEqual(materials.map(() => perMaterial[split]));
  });
});

test('thermal frames go in as kelvin above the belt, standardised frame by frame', () => {
  const pixels = THERMAL_PX * THERMAL_PX;
  const belt = 2100;
  const frames = new Int16Array(THERMAL_VALUES).fill(belt);
  // An item in the middle of every frame, frame + 1 kelvin above the belt.
  const middle = 16 * THERMAL_PX + 16;
  for (let frame = 0; frame < THERMAL_FRAME_COUNT; frame++)
    frames[frame * pixels + middle] = belt + 100 * (frame + 1);
  expect(beltCentikelvin(frames, 0)).toBe(belt);
  const out = new Float32Array(2 * THERMAL_VALUES);
  const own = {
    thermalMeanK: new Float32Array(THERMAL_FRAME_COUNT).fill(0.5),
    thermalSdK: new Float32Array(THERMAL_FRAME_COUNT).fill(2),
  } as unknown as Normaliser;
  thermalRow(out, 1, frames, 0, own);
  for (let frame = 0; frame < THERMAL_FRAME_COUNT; frame++) {
    const at = (pixel: number) => out[THERMAL_VALUES + pixel * THERMAL_FRAME_COUNT + frame]!;
    expect(at(0)).toBeCloseTo(-0.25, 5);
    expect(at(pixels - 1)).toBeCloseTo(-0.25, 5);
    expect(at(middle)).toBeCloseTo((frame + 0.5) / 2, 5);
  }
});
