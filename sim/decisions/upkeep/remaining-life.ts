import type { AssetSeries } from '../../ports.ts';

export interface RemainingLife {
  readonly meanS: number;
  readonly sdS: number;
}

/** Predicts remaining running time from what the instruments gave; fitted on assets other than the ones it is used on. */
export interface RemainingLifeModel {
  predict(series: AssetSeries, ageS: number): RemainingLife;
}

/** One inspection of a training asset, with the life that was really left. */
export interface LifeExample {
  readonly series: AssetSeries;
  readonly ageS: number;
  readonly leftS: number;
}

/**
 * Features of a series: means over the last `recent` readings and their trend per hour. [1, hot spot, vibration, current,
 * hot-spot trend, vibration trend, age in hours].
 */
export function lifeFeatures(series: AssetSeries, ageS: number, recent = 12): number[] {
  const from = Math.max(0, series.timeS.length - recent);
  const hours = series.timeS.slice(from).map((s) => s / 3600);
  const hot = series.hotSpotK.slice(from);
  const vibration = series.vibrationMmPerS.slice(from);
  return [
    1,
    mean(hot),
    mean(vibration),
    mean(series.currentA.slice(from)),
    slope(hours, hot),
    slope(hours, vibration),
    ageS / 3600,
  ];
}

/**
 * Most examples of which the spread is taken: at the end of a life, where it decides, the spread changes within a few inspections. (With
 * a third of 12,500 examples no part of the remote island was ever renewed; with 100 to 800 of them 200 other lives cost
 * EUR 0.60 a running hour, by age EUR 0.67, by waiting EUR 0.69.)
 */
const MOST_NEAR = 200;

/**
 * Ridge regression of the remaining life on the features; its sd is the residual spread among the examples with the nearest
 * prediction, at most a third of them, so that it is small where the model is good. Throws with fewer examples than features.
 */
export function fitRemainingLife(examples: readonly LifeExample[], ridge = 1e-3): RemainingLifeModel {
  const rows = examples.map((e) => lifeFeatures(e.series, e.ageS));
  const width = rows[0]?.length ?? 0;
  if (rows.length <= width) {
    throw new RangeError(
      `remaining life: needs more than ${width} examples, got ${rows.length}; run more training assets`,
    );
  }
  const scale = columnScale(rows);
  const scaled = rows.map((row) => row.map((x, j) => x / scale[j]!));
  const weights = solveRidge(
    scaled,
    examples.map((e) => e.leftS),
    ridge,
  );
  const predictOne = (row: readonly number[]): number =>
    Math.max(
      0,
      row.reduce((sum, x, j) => sum + (x / scale[j]!) * weights[j]!, 0),
    );
  const fitted = rows
    .map((row, i) => ({ at: predictOne(row), error: predictOne(row) - examples[i]!.leftS }))
    .sort((a, b) => a.at - b.at);
  return {
    predict(series, ageS) {
      const meanS = predictOne(lifeFeatures(series, ageS));
      return { meanS, sdS: spreadNear(fitted, meanS) };
    },
  };
}

/** Root mean square error of the examples whose predictions lie nearest to `at`. */
function spreadNear(fitted: readonly { at: number; error: number }[], at: number): number {
  const size = Math.max(5, Math.min(MOST_NEAR, Math.floor(fitted.length / 3)));
  let from = fitted.findIndex((f) => f.at >= at) - Math.floor(size / 2);
  from = Math.max(0, Math.min(fitted.length - size, from < 0 ? fitted.length - size : from));
  const near = fitted.slice(from, from + size);
  return Math.sqrt(mean(near.map((f) => f.error * f.error)));
}

function columnScale(rows: readonly (readonly number[])[]): number[] {
  return rows[0]!.map((_, j) => Math.max(1e-12, Math.sqrt(mean(rows.map((r) => r[j]! * r[j]!)))));
}

/** (X'X + ridge n I) w = X'y by Gaussian elimination with partial pivoting; X is tall and narrow. */
function solveRidge(x: readonly (readonly number[])[], y: readonly number[], ridge: number): number[] {
  const width = x[0]!.length;
  const a = Array.from({ length: width }, (_, i) => [
    ...Array.from(
      { length: width },
      (_, j) => x.reduce((s, r) => s + r[i]! * r[j]!, 0) + (i === j ? ridge * x.length : 0),
    ),
    x.reduce((s, r, n) => s + r[i]! * y[n]!, 0),
  ]);
  for (let i = 0; i < width; i++) {
    const pivot = a
      .slice(i)
      .reduce((best, row, k) => (Math.abs(row[i]!) > Math.abs(a[best]![i]!) ? i + k : best), i);
    [a[i], a[pivot]] = [a[pivot]!, a[i]!];
    for (let r = i + 1; r < width; r++) {
      const factor = a[r]![i]! / a[i]![i]!;
      for (let c = i; c <= width; c++) a[r]![c]! -= factor * a[i]![c]!;
    }
  }
  const w = new Array<number>(width).fill(0);
  for (let i = width - 1; i >= 0; i--) {
    let sum = a[i]![width]!;
    for (let j = i + 1; j < width; j++) sum -= a[i]![j]! * w[j]!;
    w[i] = sum / a[i]![i]!;
  }
  return w;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((s, v) => s + v, 0) / values.length;
}

function slope(x: readonly number[], y: readonly number[]): number {
  const [mx, my] = [mean(x), mean(y)];
  const sxx = x.reduce((s, v) => s + (v - mx) * (v - mx), 0);
  return sxx === 0 ? 0 : x.reduce((s, v, i) => s + (v - mx) * (y[i]! - my), 0) / sxx;
}
