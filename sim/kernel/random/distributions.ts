import { normalQuantile } from './normal-quantile.ts';
import type { Uniform } from './random.ts';

/**
 * Continuous distributions over any source of uniforms. Each says how many uniforms it takes: one, by inversion, wherever the
 * inverse is known, so that paired runs stay in step (common random numbers). Parameters out of range throw a RangeError.
 */

/** Stops on a parameter that no draw can use: what, which, got. */
export function refuse(distribution: string, rule: string, got: number): never {
  throw new RangeError(`${distribution}: ${rule}, got ${got}`);
}

/** Uniform on [low, high); one uniform. */
export function uniform(rng: Uniform, low: number, high: number): number {
  if (!(high >= low)) refuse('uniform', `high must be >= low (${low})`, high);
  return low + (high - low) * rng.next();
}

/** Exponential with this mean > 0; one uniform. */
export function exponential(rng: Uniform, mean: number): number {
  if (!(mean > 0)) refuse('exponential', 'mean must be > 0', mean);
  return -mean * Math.log(1 - rng.next());
}

/** Normal with mean and standard deviation sd >= 0; one uniform. */
export function normal(rng: Uniform, mean: number, sd: number): number {
  if (!(sd >= 0)) refuse('normal', 'sd must be >= 0', sd);
  return mean + sd * normalQuantile(open(rng));
}

/** Lognormal with the mean and standard deviation of the variable itself (not of its logarithm); one uniform. */
export function lognormal(rng: Uniform, mean: number, sd: number): number {
  if (!(mean > 0)) refuse('lognormal', 'mean must be > 0', mean);
  if (!(sd >= 0)) refuse('lognormal', 'sd must be >= 0', sd);
  const cv = sd / mean;
  const variance = Math.log(1 + cv * cv);
  return mean * Math.exp(Math.sqrt(variance) * normalQuantile(open(rng)) - variance / 2);
}

/** Triangular on [low, high] with this mode; one uniform. */
export function triangular(rng: Uniform, low: number, mode: number, high: number): number {
  if (!(low <= mode && mode <= high && low < high)) refuse('triangular', `${low} <= mode <= ${high}`, mode);
  const u = rng.next();
  const split = (mode - low) / (high - low);
  return u < split
    ? low + Math.sqrt(u * (high - low) * (mode - low))
    : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
}

/** Weibull with shape > 0 and scale > 0 (63 % have failed at `scale`); one uniform. */
export function weibull(rng: Uniform, shape: number, scale: number): number {
  if (!(shape > 0)) refuse('weibull', 'shape must be > 0', shape);
  if (!(scale > 0)) refuse('weibull', 'scale must be > 0', scale);
  return scale * Math.exp(Math.log(-Math.log(1 - rng.next())) / shape);
}

/**
 * Gamma with shape > 0 and scale > 0 (mean shape * scale); a varying number of uniforms.
 * Marsaglia and Tsang, ACM TOMS 26 (2000) 363-372; below shape 1 by their boost with one more uniform.
 */
export function gamma(rng: Uniform, shape: number, scale: number): number {
  if (!(shape > 0)) refuse('gamma', 'shape must be > 0', shape);
  if (!(scale > 0)) refuse('gamma', 'scale must be > 0', scale);
  if (shape < 1) return gamma(rng, shape + 1, scale) * Math.exp(Math.log(open(rng)) / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normalQuantile(open(rng));
    const root = 1 + c * z;
    if (root <= 0) continue;
    const v = root * root * root;
    if (Math.log(open(rng)) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v * scale;
  }
}

/** Erlang: the sum of `stages` exponentials, with this mean of the sum; `stages` uniforms. */
export function erlang(rng: Uniform, stages: number, mean: number): number {
  if (!(stages >= 1 && Number.isInteger(stages))) refuse('erlang', 'stages must be an integer >= 1', stages);
  if (!(mean > 0)) refuse('erlang', 'mean must be > 0', mean);
  let product = 1;
  for (let i = 0; i < stages; i++) product *= 1 - rng.next();
  return (-mean / stages) * Math.log(product);
}

/** Beta on [0, 1] with shapes a, b > 0; a varying number of uniforms (ratio of gammas). */
export function beta(rng: Uniform, a: number, b: number): number {
  const x = gamma(rng, a, 1);
  const y = gamma(rng, b, 1);
  return x / (x + y);
}

/**
 * Two exponentials mixed so that the mean is `mean` and the squared coefficient of variation is `cs2` >= 1 (balanced means);
 * two uniforms.
 */
export function hyperexponential(rng: Uniform, mean: number, cs2: number): number {
  if (!(cs2 >= 1)) refuse('hyperexponential', 'cs2 must be >= 1', cs2);
  const share = 0.5 * (1 + Math.sqrt((cs2 - 1) / (cs2 + 1)));
  return rng.next() < share
    ? exponential(rng, mean / (2 * share))
    : exponential(rng, mean / (2 * (1 - share)));
}

/** A draw that must fall into [low, high]: repeats `draw` until it does; throws after 10,000 misses. */
export function bounded(draw: () => number, low: number, high: number): number {
  for (let tries = 0; tries < 10_000; tries++) {
    const value = draw();
    if (value >= low && value <= high) return value;
  }
  throw new RangeError(`bounded: 10,000 draws and none in ${low} .. ${high}; widen the bounds`);
}

/** Uniform in (0, 1): moves the one closed end of [0, 1) inside by half a step of 2^-53. */
function open(rng: Uniform): number {
  return rng.next() + 1 / 0x40000000000000;
}
