import { type Hash64, hashText, hexOf } from '../random/hash.ts';

/**
 * A rolling 64-bit fingerprint: equal sequences of `add` give equal digests, and the order counts.
 * Made for the inner loop (a few nanoseconds a number); for proof against forgery use SHA-256 on the record.
 */
export class Fingerprint {
  private a = 0x243f6a88; // first bits of pi: any two constants do
  private b = 0x85a308d3 | 0;
  /** Reads the 64 bits of a double as two words; every platform Node runs on is little-endian. */
  private readonly double = new Float64Array(1);
  private readonly words = new Int32Array(this.double.buffer);

  /** Adds all 64 bits of a number; 0 and -0 count as different. */
  add(value: number): void {
    this.double[0] = value;
    this.addWords(this.words[0]!, this.words[1]!);
  }

  /** Adds two 32-bit integers in one round. */
  addWords(first: number, second: number): void {
    const a = Math.imul(this.a ^ first, 0x9e3779b1);
    const b = Math.imul(this.b ^ second, 0x85ebca6b);
    this.a = ((a ^ (b >>> 15)) + (b << 7)) | 0;
    this.b = ((b ^ (a >>> 13)) + (a << 5)) | 0;
  }

  /** Adds a text by its hash. */
  addText(text: string): void {
    const { hi, lo } = hashText(text);
    this.addWords(hi, lo);
  }

  /** The digest so far: 16 hexadecimal digits; more may be added afterwards. */
  hex(): string {
    const a = finish(this.a ^ Math.imul(this.b, 0xc2b2ae35));
    const b = finish(this.b ^ Math.imul(a, 0x9e3779b1));
    return hexOf({ hi: b, lo: a });
  }

  /** The state as plain data, for saving. */
  state(): Hash64 {
    return { hi: this.a, lo: this.b };
  }

  /** Continues from a saved state. */
  restore(state: Hash64): void {
    this.a = state.hi;
    this.b = state.lo;
  }
}

/** Final avalanche of MurmurHash3 (public domain, Austin Appleby). */
function finish(word: number): number {
  let x = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
