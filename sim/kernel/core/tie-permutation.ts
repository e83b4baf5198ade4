import { threefry } from '../random/threefry.ts';

const HALF = 0x100000; // 2^20

/** A random permutation of 0 .. 2^40 - 1: a Feistel network of four rounds on two halves of 20 bits. */
export function tiePermutation(seed: number): (sequence: number) => number {
  return (sequence) => {
    let left = Math.floor(sequence / HALF);
    let right = sequence % HALF;
    for (let round = 0; round < 4; round++) {
      const mixed = left ^ (threefry(seed, round, 0, right) & (HALF - 1));
      left = right;
      right = mixed;
    }
    return left * HALF + right;
  };
}
