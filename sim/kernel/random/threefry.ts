/**
 * Threefry-2x32 with 20 rounds: a counter-based generator, that is, a pure function from (key, counter) to 64 random bits.
 * Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011; the test holds their known answers.
 * Chosen over Philox because it needs only 32-bit additions, rotations and exclusive ors.
 */

/** Skein key-schedule parity, 32-bit version (same source). */
const PARITY = 0x1bd11bda;

/** Second output word of the last `threefry` call: two results without an allocation. */
export let threefryLo = 0;

/** Returns the first 32-bit word (unsigned) and leaves the second in `threefryLo` (unsigned). */
export function threefry(keyHi: number, keyLo: number, counterHi: number, counterLo: number): number {
  const k2 = PARITY ^ keyHi ^ keyLo;
  let x = (counterHi + keyHi) | 0;
  let y = (counterLo + keyLo) | 0;

  // Five groups of four rounds; rotation distances alternate between (13, 15, 26, 6) and (17, 29, 16, 24).
  x = (x + y) | 0;
  y = ((y << 13) | (y >>> 19)) ^ x;
  x = (x + y) | 0;
  y = ((y << 15) | (y >>> 17)) ^ x;
  x = (x + y) | 0;
  y = ((y << 26) | (y >>> 6)) ^ x;
  x = (x + y) | 0;
  y = ((y << 6) | (y >>> 26)) ^ x;
  x = (x + keyLo) | 0;
  y = (y + k2 + 1) | 0;

  x = (x + y) | 0;
  y = ((y << 17) | (y >>> 15)) ^ x;
  x = (x + y) | 0;
  y = ((y << 29) | (y >>> 3)) ^ x;
  x = (x + y) | 0;
  y = ((y << 16) | (y >>> 16)) ^ x;
  x = (x + y) | 0;
  y = ((y << 24) | (y >>> 8)) ^ x;
  x = (x + k2) | 0;
  y = (y + keyHi + 2) | 0;

  x = (x + y) | 0;
  y = ((y << 13) | (y >>> 19)) ^ x;
  x = (x + y) | 0;
  y = ((y << 15) | (y >>> 17)) ^ x;
  x = (x + y) | 0;
  y = ((y << 26) | (y >>> 6)) ^ x;
  x = (x + y) | 0;
  y = ((y << 6) | (y >>> 26)) ^ x;
  x = (x + keyHi) | 0;
  y = (y + keyLo + 3) | 0;

  x = (x + y) | 0;
  y = ((y << 17) | (y >>> 15)) ^ x;
  x = (x + y) | 0;
  y = ((y << 29) | (y >>> 3)) ^ x;
  x = (x + y) | 0;
  y = ((y << 16) | (y >>> 16)) ^ x;
  x = (x + y) | 0;
  y = ((y << 24) | (y >>> 8)) ^ x;
  x = (x + keyLo) | 0;
  y = (y + k2 + 4) | 0;

  x = (x + y) | 0;
  y = ((y << 13) | (y >>> 19)) ^ x;
  x = (x + y) | 0;
  y = ((y << 15) | (y >>> 17)) ^ x;
  x = (x + y) | 0;
  y = ((y << 26) | (y >>> 6)) ^ x;
  x = (x + y) | 0;
  y = ((y << 6) | (y >>> 26)) ^ x;
  x = (x + k2) | 0;
  y = (y + keyHi + 5) | 0;

  threefryLo = y >>> 0;
  return x >>> 0;
}
