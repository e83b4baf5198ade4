import { lazily } from './lazily.ts';
import { normalQuantile } from './normal-quantile.ts';
import { bitsAt, type DrawKey } from './random.ts';

/** Entries of the table of Gaussians; a power of two, addressed by the top 16 bits of the generator. */
const TABLE_SIZE = 65_536;

/**
 * Standard normal quantiles at the 65,536 mid-points, scaled to variance exactly 1 (the raw table has 0.99997).
 * Its largest entry is 4.17: right for pixel noise, too short a tail for draws that decide something.
 */
const gaussianTable = lazily(() => makeTable(TABLE_SIZE));
const FRAME_BITS = 12;
/** The same at 4,096 mid-points, largest entry 3.5: it stays in the nearest cache beside the frame that it fills. */
export const frameGaussians = lazily(() => makeTable(1 << FRAME_BITS));

function makeTable(size: number): Float32Array {
  const quantiles = new Float64Array(size);
  let squares = 0;
  for (let i = 0; i < size; i++) {
    quantiles[i] = normalQuantile((i + 0.5) / size);
    squares += quantiles[i]! * quantiles[i]!;
  }
  const sd = Math.sqrt(squares / size);
  const table = new Float32Array(size);
  for (let i = 0; i < size; i++) table[i] = quantiles[i]! / sd;
  return table;
}

/** Fast noise for pixels and bands: an xorshift32 generator (Marsaglia 2003) that indexes a table of Gaussians. */
export class Noise {
  /** Where the generator stands, 32 bits, never 0: for loops that go on with it elsewhere. */
  state: number;
  private readonly gaussians = gaussianTable();

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
    return this.gaussians[this.bits() >>> 16]!;
  }

  /** Fills `out` with standard normal numbers from the small table, two from each 32 bits: for frames, a fraction of the time of `gaussian`. */
  fill(out: Float32Array): void {
    const pairs = out.length & ~1;
    const table = frameGaussians();
    let x = this.state;
    for (let at = 0; at < pairs; at += 2) {
      x ^= x << 13;
      x ^= x >>> 17;
      x ^= x << 5;
      out[at] = table[x >>> (32 - FRAME_BITS)]!;
      out[at + 1] = table[(x >>> (16 - FRAME_BITS)) & ((1 << FRAME_BITS) - 1)]!;
    }
    this.state = x;
    if (pairs < out.length) out[pairs] = table[this.bits() >>> (32 - FRAME_BITS)]!;
  }
}

/** The noise of one item under one key: the same numbers whatever was drawn before. */
export function noise(key: DrawKey, itemId: number): Noise {
  return new Noise(bitsAt(key, itemId));
}
