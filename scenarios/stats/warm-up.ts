import { at } from '../../sim/record/must.ts';

/** Where the warm-up of a series ends, by the MSER-5 rule. */
export interface WarmUp {
  /** Observations to delete from the front (a multiple of 5). */
  readonly deleted: number;
  /** The minimum of the MSER statistic. */
  readonly statistic: number;
  /** Mean of the batch means that are kept. */
  readonly mean: number;
  /** True when the minimum lies at the last point searched: the run is too short to tell. */
  readonly tooShort: boolean;
}

const BATCH = 5;

/**
 * MSER-5: the truncation that minimises the squared standard error of the mean of batches of five.
 * Searches the first half of the batches only. Source: White, Cobb and Spratt (2000), Franklin and White (WSC 2008) (memory).
 * Throws on a series of fewer than ten.
 */
export function mser5(series: readonly number[]): WarmUp {
  const batches = batchMeans(series);
  if (batches.length < 2)
    throw new Error(`mser5: needs at least ${2 * BATCH} observations, got ${series.length}`);
  const last = Math.floor(batches.length / 2);
  let best = { drop: 0, statistic: Infinity, mean: 0 };
  for (let drop = 0; drop <= last; drop++) {
    const kept = batches.slice(drop);
    const mean = kept.reduce((total, z) => total + z, 0) / kept.length;
    const squares = kept.reduce((total, z) => total + (z - mean) * (z - mean), 0);
    const statistic = squares / (kept.length * kept.length);
    if (statistic < best.statistic) best = { drop, statistic, mean };
  }
  return {
    deleted: best.drop * BATCH,
    statistic: best.statistic,
    mean: best.mean,
    tooShort: best.drop === last,
  };
}

function batchMeans(series: readonly number[]): number[] {
  const means: number[] = [];
  for (let start = 0; start + BATCH <= series.length; start += BATCH) {
    let total = 0;
    for (let i = start; i < start + BATCH; i++) total += at(series, i);
    means.push(total / BATCH);
  }
  return means;
}
