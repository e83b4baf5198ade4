import { refuse } from './distributions.ts';
import type { Uniform } from './random.ts';

/** Distributions on integers, tables and data. Each says how many uniforms it takes. */

/** Integer uniform on low .. high, both included; one uniform. */
export function uniformInt(rng: Uniform, low: number, high: number): number {
  if (!(Number.isInteger(low) && Number.isInteger(high) && high >= low)) {
    refuse('uniformInt', `integers with high >= low (${low})`, high);
  }
  return low + Math.floor(rng.next() * (high - low + 1));
}

/** True with this probability; one uniform. */
export function bernoulli(rng: Uniform, probability: number): boolean {
  if (!(probability >= 0 && probability <= 1)) refuse('bernoulli', '0 <= probability <= 1', probability);
  return rng.next() < probability;
}

/** Failures before the first success; probability in (0, 1]; one uniform. */
export function geometric(rng: Uniform, probability: number): number {
  if (!(probability > 0 && probability <= 1)) refuse('geometric', '0 < probability <= 1', probability);
  return probability === 1 ? 0 : Math.floor(Math.log(1 - rng.next()) / Math.log(1 - probability));
}

/** Poisson with this mean >= 0: below 30 one uniform by inversion, above a varying number. */
export function poisson(rng: Uniform, mean: number): number {
  if (!(mean >= 0 && mean < 1e9)) refuse('poisson', '0 <= mean < 1e9', mean);
  return mean < 30 ? poissonByInversion(rng, mean) : poissonByRejection(rng, mean);
}

function poissonByInversion(rng: Uniform, mean: number): number {
  let u = rng.next();
  let p = Math.exp(-mean);
  let k = 0;
  // The cap is far beyond any quantile a 53-bit uniform reaches; it stops a rest of rounding error from looping.
  while (u >= p && k < 1000) {
    u -= p;
    k += 1;
    p *= mean / k;
  }
  return k;
}

/** Transformed rejection (PTRS), Hoermann, Insurance: Mathematics and Economics 12 (1993) 39-45; constants from memory, held by a test. */
function poissonByRejection(rng: Uniform, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const easy = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = rng.next() - 0.5;
    const v = 1 - rng.next();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= easy) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const bound = k * Math.log(mean) - mean - logFactorial(k);
    if (Math.log((v * inverseAlpha) / (a / (us * us) + b)) <= bound) return k;
  }
}

/** ln k!: exact sum below 10, Stirling's series above (error below 1e-10). */
function logFactorial(k: number): number {
  if (k < 10) {
    let product = 1;
    for (let i = 2; i <= k; i++) product *= i;
    return Math.log(product);
  }
  const n = k + 1;
  const inverse = 1 / n;
  const series =
    inverse / 12 -
    (inverse * inverse * inverse) / 360 +
    (inverse * inverse * inverse * inverse * inverse) / 1260;
  return (n - 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + series;
}

/** Draws an index with probability in proportion to its weight; one uniform, binary search over the cumulated weights. */
export function discrete(weights: readonly number[]): (rng: Uniform) => number {
  const cumulated = new Float64Array(weights.length);
  let sum = 0;
  weights.forEach((weight, i) => {
    if (!(weight >= 0 && Number.isFinite(weight)))
      refuse('discrete', `weights[${i}] must be finite and >= 0`, weight);
    sum += weight;
    cumulated[i] = sum;
  });
  if (!(sum > 0)) refuse('discrete', 'the sum of the weights must be > 0', sum);
  return (rng) => firstAbove(cumulated, rng.next() * sum);
}

/** Draws from data by linear interpolation between the sorted values (needs at least two); one uniform. */
export function empirical(data: readonly number[]): (rng: Uniform) => number {
  if (data.length < 2) refuse('empirical', 'needs at least 2 values', data.length);
  const sorted = Float64Array.from(data).sort();
  return (rng) => {
    const position = rng.next() * (sorted.length - 1);
    const i = Math.floor(position);
    return sorted[i]! + (position - i) * (sorted[i + 1]! - sorted[i]!);
  };
}

/** Index of the first element greater than x; the last index if rounding leaves none. */
function firstAbove(ascending: Float64Array, x: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! > x) high = middle;
    else low = middle + 1;
  }
  return low;
}
