/**
 * Quantiles without keeping the data: counts in buckets whose bounds grow by a constant factor, so that every quantile is
 * within `relativeError` of an observation of that rank (DDSketch: Masson, Rim, Lee, VLDB 2019). Memory: one counter for each
 * bucket in use, about 350 for six decades at 1 %. Two sketches merge by adding counters.
 */
export class Quantiles {
  count = 0;
  private readonly logGamma: number;
  private zeros = 0;
  private readonly positive = new Map<number, number>();
  private readonly negative = new Map<number, number>();

  /** `relativeError` in (0, 0.5), default 0.01. Values below 1e-9 in size count as 0. */
  constructor(readonly relativeError = 0.01) {
    if (!(relativeError > 0 && relativeError < 0.5)) {
      throw new RangeError(`quantiles: relativeError must be in 0 .. 0.5, got ${relativeError}`);
    }
    this.logGamma = Math.log((1 + relativeError) / (1 - relativeError));
  }

  add(value: number): void {
    this.count += 1;
    const size = Math.abs(value);
    if (size < 1e-9) {
      this.zeros += 1;
      return;
    }
    const bucket = Math.ceil(Math.log(size) / this.logGamma);
    const side = value > 0 ? this.positive : this.negative;
    side.set(bucket, (side.get(bucket) ?? 0) + 1);
  }

  /** The value of rank ceil(p * count) (at least 1), p in [0, 1]; NaN without observations. */
  quantile(p: number): number {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`quantiles: p must be in 0 .. 1, got ${p}`);
    let rank = Math.max(1, Math.ceil(p * this.count));
    for (const [value, count] of this.ascending()) {
      rank -= count;
      if (rank <= 0) return value;
    }
    return Number.NaN;
  }

  /** Adds the observations of another sketch of the same error. */
  merge(other: Quantiles): void {
    if (other.relativeError !== this.relativeError) {
      throw new RangeError(`quantiles: cannot merge errors ${this.relativeError} and ${other.relativeError}`);
    }
    this.count += other.count;
    this.zeros += other.zeros;
    for (const [bucket, count] of other.positive)
      this.positive.set(bucket, (this.positive.get(bucket) ?? 0) + count);
    for (const [bucket, count] of other.negative)
      this.negative.set(bucket, (this.negative.get(bucket) ?? 0) + count);
  }

  /** Forgets everything: the end of a warm-up. */
  reset(): void {
    this.count = 0;
    this.zeros = 0;
    this.positive.clear();
    this.negative.clear();
  }

  /** (value, count) of the buckets in use, smallest value first. */
  private ascending(): readonly (readonly [number, number])[] {
    const below = [...this.negative]
      .sort((a, b) => b[0] - a[0])
      .map(([bucket, n]) => [-this.middle(bucket), n] as const);
    const above = [...this.positive]
      .sort((a, b) => a[0] - b[0])
      .map(([bucket, n]) => [this.middle(bucket), n] as const);
    return [...below, [0, this.zeros] as const, ...above];
  }

  /** The point of a bucket from which both bounds are equally far, relatively. */
  private middle(bucket: number): number {
    return Math.exp(bucket * this.logGamma) * (1 - this.relativeError);
  }
}
