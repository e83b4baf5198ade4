import { stream } from '../../sim/kernel/random/random.ts';

/** Share of the steps over which the learning rate rises from zero. */
const WARM_UP = 0.05;

/** Learning rate at a step: linear warm-up, then half a cosine down to zero at `steps`. */
export function learningRateAt(step: number, steps: number, peak: number): number {
  const warm = Math.max(1, Math.round(steps * WARM_UP));
  if (step < warm) return (peak * (step + 1)) / warm;
  return peak * 0.5 * (1 + Math.cos((Math.PI * (step - warm)) / Math.max(1, steps - warm)));
}

/** Rows in shuffled epochs: every row once before any comes again, each epoch a permutation of its own. */
export class Shuffled {
  private readonly rows: Int32Array;
  private readonly random: { next(): number };
  private at: number;

  /** `purpose` names the draws, so that adding another stream shifts nothing here. */
  constructor(rows: Int32Array, seed: number, purpose: string) {
    this.rows = Int32Array.from(rows);
    this.random = stream({ seed, replication: 0, path: 'training', purpose });
    this.at = rows.length;
  }

  /** The next `count` rows; goes into a new epoch where one ends. */
  take(count: number): Int32Array {
    const taken = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      if (this.at === this.rows.length) this.shuffle();
      taken[i] = this.rows[this.at++]!;
    }
    return taken;
  }

  private shuffle(): void {
    const { rows } = this;
    for (let i = rows.length - 1; i > 0; i--) {
      const j = Math.floor(this.random.next() * (i + 1));
      const kept = rows[i]!;
      rows[i] = rows[j]!;
      rows[j] = kept;
    }
    this.at = 0;
  }
}
