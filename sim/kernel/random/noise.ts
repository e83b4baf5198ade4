import { normalQuantile } from './normal-quantile.ts';
import { bitsAt, type DrawKey } from './random.ts';

/** Entries of the table of Gaussians; a power of two, addressed by the top 16 bits of the generator. */
const TABLE_SIZE = 65_536;

/**
 * Standard normal quantiles at the 65,536 mid-points, scaled to variance exactly 1 (the raw table has 0.99997).
 * Its largest entry is 4.17: right for pixel noise, too short a tail for draws that decide something.
 */
const gaussianTable = makeTable();

function makeTable(): Float32Array {
  const quantiles = new Float64Array(TABLE_SIZE);
  let squares = 0;
  for (let i = 0; i < TABLE_SIZE; i++) {
    quantiles[i] = normalQuantile((i + 0.5) / TABLE_SIZE);
    squares += quantiles[i]! * quantiles[i]!;
  }
  const sd = Math.sqrt(squares / TABLE_SIZE);
  const table = new Float32Array(TABLE_SIZE);
  for (let i = 0; i < TABLE_SIZE; i++) table[i] = quantiles[i]! / sd;
  return table;
}

/** Fast noise for pixels and bands: an xorshift32 generator (Marsaglia 2003) that indexes a table of Gaussians. */
export class Noise {
  private state: number;

  /** `seed`: 32 bits; zero, the one state xorshift cannot leave, is replaced. */
  constructor(seed: number) {
    this.state = seed | 0 || 0x9e3779b9 | 0;
  }

  /** Next 32 bits, signed. */
  bits(): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return x;
  }

  /** Next number in [0, 1), 32 bits. */
  next(): number {
    return (this.bits() >>> 0) / 4_294_967_296;
  }

  /** Next standard normal number from the table. */
  gaussian(): number {
    return gaussianTable[this.bits() >>> 16]!;
  }

  /** Fills `out` with standard normal numbers from the table, two from each 32 bits: for frames, a third of the time of `gaussian`. */
  fill(out: Float32Array): void {
    const pairs = out.length & ~1;
    let x = this.state;
    for (let at = 0; at < pairs; at += 2) {
      x ^= x << 13;
      x ^= x >>> 17;
      x ^= x << 5;
      out[at] = gaussianTable[x >>> 16]!;
      out[at + 1] = gaussianTable[x & 0xffff]!;
    }
    this.state = x;
    if (pairs < out.length) out[pairs] = this.gaussian();
  }
}

/** The noise of one item under one key: the same numbers whatever was drawn before. */
export function noise(key: DrawKey, itemId: number): Noise {
  return new Noise(bitsAt(key, itemId));
}
