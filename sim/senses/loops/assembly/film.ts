import { nextBits, noisePair, pair } from './values';

/**
 * One frame of a thermal film, `bytes` of floats: what it shows without the flash, what the flash adds to belt, item and spots with an open
 * glue line, noise of standard deviation `sigma`, at most `most`. `gaussians` and `state`: see `noisePair`; state 0 gives the frame
 * without noise. Returns where the noise stands then.
 */
export function film(
  still: usize, belt: usize, gain: usize, open: usize, gaussians: usize, out: usize, bytes: usize,
  beltGain: f64, itemGain: f64, openGain: f64, sigma: f64, most: f64, state: i32,
): i32 {
  const none = f64x2.splat(0);
  let bits = state;
  for (let at: usize = 0; at < bytes; at += 8) {
    bits = nextBits(bits);
    const noise = state == 0 ? none : noisePair(gaussians, bits);
    const flat = f64x2.mul(f64x2.splat(beltGain), pair(belt + at));
    const lit = f64x2.add(flat, f64x2.mul(f64x2.splat(itemGain), pair(gain + at)));
    const warm = f64x2.add(lit, f64x2.mul(f64x2.splat(openGain), pair(open + at)));
    const t = f64x2.add(f64x2.add(pair(still + at), warm), f64x2.mul(f64x2.splat(sigma), noise));
    v128.store_lane<u64>(out + at, f32x4.demote_f64x2_zero(f64x2.pmin(t, f64x2.splat(most))), 0);
  }
  return bits;
}
