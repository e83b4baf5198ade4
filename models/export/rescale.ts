/** A real factor in (0, 1) as microcontrollers hold it: multiplier / 2^shift, multiplier in 2^30 .. 2^31 - 1. */
export interface FixedPoint {
  readonly multiplier: number;
  /** 31 or more. */
  readonly shift: number;
}

const TWO_30 = 0x40000000;
const TWO_31 = 0x80000000;
const TWO_16 = 0x10000;
/** 2^n: `Math.pow` is not the same on every Node. */
const POWERS_OF_TWO = Float64Array.from({ length: 64 });
POWERS_OF_TWO[0] = 1;
for (let n = 1; n < 64; n++) POWERS_OF_TWO[n] = 2 * POWERS_OF_TWO[n - 1]!;

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
  return Math.floor((top + POWERS_OF_TWO[shift - 17]!) / POWERS_OF_TWO[shift - 16]!);
}
