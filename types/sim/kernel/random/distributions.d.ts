import type { Uniform } from './random.js';
/** Uniform on [low, high); one uniform. */
export declare function uniform(rng: Uniform, low: number, high: number): number;
/** Exponential with this mean > 0; one uniform. */
export declare function exponential(rng: Uniform, mean: number): number;
/** Normal with mean and standard deviation sd >= 0; one uniform. */
export declare function normal(rng: Uniform, mean: number, sd: number): number;
/** Lognormal with the mean and standard deviation of the variable itself (not of its logarithm); one uniform. */
export declare function lognormal(rng: Uniform, mean: number, sd: number): number;
/** Triangular on [low, high] with this mode; one uniform. */
export declare function triangular(rng: Uniform, low: number, mode: number, high: number): number;
/** Weibull with shape > 0 and scale > 0 (63 % have failed at `scale`); one uniform. */
export declare function weibull(rng: Uniform, shape: number, scale: number): number;
/**
 * Gamma with shape > 0 and scale > 0 (mean shape * scale); a varying number of uniforms.
 * Marsaglia and Tsang, ACM TOMS 26 (2000) 363-372; below shape 1 by their boost with one more uniform.
 */
export declare function gamma(rng: Uniform, shape: number, scale: number): number;
/** Erlang: the sum of `stages` exponentials, with this mean of the sum; `stages` uniforms. */
export declare function erlang(rng: Uniform, stages: number, mean: number): number;
/** Beta on [0, 1] with shapes a, b > 0; a varying number of uniforms (ratio of gammas). */
export declare function beta(rng: Uniform, a: number, b: number): number;
/**
 * Two exponentials mixed so that the mean is `mean` and the squared coefficient of variation is `cs2` >= 1 (balanced means);
 * two uniforms.
 */
export declare function hyperexponential(rng: Uniform, mean: number, cs2: number): number;
/** A draw that must fall into [low, high]: repeats `draw` until it does; throws after 10,000 misses. */
export declare function bounded(draw: () => number, low: number, high: number): number;
export {};
