import { nextBits, noisePair, pair, value } from './values';

/** What a sensor makes of the light on it. All arithmetic is in float64, as in TypeScript; blurred rows are kept in float32. */

/**
 * Blur along one row of `bytes` bytes into another place, middle tap 1; edge columns stay as they are. Three channels lie side by side, so the
 * pixel beside is three values away.
 */
function blurRow(from: usize, bytes: usize, beside: f64, to: usize): void {
  const edge = 1 + 2 * beside;
  const last = bytes - 12;
  for (let at: usize = 0; at < 12; at += 4) {
    store<f32>(to + at, <f32>(edge * value(from + at)));
    store<f32>(to + last + at, <f32>(edge * value(from + last + at)));
  }
  const share = f64x2.splat(beside);
  for (let at: usize = 12; at < last; at += 8) {
    const sides = f64x2.add(pair(from + at - 12), pair(from + at + 12));
    const blurred = f64x2.add(pair(from + at), f64x2.mul(share, sides));
    v128.store_lane<u64>(to + at, f32x4.demote_f64x2_zero(blurred), 0);
  }
}

/** Blurs `count` rows from `top` on along the rows, with those beside them; at the borders of the frame the last row stands twice. */
function blurBand(
  image: usize, size: i32, row: usize, top: i32, band: i32, count: i32, beside: f64, rows: usize,
): void {
  if (top == 0) {
    blurRow(image, row, beside, rows + row);
    memory.copy(rows, rows + row, row);
  } else memory.copy(rows, rows + <usize>band * row, 2 * row);
  for (let k = 1; k <= count; k++) {
    const to = rows + <usize>(k + 1) * row;
    if (top + k < size) blurRow(image + <usize>(top + k) * row, row, beside, to);
    else memory.copy(to, to - row, row);
  }
}

/** Entries of a table of floats at two places. */
@inline function look(table: usize, places: v128): v128 {
  const first = table + (<usize>i32x4.extract_lane(places, 0) << 2);
  const second = table + (<usize>i32x4.extract_lane(places, 1) << 2);
  return f64x2.promote_low_f32x4(v128.load_lane<f32>(second, v128.load32_zero(first), 1));
}

/**
 * Exposes a frame [size, size, 3], `size` even: blur along rows and down columns, gain and offset of each value, noise, tone. `rows` has room for
 * `band` + 2 rows, which are worked on together. Light is held between `least` and `most`; `sd` and `tone` have `below` entries below black.
 * `gaussians` and `state`: see `noisePair`; state 0 gives the frame without noise. Returns where the noise stands then.
 */
export function expose(
  image: usize, rows: usize, gain: usize, offset: usize, sd: usize, tone: usize, gaussians: usize, out: usize,
  size: i32, band: i32, least: f64, most: f64, below: f64, beside: f64, above: f64, state: i32,
): i32 {
  const row = <usize>(12 * size);
  const none = f64x2.splat(0);
  let bits = state;
  for (let top = 0; top < size; top += band) {
    const count = min(band, size - top);
    blurBand(image, size, row, top, band, count, beside, rows);
    const first = <usize>top * row;
    const bytes = <usize>count * row;
    for (let i: usize = 0; i < bytes; i += 8) {
      bits = nextBits(bits);
      const here = rows + row + i;
      const at = first + i;
      const sides = f64x2.add(pair(here - row), pair(here + row));
      const light = f64x2.add(pair(here), f64x2.mul(f64x2.splat(above), sides));
      const full = f64x2.add(f64x2.mul(light, pair(gain + at)), pair(offset + at));
      const code = f64x2.add(f64x2.pmax(f64x2.pmin(full, f64x2.splat(most)), f64x2.splat(least)), f64x2.splat(below));
      const spread = look(sd, i32x4.trunc_sat_f64x2_s_zero(code));
      const noise = state == 0 ? none : noisePair(gaussians, bits);
      const noisy = f64x2.add(f64x2.add(code, f64x2.mul(spread, noise)), f64x2.splat(0.5));
      const place = i32x4.trunc_sat_f64x2_s_zero(noisy);
      store<u8>(out + (at >> 2), load<u8>(tone + <usize>i32x4.extract_lane(place, 0)));
      store<u8>(out + (at >> 2) + 1, load<u8>(tone + <usize>i32x4.extract_lane(place, 1)));
    }
  }
  return bits;
}
