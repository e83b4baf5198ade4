/** A real factor in (0, 1) as microcontrollers hold it: multiplier / 2^shift, multiplier in 2^30 .. 2^31 - 1. */
export interface FixedPoint {
  readonly multiplier: number;
  /** 31 or more. */
  readonly shift: number;
}

const TWO_30 = 0x40000000;
const TWO_31 = 0x80000000;
const TWO_16 = 0x10000;

/** Nearest fixed-point number to `factor` in (0, 1). */
export function fixedPoint(factor: number): FixedPoint {
  if (!(factor > 0 && factor < 1))
    throw new Error(`quantise: a rescale factor must lie in 0..1, got ${factor}`);
  let shift = 31;
  let scaled = factor * TWO_31;
  while (scaled < TWO_30) {
    scaled *= 2;
    shift += 1;
  }
  const multiplier = Math.round(scaled);
  // 0.99999... may round up to 2^31, which does not fit: the next smaller number stands in.
  return { multiplier: Math.min(multiplier, TWO_31 - 1), shift };
}

/**
 * round(accumulator * multiplier / 2^shift), halves towards plus infinity: in C
 * `(int32_t)(((int64_t)acc * multiplier + (1LL << (shift - 1))) >> shift)`.
 * The 62-bit product is split at 16 bits so that every step is exact in a double.
 */
export function rescale(accumulator: number, { multiplier, shift }: FixedPoint): number {
  const high = Math.floor(multiplier / TWO_16);
  const low = multiplier - high * TWO_16;
  const top = accumulator * high + Math.floor((accumulator * low) / TWO_16);
  return Math.floor((top + powerOfTwo(shift - 17)) / powerOfTwo(shift - 16));
}

/** 2^n for 0 <= n < 1000, exactly. */
function powerOfTwo(n: number): number {
  let power = 1;
  for (let i = 0; i < n; i++) power *= 2;
  return power;
}
