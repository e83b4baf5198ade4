import { Tally } from './tally.ts';

/**
 * Batch means: the output of one long run cut into batches, whose means are nearly independent if the batches are long enough
 * (look at `lag1`), so that one run gives a confidence interval.
 */
export class BatchMeans {
  /** Tally of the means of full batches. */
  readonly batches = new Tally();
  private readonly means: number[] = [];
  private sum = 0;
  private inBatch = 0;

  constructor(readonly batchSize: number) {
    if (!(Number.isInteger(batchSize) && batchSize > 0)) {
      throw new RangeError(`batch means: batchSize must be an integer > 0, got ${batchSize}`);
    }
  }

  add(value: number): void {
    this.sum += value;
    this.inBatch += 1;
    if (this.inBatch < this.batchSize) return;
    const mean = this.sum / this.batchSize;
    this.means.push(mean);
    this.batches.add(mean);
    this.sum = 0;
    this.inBatch = 0;
  }

  /** Mean of the full batches. */
  get mean(): number {
    return this.batches.mean;
  }

  /** Half-width of the interval, given the t quantile for `batches.count - 1` degrees of freedom. */
  halfWidth(tQuantile: number): number {
    return (tQuantile * this.batches.sd) / Math.sqrt(this.batches.count);
  }

  /** Correlation of neighbouring batch means; near 0 if the batches are long enough. */
  get lag1(): number {
    const { means } = this;
    const centred = means.map((mean) => mean - this.mean);
    const products = centred.slice(1).reduce((sum, x, i) => sum + x * centred[i]!, 0);
    return products / centred.reduce((sum, x) => sum + x * x, 0);
  }

  /** Forgets everything: the end of a warm-up. */
  reset(): void {
    this.batches.reset();
    this.means.length = 0;
    this.sum = 0;
    this.inBatch = 0;
  }
}
