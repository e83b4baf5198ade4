import { type Sense, sizeOf } from '../../sim/record/frames.ts';
import { inputOf } from '../nets/inputs.ts';
import type { Moments, Normaliser } from '../nets/model.ts';
import { type DataStream, type Dataset, rowsOf } from './dataset.ts';
import { beltCentikelvin, CENTIKELVIN } from './input.ts';

const MIN_SD = 1e-3;

/** Measures some senses on a data set's training pool (labelled and unlabelled; quality on the labelled alone). */
export function measureNormaliser(data: Dataset, senses: readonly Sense[]): Normaliser {
  const labelled = rowsOf(data, 'labelled');
  if (labelled.length === 0)
    throw new Error('data set: no labelled items to train on (perMaterial.labelled is 0)');
  const pool = Int32Array.from([...labelled, ...rowsOf(data, 'unlabelled')]);
  const quality = columnMoments(data.quality, labelled, 1);
  const measured = senses.flatMap((sense): [Sense, Moments][] => {
    inputOf(data.streams, sense);
    const moments = momentsOf(data.streams[sense]!, pool);
    return moments ? [[sense, moments]] : [];
  });
  return {
    senses: Object.fromEntries(measured),
    qualityMean: quality.mean[0]!,
    qualitySd: quality.sd[0]!,
  };
}

/** Moments of a film or a vector; null for a picture, whose scale is fixed. */
function momentsOf(stream: DataStream, rows: Int32Array): Moments | null {
  if (stream.input.kind === 'picture') return null;
  if (stream.input.kind === 'film') return filmMoments(stream, rows);
  return columnMoments(stream.values as Float32Array, rows, sizeOf(stream.shape));
}

/** Mean and sd in kelvin above the belt of each frame over all pixels. */
function filmMoments({ values: stored, shape }: DataStream, rows: Int32Array): Moments {
  const film = stored as Int16Array;
  const [frames = 0, side = 0] = shape;
  const pixels = side * side;
  const size = sizeOf(shape);
  const mean = new Float32Array(frames);
  const sd = new Float32Array(frames);
  const belts = Float64Array.from(rows, (row) => beltCentikelvin(film, row * size, shape));
  for (let frame = 0; frame < frames; frame++) {
    let sum = 0;
    let squares = 0;
    rows.forEach((row, n) => {
      const start = row * size + frame * pixels;
      for (let i = start; i < start + pixels; i++) {
        const kelvin = (film[i]! - belts[n]!) / CENTIKELVIN;
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
function columnMoments(values: Float32Array, rows: Int32Array, columns: number): Moments {
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
