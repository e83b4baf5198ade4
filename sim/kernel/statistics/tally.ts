/** Mean and variance of observations, one pass (Welford 1962), with extremes; O(1) memory. */
export class Tally {
  count = 0;
  private average = 0;
  private squares = 0;
  private least = Number.POSITIVE_INFINITY;
  private greatest = Number.NEGATIVE_INFINITY;

  add(value: number): void {
    this.count += 1;
    const delta = value - this.average;
    this.average += delta / this.count;
    this.squares += delta * (value - this.average);
    if (value < this.least) this.least = value;
    if (value > this.greatest) this.greatest = value;
  }

  /** NaN without observations. */
  get mean(): number {
    return this.count === 0 ? Number.NaN : this.average;
  }

  get sum(): number {
    return this.average * this.count;
  }

  /** Unbiased; NaN below two observations. */
  get variance(): number {
    return this.count < 2 ? Number.NaN : this.squares / (this.count - 1);
  }

  get sd(): number {
    return Math.sqrt(this.variance);
  }

  /** Infinity without observations. */
  get min(): number {
    return this.least;
  }

  /** -Infinity without observations. */
  get max(): number {
    return this.greatest;
  }

  /** Forgets everything: the end of a warm-up. */
  reset(): void {
    this.count = 0;
    this.average = 0;
    this.squares = 0;
    this.least = Number.POSITIVE_INFINITY;
    this.greatest = Number.NEGATIVE_INFINITY;
  }
}
