/** A 64-bit value as two unsigned 32-bit words: what JavaScript can hold exactly and compare fast. */
export interface Hash64 {
  readonly hi: number;
  readonly lo: number;
}

/**
 * 64-bit hash of a text (two multiplicative lanes with a final avalanche, after the public-domain `cyrb53`).
 * Not cryptographic: it spreads names, it protects nothing.
 */
export function hashText(text: string): Hash64 {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return { hi: (b ^ (b >>> 16)) >>> 0, lo: (a ^ (a >>> 16)) >>> 0 };
}

/** 16 lower-case hexadecimal digits. */
export function hexOf({ hi, lo }: Hash64): string {
  return hi.toString(16).padStart(8, '0') + lo.toString(16).padStart(8, '0');
}
