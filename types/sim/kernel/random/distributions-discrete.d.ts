import type { Uniform } from './random.js';
/** Distributions on integers, tables and data. Each says how many uniforms it takes. */
/** Integer uniform on low .. high, both included; one uniform. */
export declare function uniformInt(rng: Uniform, low: number, high: number): number;
/** True with this probability; one uniform. */
export declare function bernoulli(rng: Uniform, probability: number): boolean;
/** Failures before the first success; probability in (0, 1]; one uniform. */
export declare function geometric(rng: Uniform, probability: number): number;
/** Poisson with this mean >= 0: below 30 one uniform by inversion, above a varying number. */
export declare function poisson(rng: Uniform, mean: number): number;
/** Draws an index with probability in proportion to its weight; one uniform, binary search over the cumulated weights. */
export declare function discrete(weights: readonly number[]): (rng: Uniform) => number;
/** Draws from data by linear interpolation between the sorted values (needs at least two); one uniform. */
export declare function empirical(data: readonly number[]): (rng: Uniform) => number;
export {};
