import type { TensorInfo } from '@tensorflow/tfjs-core';
import { halvesOf, type Team } from './team.ts';
import { floatsAt, newFloats, pointerOf, Scratch } from './tensors.ts';

/**
 * Batch normalisation + ReLU6 over the channels of [N, ..., C] (C a multiple of 8), and the global average pool.
 * Batch sums are float64: the first half's plus the second half's.
 */
export class Normalisation {
  readonly #team: Team;
  readonly #scratch: Scratch;

  constructor(team: Team) {
    this.#team = team;
    this.#scratch = new Scratch(team.heap);
  }

  /** [y, mean, variance] of y = relu6(gamma * (x - mean) / sqrt(variance + epsilon) + beta) over all but the last axis. */
  batchNormRelu6(x: TensorInfo, gamma: TensorInfo, beta: TensorInfo, epsilon: number): TensorInfo[] {
    const { channels, pixels } = layoutOf(x);
    const [sums, squares] = this.#sums('addMoments', x, (from) => [from]);
    const [mean, variance] = [this.#vector(channels), this.#vector(channels)];
    const [means, variances] = [this.#values(mean), this.#values(variance)];
    for (let c = 0; c < channels; c++) {
      const average = sums[c]! / pixels;
      means[c] = average;
      variances[c] = Math.max(0, squares[c]! / pixels - average * average);
    }
    const { scale, shift } = this.#affine(gamma, beta, mean, variance, epsilon);
    return [this.#scaleRelu6(x, scale, shift), mean, variance];
  }

  /** [dx, dgamma, dbeta] of the above; mean and variance depend on x and are differentiated through. */
  batchNormRelu6Gradient(dy: TensorInfo, x: TensorInfo, norm: NormTensors, epsilon: number): TensorInfo[] {
    const { channels, pixels } = layoutOf(x);
    const affine = this.#affine(norm.gamma, norm.beta, norm.mean, norm.variance, epsilon);
    const mean = this.#values(norm.mean);
    const [sums, products] = this.#gradientSums(dy, x, { ...affine, mean });
    const [dgamma, dbeta] = [this.#vector(channels), this.#vector(channels)];
    this.#values(dbeta).set(sums);
    this.#values(dgamma).set(products.map((sum, c) => sum * affine.inverse[c]!));
    const k2 = products.map(
      (sum, c) => (-affine.scale[c]! * affine.inverse[c]! * affine.inverse[c]! * sum) / pixels,
    );
    const k3 = sums.map((sum, c) => (-affine.scale[c]! * sum) / pixels);
    return [this.#gradient(dy, x, { ...affine, mean, k1: affine.scale, k2, k3 }), dgamma, dbeta];
  }

  /** relu6(x * scale + shift), scale and shift [C]. */
  affineRelu6(x: TensorInfo, scale: TensorInfo, shift: TensorInfo): TensorInfo {
    return this.#scaleRelu6(x, this.#values(scale), this.#values(shift));
  }

  /** [dx, dscale, dshift] of the above. */
  affineRelu6Gradient(dy: TensorInfo, x: TensorInfo, scale: TensorInfo, shift: TensorInfo): TensorInfo[] {
    const { channels } = layoutOf(x);
    const zero = new Float32Array(channels);
    const by = { scale: this.#values(scale), shift: this.#values(shift), mean: zero };
    const [sums, products] = this.#gradientSums(dy, x, by);
    const [dscale, dshift] = [this.#vector(channels), this.#vector(channels)];
    this.#values(dscale).set(products);
    this.#values(dshift).set(sums);
    return [this.#gradient(dy, x, { ...by, k1: by.scale, k2: zero, k3: zero }), dscale, dshift];
  }

  /** [N,H,W,C] -> [N,C], or its adjoint when `imageShape` is given. */
  averagePool(x: TensorInfo, imageShape?: readonly number[]): TensorInfo {
    const [batch, height, width, channels] = (imageShape ?? x.shape) as [number, number, number, number];
    const out = newFloats(this.#team.heap.backend, imageShape ?? [batch, channels]);
    const pixels = height * width;
    const [from, to] = [this.#pointer(x), this.#pointer(out)];
    const [fromStep, toStep] = imageShape ? [1, pixels] : [pixels, 1];
    const argsOf = ([first, last]: readonly [number, number]): number[] => {
      const skip = 4 * channels * first;
      return [from + skip * fromStep, last - first, pixels, channels, to + skip * toStep];
    };
    const [first, second] = halvesOf(batch);
    this.#team.both(imageShape ? 'averagePoolGradient' : 'averagePool', argsOf(first), argsOf(second));
    return out;
  }

  #pointer(tensor: TensorInfo): number {
    return pointerOf(this.#team.heap.backend, tensor);
  }

  #vector(length: number): TensorInfo {
    return newFloats(this.#team.heap.backend, [length]);
  }

  #values(tensor: TensorInfo): Float32Array {
    return floatsAt(this.#team.heap, this.#pointer(tensor), sizeOf(tensor.shape));
  }

  /** Normalisation as one product and sum, from the moments as they are stored (float32): both passes cut alike. */
  #affine(
    gamma: TensorInfo,
    beta: TensorInfo,
    mean: TensorInfo,
    variance: TensorInfo,
    epsilon: number,
  ): Affine {
    const [means, gammas, betas] = [this.#values(mean), this.#values(gamma), this.#values(beta)];
    const inverse = Float64Array.from(this.#values(variance), (v) => 1 / Math.sqrt(v + epsilon));
    const scale = Float32Array.from(gammas, (g, c) => g * inverse[c]!);
    const shift = Float32Array.from(betas, (b, c) => b - means[c]! * scale[c]!);
    return { scale, shift, inverse };
  }

  #scaleRelu6(x: TensorInfo, scale: Float32Array, shift: Float32Array): TensorInfo {
    const { channels } = layoutOf(x);
    const y = newFloats(this.#team.heap.backend, x.shape);
    const factors = this.#scratch.take('factors', 8 * channels);
    floatsAt(this.#team.heap, factors, channels).set(scale);
    floatsAt(this.#team.heap, factors + 4 * channels, channels).set(shift);
    const [from, to] = [this.#pointer(x), this.#pointer(y)];
    this.#halves('normRelu6', x, (skip, count) => [from + skip, count, channels, factors, to + skip]);
    return y;
  }

  /** With g = dy where it passes the ReLU6: per channel the sums of g and of g * (x - mean). */
  #gradientSums(dy: TensorInfo, x: TensorInfo, by: Factors): [Float64Array, Float64Array] {
    const factors = this.#putFactors(by, layoutOf(x).channels);
    const toDy = this.#pointer(dy) - this.#pointer(x);
    return this.#sums('addGradientSums', x, (from) => [from + toDy, from], factors);
  }

  /** k1 * g + k2 * (x - mean) + k3. */
  #gradient(dy: TensorInfo, x: TensorInfo, by: Factors): TensorInfo {
    const { channels } = layoutOf(x);
    const factors = this.#putFactors(by, channels);
    const dx = newFloats(this.#team.heap.backend, x.shape);
    const [from, fromDy, to] = [this.#pointer(x), this.#pointer(dy), this.#pointer(dx)];
    this.#halves('normGradient', x, (skip, count) => [
      fromDy + skip,
      from + skip,
      count,
      channels,
      factors,
      to + skip,
    ]);
    return dx;
  }

  /** Runs a kernel on both halves; `skip` is in bytes from the start of x, `count` in pixels. */
  #halves(
    kernel: string,
    x: TensorInfo,
    argsOf: (skip: number, count: number, half: number) => number[],
  ): void {
    const { channels, pixels } = layoutOf(x);
    const perImage = pixels / x.shape[0]!;
    const [first, second] = halvesOf(x.shape[0]!).map(([from, to], half) =>
      argsOf(4 * channels * perImage * from, perImage * (to - from), half),
    );
    this.#team.both(kernel, first!, second!);
  }

  /** Two sums per channel from a kernel that takes (...sources, pixels, channels, ...more, target). */
  #sums(
    kernel: string,
    x: TensorInfo,
    sourcesAt: (from: number) => number[],
    ...more: number[]
  ): [Float64Array, Float64Array] {
    const { channels } = layoutOf(x);
    const target = this.#scratch.take('sums', 32 * channels);
    const sums = new Float64Array(this.#team.heap.memory.buffer, target, 4 * channels).fill(0);
    const from = this.#pointer(x);
    this.#halves(kernel, x, (skip, count, half) => [
      ...sourcesAt(from + skip),
      ...[count, channels, ...more],
      target + 16 * channels * half,
    ]);
    const total = Float64Array.from({ length: 2 * channels }, (_, i) => sums[i]! + sums[2 * channels + i]!);
    return [total.subarray(0, channels), total.subarray(channels)];
  }

  #putFactors(by: Factors, channels: number): number {
    const pointer = this.#scratch.take('gradientFactors', 24 * channels);
    [by.scale, by.shift, by.mean, by.k1, by.k2, by.k3].forEach((values, i) => {
      if (values) floatsAt(this.#team.heap, pointer + 4 * channels * i, channels).set(values);
    });
    return pointer;
  }
}

/** Weights and moments of a batch normalisation, all [C]. */
export interface NormTensors {
  readonly gamma: TensorInfo;
  readonly beta: TensorInfo;
  readonly mean: TensorInfo;
  readonly variance: TensorInfo;
}

interface Affine {
  readonly scale: Float32Array;
  readonly shift: Float32Array;
  /** 1 / sqrt(variance + epsilon). */
  readonly inverse: Float64Array;
}

/** Per-channel numbers [C] of a gradient pass, in the order in which the kernels expect them. */
interface Factors {
  readonly scale: ArrayLike<number>;
  readonly shift: ArrayLike<number>;
  readonly mean: ArrayLike<number>;
  readonly k1?: ArrayLike<number>;
  readonly k2?: ArrayLike<number>;
  readonly k3?: ArrayLike<number>;
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((a, b) => a * b, 1);
}

function layoutOf(x: TensorInfo): { channels: number; pixels: number } {
  const channels = x.shape.at(-1)!;
  return { channels, pixels: sizeOf(x.shape) / channels };
}
