import { type RandomStream, stream } from '../../sim/kernel/random/random.ts';

/** Made-up situations: the same ones for everybody, whatever the scenario's seed. */
export class Draws {
  private readonly rng: RandomStream;

  constructor(purpose: string) {
    this.rng = stream({ seed: 1, replication: 0, path: 'contracts', purpose });
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.rng.next();
  }

  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  chance(p: number): boolean {
    return this.rng.next() < p;
  }

  /** So many shares that add up to 1; now and then one of them is all there is. */
  shares(count: number): Float32Array {
    const shares = new Float32Array(count);
    if (count === 0) return shares;
    if (this.chance(0.2)) shares[this.whole(0, count - 1)] = 1;
    else {
      const drawn = Array.from({ length: count }, () => this.rng.next() + 1e-3);
      const sum = drawn.reduce((total, x) => total + x, 0);
      for (const [i, x] of drawn.entries()) shares[i] = x / sum;
    }
    return shares;
  }
}
