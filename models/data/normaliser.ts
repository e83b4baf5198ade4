import type { Normaliser } from '../nets/model.ts';
import { type Dataset, rowsOf, THERMAL_FRAME_COUNT, THERMAL_PX, THERMAL_VALUES } from './dataset.ts';
import { beltCentikelvin } from './input.ts';

const CENTIKELVIN = 100;
const MIN_SD = 1e-3;

/** Measures a data set's training pool (labelled and unlabelled; quality on the labelled alone); a stream that is empty has nothing to measure. */
export function measureNormaliser(data: Dataset): Normaliser {
  const labelled = rowsOf(data, 'labelled');
  if (labelled.length === 0)
    throw new Error('data set: no labelled items to train on (perMaterial.labelled is 0)');
  const pool = Int32Array.from([...labelled, ...rowsOf(data, 'unlabelled')]);
  const thermal = thermalMoments(data, pool);
  const spectrum = columnMoments(data.reflectance, pool, data.bands);
  const quality = columnMoments(data.quality, labelled, 1);
  return {
    thermalMeanK: thermal.mean,
    thermalSdK: thermal.sd,
    spectrumMean: spectrum.mean,
    spectrumSd: spectrum.sd,
    qualityMean: quality.mean[0]!,
    qualitySd: quality.sd[0]!,
  };
}

/** Mean and sd in kelvin above the belt of each of the eight frames over all pixels. */
function thermalMoments({ thermal }: Dataset, rows: Int32Array) {
  const pixels = THERMAL_PX * THERMAL_PX;
  const mean = new Float32Array(THERMAL_FRAME_COUNT);
  const sd = new Float32Array(THERMAL_FRAME_COUNT);
  if (thermal.length === 0) return { mean, sd: sd.fill(1) };
  const belts = Float64Array.from(rows, (row) => beltCentikelvin(thermal, row * THERMAL_VALUES));
  for (let frame = 0; frame < THERMAL_FRAME_COUNT; frame++) {
    let sum = 0;
    let squares = 0;
    rows.forEach((row, n) => {
      const start = row * THERMAL_VALUES + frame * pixels;
      for (let i = start; i < start + pixels; i++) {
        const kelvin = (thermal[i]! - belts[n]!) / CENTIKELVIN;
        sum += kelvin;
        squares += kelvin * kelvin;
      }
    });
    const values = rows.length * pixels;
    mean[frame] = sum / values;
    sd[frame] = Math.max(Math.sqrt(Math.max(squares / values - (sum / values) * (sum / values), 0)), MIN_SD);
  }
  return { mean, sd };
}

/** Mean and sd of each column of a [n, columns] array over the given rows. */
function columnMoments(values: Float32Array, rows: Int32Array, columns: number) {
  const mean = new Float32Array(columns);
  const sd = new Float32Array(columns);
  for (let column = 0; column < columns; column++) {
    let sum = 0;
    let squares = 0;
    for (const row of rows) {
      const value = values[row * columns + column]!;
      sum += value;
      squares += value * value;
    }
    const average = sum / rows.length;
    mean[column] = average;
    sd[column] = Math.max(Math.sqrt(Math.max(squares / rows.length - average * average, 0)), MIN_SD);
  }
  return { mean, sd };
}
