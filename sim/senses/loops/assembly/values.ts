/** A float at a place. */
@inline export function value(from: usize): f64 { return <f64>load<f32>(from); }

/** Two floats from a place on. */
@inline export function pair(from: usize): v128 { return f64x2.promote_low_f32x4(v128.load64_zero(from)); }

/** Next state of the generator of `Noise`, never 0. */
@inline export function nextBits(state: i32): i32 {
  let x = state;
  x ^= x << 13;
  x ^= <i32>(<u32>x >>> 17);
  x ^= x << 5;
  return x;
}

/** Two standard normal numbers of 32 bits, as `Noise.fill` takes them from its table of 4,096. */
@inline export function noisePair(gaussians: usize, bits: i32): v128 {
  const first = gaussians + (<usize>(<u32>bits >>> 20) << 2);
  const second = gaussians + (<usize>((<u32>bits >>> 4) & 4095) << 2);
  return f64x2.promote_low_f32x4(v128.load_lane<f32>(second, v128.load32_zero(first), 1));
}
